// The lip-sync expert at use (after paper 001 §3.3): embeddings of 0.2 s of a mouth and of 0.2 s of
// sound, whose cosine tells whether they belong together. Two kinds share this interface: one looks
// at pictures, the other at landmarks only, as an independent second judge. One object belongs to
// one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/device.h"
#include "engine/nets/speechfeatures.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::nets {

inline constexpr int kExpertFrames = 5;  ///< frames per window, 0.2 s at 25 fps
inline constexpr double kExpertFramesPerSecond = 25.0;
inline constexpr double kExpertSoundSeconds = 0.18;  ///< of sound that a window looks at
inline constexpr double kExpertSoundContext = 8.0;   ///< reach of the sound's running mean
inline constexpr int kExpertHeight = 48;             ///< lower half of a 96-pixel crop
inline constexpr int kExpertWidth = 96;
inline constexpr int kExpertMouthValues = 46;  ///< face::MouthValues
inline constexpr int kExpertPictureValues = 128;

/// What it looks at.
enum class ExpertSight { pictures, landmarks };

class LipSyncExpert {
public:
    [[nodiscard]] static core::Result<LipSyncExpert> load(const std::filesystem::path& weights,
                                                          Device device = Device::cpu);
    LipSyncExpert(LipSyncExpert&&) noexcept;
    LipSyncExpert& operator=(LipSyncExpert&&) noexcept;
    ~LipSyncExpert();

    [[nodiscard]] ExpertSight sight() const;
    /// Values per frame that embedFrames() takes: kExpertPictureValues or kExpertMouthValues.
    [[nodiscard]] int frameValues() const;
    [[nodiscard]] int embeddingSize() const;

    /// `crops`: n × (48, 96, 3) bytes, RGB, interleaved -> (n, kExpertPictureValues).
    /// ErrorCode::invalidArgument from an expert that looks at landmarks.
    [[nodiscard]] core::Result<std::vector<float>> frameFeatures(
        std::span<const std::uint8_t> crops, int n) const;
    /// (n, frameValues()) of consecutive frames at 25 fps, relative to the face's own mean (and, of
    /// landmarks, range) -> (n − 4, embeddingSize()), rows of unit length; row i is about frames i
    /// to i + 4. Empty for fewer than five frames.
    [[nodiscard]] core::Result<std::vector<float>> embedFrames(std::span<const float> values,
                                                               int n) const;
    /// Windows that begin at `firstSecond` + i / 25, i < `windows` -> (windows, embeddingSize()),
    /// rows of unit length. The features should reach kExpertSoundContext beyond the windows on
    /// both sides where there is sound; windows that reach beyond the features hear silence there.
    [[nodiscard]] core::Result<std::vector<float>> embedSound(const SpeechFeatures& features,
                                                              double firstSecond,
                                                              int windows) const;
    /// Probability of being in sync for the cosine of a picture and a sound embedding (calibrated).
    [[nodiscard]] float probability(float cosine) const;

private:
    struct State;
    explicit LipSyncExpert(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::nets
