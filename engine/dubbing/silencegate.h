// Brings a mouth to rest where the voice is silent for longer than a pause between words. Pure
// functions on samples and curves.
#pragma once

#include "engine/face/mouthshape.h"
#include "engine/synthesis/shapecurve.h"

#include <span>
#include <vector>

namespace lipwright::dubbing {

/// How loud a voice is, one value per kLevelSeconds.
struct VoiceLevels {
    double firstSecond = 0.0;     ///< on the voice's own timeline
    std::vector<float> decibels;  ///< root mean square below full scale; -120 at the least
};

inline constexpr double kLevelSeconds = 0.01;
/// What is shorter is a pause within speech.
inline constexpr double kShortestSilence = 0.2;
/// Within which the mouth comes to rest and leaves it again, inside of the silence.
inline constexpr double kRestingSeconds = 0.12;

/// Mono samples; a last part shorter than kLevelSeconds is left out.
[[nodiscard]] VoiceLevels levelsOf(std::span<const float> samples, int sampleRate,
                                   double firstSecond);

/// `times`: the instant on the voice's timeline of every shape of the curve. Beyond the levels'
/// ends it is as silent as at them.
void restInSilence(synthesis::ShapeCurve& curve, std::span<const double> times,
                   const VoiceLevels& levels, double gateDecibels, const face::MouthShape& rest);

}  // namespace lipwright::dubbing
