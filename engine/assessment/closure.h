// Whether lips close where speech demands it: on m, b and p, whose times are known because the
// sentences are spoken by a synthesiser that tells them. Plain functions on values.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace lipwright::assessment {

struct OpeningSample {
    double seconds = 0.0;
    double opening = 0.0;
};

struct SpokenSound {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
};

/// A mouth's curve over dubbed speech, in order of time, and the opening that the face's closed
/// lips measure (landmarks seldom say 0: the 5 % quantile of the original film).
struct MouthCurve {
    std::vector<OpeningSample> samples;
    double closedOpening = 0.0;
};

struct LipClosure {
    int bilabials = 0;    ///< that lie on the curve
    double closed = 0.0;  ///< share of them with closed lips
    double chance = 0.0;  ///< share of all other samples around which lips are as closed
};

/// Lips are closed where the opening is below closedOpening + kClosedShare · (median of the curve −
/// closedOpening).
inline constexpr double kClosedShare = 0.35;
/// How far around a bilabial the closure may lie: two frames of 25 per second.
inline constexpr double kClosureReach = 0.08;

/// A mouth that never moves closes nowhere.
[[nodiscard]] LipClosure lipClosure(const MouthCurve& curve,
                                    std::span<const SpokenSound> bilabials);

/// Sentences full of m, b and p, and when these are spoken.
struct BilabialSpeech {
    std::string language;
    std::filesystem::path sound;  ///< WAV
    std::vector<SpokenSound> bilabials;
};

/// One file per language in `folder`, which must exist; the same every time.
[[nodiscard]] core::Result<std::vector<BilabialSpeech>> speakBilabials(
    const std::filesystem::path& folder);

}  // namespace lipwright::assessment
