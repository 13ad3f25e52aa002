#include "engine/dubbing/speechtrack.h"

#include "engine/media/audioreader.h"
#include "engine/speech/melspectrogram.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::dubbing {
namespace {

constexpr double kStretchSeconds = 20.0;  ///< predicted at a time; bounds the memory
constexpr std::size_t kBlockSamples = 16000;
constexpr double kFeatureGrid = 0.05;  ///< seconds; four mel columns, five phone rows

core::Result<media::AudioReader> openSpeech(const std::filesystem::path& path) {
    return media::AudioReader::open(path, {speech::kSampleRate, 1});
}

/// `count` samples from `start` seconds on, silence where the file has none.
core::Result<std::vector<float>> samplesFrom(media::AudioReader& reader, double start,
                                             std::size_t count) {
    std::vector<float> samples(count, 0.0F);
    if (const auto sought =
            reader.seek(core::RationalTime::fromSeconds(start, {1, speech::kSampleRate}));
        !sought) {
        return core::passOn(sought);
    }
    std::size_t filled = 0;
    while (filled < count) {
        const auto read = reader.read(std::span(samples).subspan(filled));
        if (!read) {
            return core::passOn(read);
        }
        if (*read == 0) {
            break;
        }
        filled += *read;
    }
    return samples;
}

}  // namespace

core::Result<std::vector<float>> SpeechTrack::predictStretch(
    media::AudioReader& reader, std::span<const double> times,
    const nets::ShapeNetwork& network) const {
    const double margin = network.contextSeconds() + kFeatureGrid;
    // Mel columns and phone rows both fall on multiples of the grid.
    const double start =
        std::max(0.0, std::floor((times.front() - margin) / kFeatureGrid) * kFeatureGrid);
    const double end = times.back() + margin;
    const auto samples = samplesFrom(
        reader, start, static_cast<std::size_t>(std::ceil((end - start) * speech::kSampleRate)));
    if (!samples) {
        return core::passOn(samples);
    }
    const std::vector<float> mel = speech::MelSpectrogram::of(*samples);
    std::vector<float> phones;
    if (network.takesPhonetic()) {
        phones = m_phones.posteriors(std::llround(start * speech::kPhoneRowsPerSecond),
                                     std::llround(end * speech::kPhoneRowsPerSecond));
    }
    return network.predict({mel, phones, start}, times);
}

core::Result<SpeechTrack> SpeechTrack::open(const std::filesystem::path& path, std::stop_token stop,
                                            const core::ProgressCallback& progress) {
    auto reader = openSpeech(path);
    if (!reader) {
        return core::passOn(reader);
    }
    auto activity = speech::VoiceActivity::create();
    if (!activity) {
        return core::passOn(activity);
    }
    auto acoustics = speech::AcousticModel::load();
    if (!acoustics) {
        return core::passOn(acoustics);
    }
    SpeechTrack track{speech::PhonePosteriors(std::move(*acoustics))};
    track.m_path = path;
    std::vector<float> block(kBlockSamples);
    std::int64_t samples = 0;
    while (true) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto read = reader->read(block);
        if (!read) {
            return core::passOn(read);
        }
        if (*read == 0) {
            break;
        }
        const auto samplesRead = std::span(block).first(*read);
        activity->push(samplesRead, track.m_activity);
        track.m_phones.push(samplesRead);
        samples += static_cast<std::int64_t>(*read);
        core::report(progress, {"listen", samples / speech::kSampleRate, 0});
    }
    activity->finish(track.m_activity);
    track.m_phones.finish();
    track.m_seconds = static_cast<double>(samples) / speech::kSampleRate;
    return track;
}

core::Result<std::vector<face::MouthShape>> SpeechTrack::shapesAt(std::span<const double> times,
                                                                  const nets::ShapeNetwork& network,
                                                                  std::stop_token stop) const {
    if (network.measures() != face::kMouthMeasures) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the shape network predicts " + std::to_string(network.measures()) +
                              " measures where " + std::to_string(face::kMouthMeasures) +
                              " are needed",
                          {}, "Use the weights that came with this version");
    }
    auto reader = openSpeech(m_path);
    if (!reader) {
        return core::passOn(reader);
    }
    std::vector<face::MouthShape> shapes;
    shapes.reserve(times.size());
    for (std::size_t begin = 0; begin < times.size();) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        std::size_t end = begin + 1;
        while (end < times.size() && times[end] - times[begin] < kStretchSeconds) {
            ++end;
        }
        const auto rows = predictStretch(*reader, times.subspan(begin, end - begin), network);
        if (!rows) {
            return core::passOn(rows);
        }
        for (std::size_t i = 0; i < end - begin; ++i) {
            face::MouthShape shape{};
            std::copy_n(rows->begin() + static_cast<std::ptrdiff_t>(i * shape.size()), shape.size(),
                        shape.begin());
            shapes.push_back(shape);
        }
        begin = end;
    }
    return shapes;
}

}  // namespace lipwright::dubbing
