#include "app/presenter/filmfile.h"

#include "engine/core/atomicfile.h"
#include "engine/media/mediawriter.h"
#include "engine/voice/wavfile.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <numeric>

namespace lipwright::presenter {

namespace {

/// Seconds of a frame as a fraction: 1/25, 1001/30000.
core::TimeBase frameDuration(double framesPerSecond) {
    const double whole = std::round(framesPerSecond);
    if (std::abs(framesPerSecond - whole / 1.001) < 0.001 &&
        std::abs(framesPerSecond - whole) > 0.005) {
        return {1001, static_cast<std::int32_t>(whole) * 1000};
    }
    const auto thousandths = static_cast<std::int32_t>(std::lround(framesPerSecond * 1000.0));
    const std::int32_t common = std::gcd(1000, thousandths);
    return {1000 / common, thousandths / common};
}

media::VideoStreamInfo streamFor(const PresenterOptions& options, int frames) {
    media::VideoStreamInfo stream;
    stream.index = 0;
    stream.codec = "h264";
    stream.codedWidth = stream.width = options.size.width;
    stream.codedHeight = stream.height = options.size.height;
    stream.pixelFormat = "yuv420p";
    stream.colour.primaries = stream.colour.transfer = stream.colour.matrix = 1;  // BT.709
    stream.colour.rangeKnown = true;
    stream.colour.chromaLocation = 1;  // left
    stream.frameDuration = frameDuration(options.framesPerSecond);
    const std::int32_t finer = stream.frameDuration.denominator < 1000 ? 512 : 1;
    stream.timeBase = {1, stream.frameDuration.denominator * finer};
    stream.startTime = {0, stream.timeBase};
    stream.frameCount = frames;
    return stream;
}

/// ISO 639-2 of the sentences' languages; empty for others.
std::string languageTag(const std::string& language) {
    constexpr std::array<std::array<const char*, 2>, 7> kTags = {{{"en", "eng"},
                                                                  {"de", "deu"},
                                                                  {"es", "spa"},
                                                                  {"fr", "fra"},
                                                                  {"uk", "ukr"},
                                                                  {"pl", "pol"},
                                                                  {"it", "ita"}}};
    for (const auto& [name, tag] : kTags) {
        if (language.substr(0, language.find('-')) == name) {
            return tag;
        }
    }
    return {};
}

/// A folder for the sound while the film is written.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "lipwright-presenter-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) {
            m_path = name;
        }
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!m_path.empty()) {
            std::filesystem::remove_all(m_path, ignored);
        }
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

core::Result<void> writeFrames(Presenter& presenter, const PresenterOptions& options,
                               const media::VideoStreamInfo& stream, media::MediaWriter& writer,
                               const std::stop_token& stop,
                               const core::ProgressCallback& progress) {
    const std::int64_t ticks =
        core::RationalTime{1, stream.frameDuration}.rescaled(stream.timeBase).value;
    for (int i = 0; i < stream.frameCount; ++i) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        core::report(progress, {"draw", i, stream.frameCount});
        const auto frame =
            media::VideoFrame::fromRgb(presenter.frame(frameSeconds(options, i)), stream, i,
                                       {i * ticks, stream.timeBase}, ticks);
        if (!frame) {
            return core::passOn(frame);
        }
        if (core::Result<void> written = writer.write(*frame); !written) {
            return written;
        }
    }
    return writer.finish(stop);
}

}  // namespace

double frameSeconds(const PresenterOptions& options, int index) {
    return core::RationalTime{index, frameDuration(options.framesPerSecond)}.seconds();
}

core::Result<void> writeFilm(Presenter& presenter, const PresenterOptions& options,
                             const std::filesystem::path& output, std::stop_token stop,
                             const core::ProgressCallback& progress) {
    const media::VideoStreamInfo stream = streamFor(options, presenter.frameCount());
    const core::Result<media::VideoCodec> codec = media::codecFor(output, stream);
    if (!codec) {
        return core::passOn(codec);
    }
    const TemporaryFolder folder;
    const std::filesystem::path wav = folder.path() / "voice.wav";
    if (core::Result<void> saved = voice::writeWav(wav, presenter.sound(), presenter.soundRate());
        !saved) {
        return saved;
    }
    media::WriterOptions settings;
    settings.codec = *codec;
    settings.metadata["comment"] = "Synthetic presenter: a drawn face and an artificial voice";
    settings.audio.push_back({wav, 0, languageTag(options.language), false, true});
    core::Result<media::MediaWriter> writer = media::MediaWriter::create(output, stream, settings);
    if (!writer) {
        return core::passOn(writer);
    }
    return writeFrames(presenter, options, stream, *writer, stop, progress);
}

core::Result<void> writeTruth(const Presenter& presenter, const PresenterOptions& options,
                              const std::filesystem::path& output) {
    nlohmann::json frames = nlohmann::json::array();
    for (int i = 0; i < presenter.frameCount(); ++i) {
        const MouthTruth truth = presenter.truth(frameSeconds(options, i));
        nlohmann::json points = nlohmann::json::array();
        for (const cv::Point2f& point : truth.points) {
            points.push_back({point.x, point.y});
        }
        frames.push_back({{"seconds", truth.seconds},
                          {"opening", truth.opening},
                          {"width", truth.width},
                          {"jaw", truth.jaw},
                          {"rounding", truth.rounding},
                          {"yaw", truth.yaw},
                          {"pitch", truth.pitch},
                          {"roll", truth.roll},
                          {"points", points}});
    }
    nlohmann::json sounds = nlohmann::json::array();
    for (const SpokenSound& sound : presenter.sounds()) {
        sounds.push_back({{"start", sound.startSeconds},
                          {"end", sound.endSeconds},
                          {"ipa", sound.ipa},
                          {"closesLips", sound.closesLips}});
    }
    const nlohmann::json document = {{"seed", options.seed},
                                     {"language", options.language},
                                     {"width", options.size.width},
                                     {"height", options.size.height},
                                     {"framesPerSecond", options.framesPerSecond},
                                     {"frames", frames},
                                     {"sounds", sounds}};
    return core::writeFileAtomically(
        output, document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace lipwright::presenter
