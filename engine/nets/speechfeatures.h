// The features of a stretch of sound that the networks take. Plain values.
#pragma once

#include <span>
#include <vector>

namespace lipwright::nets {

/// Row-major, as engine/speech computes them.
struct SpeechFeatures {
    std::span<const float> mel;  ///< (T, 80), 80 columns per second
    std::span<const float>
        phonetic;               ///< (U, P), 100 rows per second; empty when the model takes none
    double startSeconds = 0.0;  ///< instant of the first column and row
};

/// The same with memory of its own.
struct HeardSpeech {
    std::vector<float> mel;
    std::vector<float> phonetic;
    double startSeconds = 0.0;

    [[nodiscard]] SpeechFeatures features() const { return {mel, phonetic, startSeconds}; }
};

}  // namespace lipwright::nets
