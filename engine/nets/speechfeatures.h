// The features of a stretch of sound that the networks take. Plain values.
#pragma once

#include <span>

namespace lipwright::nets {

/// Row-major, as engine/speech computes them.
struct SpeechFeatures {
    std::span<const float> mel;  ///< (T, 80), 80 columns per second
    std::span<const float>
        phonetic;               ///< (U, P), 100 rows per second; empty when the model takes none
    double startSeconds = 0.0;  ///< instant of the first column and row
};

}  // namespace lipwright::nets
