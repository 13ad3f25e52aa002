// Which frames of a person stand for all of them (paper 001 §3.5): one of every cluster of lip and
// chin landmarks, so that the mouths differ as much as the footage lets them. Training and use
// share it. Free function, safe from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lipwright::nets {

/// `headLandmarks`: n rows of 68 × (x, y) in head coordinates. Indices into them, at most `count`,
/// largest cluster first, no two alike; fewer when there are not so many different mouths. Equal
/// calls give equal results.
[[nodiscard]] std::vector<std::size_t> chooseReferences(std::span<const float> headLandmarks,
                                                        std::size_t count);

}  // namespace lipwright::nets
