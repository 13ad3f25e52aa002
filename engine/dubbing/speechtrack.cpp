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

core::Result<std::vector<float>> predictStretch(media::AudioReader& reader,
                                                std::span<const double> times,
                                                const nets::ShapeNetwork& network) {
    const double margin = network.contextSeconds() + 0.1;
    // The first sample lies on a hop, so that columns fall on the track's own grid.
    const double hop = static_cast<double>(speech::kMelHopSamples) / speech::kSampleRate;
    const double start = std::max(0.0, std::floor((times.front() - margin) / hop) * hop);
    const auto count =
        static_cast<std::size_t>(std::ceil((times.back() + margin - start) * speech::kSampleRate));
    const auto samples = samplesFrom(reader, start, count);
    if (!samples) {
        return core::passOn(samples);
    }
    const std::vector<float> mel = speech::MelSpectrogram::of(*samples);
    return network.predict({mel, {}, start}, times);
}

}  // namespace

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
    SpeechTrack track;
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
        activity->push(std::span(block).first(*read), track.m_activity);
        samples += static_cast<std::int64_t>(*read);
        core::report(progress, {"listen", samples / speech::kSampleRate, 0});
    }
    activity->finish(track.m_activity);
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
