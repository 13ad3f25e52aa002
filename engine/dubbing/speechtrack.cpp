#include "engine/dubbing/speechtrack.h"

#include "engine/media/audioblocks.h"
#include "engine/speech/melspectrogram.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::dubbing {
namespace {

constexpr double kStretchSeconds = 20.0;  ///< predicted at a time; bounds the memory
constexpr double kHearingReach = 9.0;     ///< cepstral means look 8 s to each side
constexpr long long kPhoneRowsAtOnce = 2 * speech::kPhoneRowsPerSecond;  ///< between two stops
constexpr double kFeatureGrid = 0.05;  ///< seconds; four mel columns, five phone rows

core::Result<media::AudioReader> openSpeech(const std::filesystem::path& path, int stream) {
    return media::AudioReader::open(path, {speech::kSampleRate, 1}, stream);
}

/// The multiple of the grid at or before an instant: mel columns and phone rows both fall on it.
double onGrid(double seconds) {
    return std::floor(seconds / kFeatureGrid) * kFeatureGrid;
}

std::int64_t samplesIn(double seconds) {
    return std::llround(seconds * speech::kSampleRate);
}

/// What is heard reaches over the ends of a stretch. Each of several tells of its own time only,
/// the first and last also of what lies beyond the ends of all.
void keepOwn(std::vector<BilabialSound>& sounds, std::span<const double> times, std::size_t begin,
             std::size_t end) {
    std::erase_if(sounds, [&](const BilabialSound& sound) {
        return (begin > 0 && sound.seconds < times[begin]) ||
               (end < times.size() && sound.seconds >= times[end]);
    });
}

core::Result<std::vector<face::MouthShape>> predicted(const nets::ShapeNetwork& network,
                                                      const nets::HeardSpeech& heard,
                                                      std::span<const double> times,
                                                      nets::SpeakingStyle style) {
    const auto rows = network.predict(heard.features(), times, style);
    if (!rows) {
        return core::passOn(rows);
    }
    std::vector<face::MouthShape> shapes(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        std::copy_n(rows->begin() + static_cast<std::ptrdiff_t>(i * face::kMouthMeasures),
                    face::kMouthMeasures, shapes[i].begin());
    }
    return shapes;
}

}  // namespace

core::Result<nets::HeardSpeech> SpeechTrack::hearFrom(media::AudioReader& reader,
                                                      double startSeconds, double endSeconds,
                                                      const std::stop_token& stop) const {
    nets::HeardSpeech heard;
    heard.startSeconds = std::max(m_firstSecond, onGrid(startSeconds));
    const auto samples =
        media::readStretch(reader, samplesIn(heard.startSeconds),
                           static_cast<std::int64_t>(
                               std::ceil((endSeconds - heard.startSeconds) * speech::kSampleRate)));
    if (!samples) {
        return core::passOn(samples);
    }
    heard.mel = speech::MelSpectrogram::of(*samples);
    const auto rowAt = [this](double seconds) {
        return std::llround((seconds - m_firstSecond) * speech::kPhoneRowsPerSecond);
    };
    const auto end = rowAt(endSeconds);
    for (auto row = rowAt(heard.startSeconds); row < end; row += kPhoneRowsAtOnce) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto some = m_phones.posteriors(row, std::min(row + kPhoneRowsAtOnce, end));
        heard.phonetic.insert(heard.phonetic.end(), some.begin(), some.end());
    }
    return heard;
}

core::Result<nets::HeardSpeech> SpeechTrack::hear(double startSeconds, double endSeconds,
                                                  const std::stop_token& stop) const {
    auto reader = openSpeech(m_path, m_stream);
    return reader ? hearFrom(*reader, startSeconds, endSeconds, stop)
                  : core::Result<nets::HeardSpeech>(core::passOn(reader));
}

