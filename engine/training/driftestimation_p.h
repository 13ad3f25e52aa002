// Sound that runs at another pace than its picture: phone recordings whose frame rate was lost, or
// sound that was processed apart from its film.
#pragma once

#include <torch/torch.h>

namespace lipwright::training {

struct DriftEstimate {
    double perFrame = 0.0;  ///< frames the sound is later by per frame of picture
    double gain = 0.0;      ///< mean cosine along the drift above that of the best steady shift
    bool accepted = false;  ///< worth three frames or more over the clip, and clearly better
};

/// `cosines` (windows, 2 reach + 1) over shifts -reach..reach, NaN where unknown; the best straight
/// line through them.
[[nodiscard]] DriftEstimate estimateDrift(const torch::Tensor& cosines);

}  // namespace lipwright::training
