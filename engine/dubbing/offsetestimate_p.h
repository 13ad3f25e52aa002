// How far a voice is off a mouth, from what both judges say of its shifts. Plain arithmetic.
#pragma once

#include "engine/dubbing/synclane_p.h"

namespace lipwright::dubbing {

/// `baseline`: the film's own sound over the same frames, which tells how deep the judges' minimum
/// is on this face. `microseconds` is how much later the mouth must come. Sound that leads by n
/// frames of 25 fps gives +n and −40,000 · n.
[[nodiscard]] OffsetEstimate estimateOffset(const MeasuredLane& measured,
                                            const MeasuredLane& baseline, double frameSeconds);

}  // namespace lipwright::dubbing
