// A dub track as the engine hears it: when somebody speaks, and the mouth shapes the sound asks
// for. Two streaming passes: activity over the whole file first, then features of one stretch at a
// time, so that hours of sound never sit in memory. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/bilabialclosure.h"
#include "engine/dubbing/silencegate.h"
#include "engine/face/mouthshape.h"
#include "engine/nets/shapenetwork.h"
#include "engine/speech/phoneposteriors.h"
#include "engine/speech/voiceactivity.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::media {
class AudioReader;
}

namespace lipwright::dubbing {

/// What the networks make of a voice: relative shapes at the instants asked for, and where lips are
/// to meet, which closeOnBilabials() has still to bring about for an actor.
struct HeardMouth {
    std::vector<face::MouthShape> shapes;
    std::vector<BilabialSound> bilabials;
};

/// Who moves the mouth, and how.
struct MouthListeners {
    const nets::ShapeNetwork* network = nullptr;
    nets::SpeakingStyle style = {};
    /// Tells where lips meet, without a style; nobody: the network does.
    const nets::ShapeNetwork* universal = nullptr;
};

class SpeechTrack {
public:
    /// Reads the file's first audio stream once.
    [[nodiscard]] static core::Result<SpeechTrack> open(
        const std::filesystem::path& path, std::stop_token stop = {},
        const core::ProgressCallback& progress = {});

    /// Hears no more of an audio stream than mouthAt() needs for instants of [startSeconds,
    /// endSeconds), which may lie before its beginning or behind its end: there is silence.
    /// activity() stays empty.
    [[nodiscard]] static core::Result<SpeechTrack> openAround(
        const std::filesystem::path& path, int stream, double startSeconds, double endSeconds,
        std::shared_ptr<const speech::AcousticModel> acoustics, std::stop_token stop = {});

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] double seconds() const { return m_seconds; }
    /// One byte per 10 ms.
    [[nodiscard]] std::span<const std::uint8_t> activity() const { return m_activity; }

    /// The mouth at `times` (seconds on the track, ascending), predicted in stretches of bounded
    /// length with the networks' own context on both sides.
    [[nodiscard]] core::Result<HeardMouth> mouthAt(std::span<const double> times,
                                                   const MouthListeners& listeners,
                                                   std::stop_token stop = {}) const;

    /// The features of a stretch with its phones, as networks take them.
    [[nodiscard]] core::Result<nets::HeardSpeech> hear(double startSeconds, double endSeconds,
                                                       const std::stop_token& stop = {}) const;

    /// How loud the file is during [startSeconds, endSeconds); silent where it has nothing.
    [[nodiscard]] core::Result<VoiceLevels> levels(double startSeconds, double endSeconds) const;

private:
    explicit SpeechTrack(speech::PhonePosteriors phones) : m_phones(std::move(phones)) {}
    [[nodiscard]] core::Result<nets::HeardSpeech> hearFrom(media::AudioReader& reader,
                                                           double startSeconds, double endSeconds,
                                                           const std::stop_token& stop) const;
    [[nodiscard]] core::Result<HeardMouth> predictStretch(media::AudioReader& reader,
                                                          std::span<const double> times,
                                                          const MouthListeners& listeners,
                                                          const std::stop_token& stop) const;

    speech::PhonePosteriors m_phones;
    std::filesystem::path m_path;
    int m_stream = 0;
    double m_firstSecond = 0.0;  ///< of m_phones
    double m_seconds = 0.0;
    std::vector<std::uint8_t> m_activity;
};

}  // namespace lipwright::dubbing
