// The mouth region's mask that a generator learns to predict (paper 001 §3.5, eq. 9): the convex
// hull of the chin and the tip of the nose, widened.
#pragma once

#include <span>
#include <vector>

namespace lipwright::training {

/// `landmarks`: 68 × (x, y) in pixels of a face crop of `size`. (size/2, size) row-major of 0 and 1
/// for its lower half; the hull widened by `margin` pixels to all sides.
[[nodiscard]] std::vector<float> faceHullMask(std::span<const float> landmarks, int size,
                                              double margin);

}  // namespace lipwright::training
