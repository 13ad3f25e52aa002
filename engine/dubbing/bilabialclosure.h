// Closes the lips of a wanted curve on m, b and p. The shape network predicts the mean mouth of all
// that a sound may look like and leaves them ajar; the voice's phones tell when they must meet.
// Pure functions on values; docs/METHOD.md tells how the thresholds were found.
#pragma once

#include "engine/face/mouthshape.h"
#include "engine/synthesis/shapecurve.h"

#include <optional>
#include <span>
#include <vector>

namespace lipwright::dubbing {

/// A moment at which somebody seems to say m, b or p.
struct BilabialSound {
    double seconds = 0.0;      ///< on the voice's timeline; stops: of the burst
    float probability = 0.0F;  ///< of m, b and p together, smoothed; seldom above 0.3
    /// How far the universal network lowers the opening there (z-score), on which it was found out
    /// when lips meet; nothing: that of the curve itself counts.
    std::optional<float> usualOpening = {};
};

/// `phonetic`: rows of speech::kPhones posteriors, speech::kPhoneRowsPerSecond of them per second
/// from `firstSecond` on. Where the probability stays high for longer than such a sound lasts, it
/// is none. In order of time.
[[nodiscard]] std::vector<BilabialSound> bilabialSounds(std::span<const float> phonetic,
                                                        double firstSecond);

/// Fills in the usual opening of each sound that has frames near it, from the universal network's
/// shapes at `times`.
void judgeByOpening(std::span<BilabialSound> sounds, std::span<const face::MouthShape> usual,
                    std::span<const double> times);

/// Lowers the curve where it is lowest around each sound, the more the likelier the sound is and
/// the lower the usual opening: up to closed lips in one frame, fading within
/// kClosingSeconds on both sides. Opens nothing. `times`: the instant on the voice's timeline of
/// every shape of the curve, ascending.
void closeOnBilabials(synthesis::ShapeCurve& curve, std::span<const double> times,
                      std::span<const BilabialSound> sounds, const face::MouthRange& actor);

inline constexpr double kClosingSeconds = 0.1;

}  // namespace lipwright::dubbing