core::Result<HeardMouth> SpeechTrack::predictStretch(media::AudioReader& reader,
                                                     std::span<const double> times,
                                                     const MouthListeners& listeners,
                                                     const std::stop_token& stop) const {
    const double margin = listeners.network->contextSeconds() + kFeatureGrid;
    const auto heard = hearFrom(reader, times.front() - margin, times.back() + margin, stop);
    if (!heard) {
        return core::passOn(heard);
    }
    auto shapes = predicted(*listeners.network, *heard, times, listeners.style);
    if (!shapes) {
        return core::passOn(shapes);
    }
    HeardMouth mouth{std::move(*shapes), bilabialSounds(heard->phonetic, heard->startSeconds)};
    if (listeners.universal != nullptr) {
        const auto usual = predicted(*listeners.universal, *heard, times, {});
        if (!usual) {
            return core::passOn(usual);
        }
        judgeByOpening(mouth.bilabials, *usual, times);
    }
    return mouth;
}

core::Result<SpeechTrack> SpeechTrack::open(const std::filesystem::path& path, std::stop_token stop,
                                            const core::ProgressCallback& progress) {
    auto reader = openSpeech(path, 0);
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
    const auto samples = media::readBlocks(
        *reader,
        [&](std::span<const float> block) {
            activity->push(block, track.m_activity);
            track.m_phones.push(block);
        },
        stop, progress);
    if (!samples) {
        return core::passOn(samples);
    }
    activity->finish(track.m_activity);
    track.m_phones.finish();
    track.m_seconds = static_cast<double>(*samples) / speech::kSampleRate;
    return track;
}

core::Result<SpeechTrack> SpeechTrack::openAround(
    const std::filesystem::path& path, int stream, double startSeconds, double endSeconds,
    std::shared_ptr<const speech::AcousticModel> acoustics, std::stop_token stop) {
    auto reader = openSpeech(path, stream);
    if (!reader) {
        return core::passOn(reader);
    }
    SpeechTrack track{speech::PhonePosteriors(std::move(acoustics))};
    track.m_path = path;
    track.m_stream = stream;
    track.m_firstSecond = onGrid(startSeconds - kHearingReach);
    const double end = endSeconds + kHearingReach;
    for (double at = track.m_firstSecond; at < end; at += kStretchSeconds) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto samples = media::readStretch(*reader, samplesIn(at),
                                                samplesIn(std::min(kStretchSeconds, end - at)));
        if (!samples) {
            return core::passOn(samples);
        }
        track.m_phones.push(*samples);
    }
    track.m_phones.finish();
    track.m_seconds = end;
    return track;
}

core::Result<HeardMouth> SpeechTrack::mouthAt(std::span<const double> times,
                                              const MouthListeners& listeners,
                                              std::stop_token stop) const {
    const nets::ShapeNetwork& network = *listeners.network;
    if (network.measures() != face::kMouthMeasures) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the shape network predicts " + std::to_string(network.measures()) +
                              " measures where " + std::to_string(face::kMouthMeasures) +
                              " are needed",
                          {}, "Use the weights that came with this version");
    }
    auto reader = openSpeech(m_path, m_stream);
    if (!reader) {
        return core::passOn(reader);
    }
    HeardMouth mouth;
    mouth.shapes.reserve(times.size());
    for (std::size_t begin = 0; begin < times.size();) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        std::size_t end = begin + 1;
        while (end < times.size() && times[end] - times[begin] < kStretchSeconds) {
            ++end;
        }
        auto stretch = predictStretch(*reader, times.subspan(begin, end - begin), listeners, stop);
        if (!stretch) {
            return core::passOn(stretch);
        }
        mouth.shapes.insert(mouth.shapes.end(), stretch->shapes.begin(), stretch->shapes.end());
        keepOwn(stretch->bilabials, times, begin, end);
        mouth.bilabials.insert(mouth.bilabials.end(), stretch->bilabials.begin(),
                               stretch->bilabials.end());
        begin = end;
    }
    return mouth;
}

core::Result<VoiceLevels> SpeechTrack::levels(double startSeconds, double endSeconds) const {
    auto reader = openSpeech(m_path, m_stream);
    if (!reader) {
        return core::passOn(reader);
    }
    const auto samples =
        media::readStretch(*reader, samplesIn(startSeconds), samplesIn(endSeconds - startSeconds));
    if (!samples) {
        return core::passOn(samples);
    }
    return levelsOf(*samples, speech::kSampleRate, startSeconds);
}

}  // namespace lipwright::dubbing
