// A face's own mean and range of the values that the lip-sync expert takes per frame: what stays
// the same says who it is, not what the mouth does. Plain values.
#pragma once

#include "engine/nets/lipsyncexpert.h"

#include <span>
#include <vector>

namespace lipwright::nets {

struct FaceReference {
    std::vector<float> centre;
    std::vector<float> range;

    /// Of rows of `values`, as many values each as the sight has. Pictures: the mean, range 1.
    /// Landmarks: the median, and the distance of the 5 % and 95 % quantiles in units of the normal
    /// distribution's. Without any row: centre 0, range 1.
    [[nodiscard]] static FaceReference of(ExpertSight sight, std::span<const float> values);

    /// (value − centre) / range of every row; of landmarks clipped to ±4.
    void makeRelative(ExpertSight sight, std::span<float> values) const;
};

}  // namespace lipwright::nets
