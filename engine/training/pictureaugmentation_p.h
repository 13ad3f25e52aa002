// One way to look at a clip's face crops, the same for every frame that goes into a batch together:
// mirrored, moved, turned, stretched and in another light. A face seen so is another person's to
// the network: identities are what little footage has too few of.
#pragma once

#include "engine/training/clipstore.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <array>
#include <vector>

namespace lipwright::training {

class CropView {
public:
    /// As it is.
    CropView() = default;
    [[nodiscard]] static CropView random(Random& random);

    /// (n, 3, size, size) RGB in [0, 1].
    [[nodiscard]] torch::Tensor pictures(const StoredClip& clip,
                                         const std::vector<std::size_t>& frames,
                                         std::int64_t size) const;
    /// 68 × (x, y) in pixels of these pictures; where the view mirrors, still in their old order.
    [[nodiscard]] std::vector<float> landmarks(const StoredClip& clip, std::size_t frame,
                                               std::int64_t size) const;

private:
    /// Picture made -> crop, both from −1 to 1: row by row.
    std::array<double, 6> m_place = {1, 0, 0, 0, 1, 0};
    std::array<double, 3> m_gain = {1, 1, 1};
    double m_offset = 0.0;
    double m_grey = 0.0;  ///< 0: colours as they are, 1: none
};

/// A copy (3, h, w) moved, turned and zoomed a little: fills up missing references (§3.5).
[[nodiscard]] torch::Tensor slightlyMoved(const torch::Tensor& picture, Random& random);

}  // namespace lipwright::training
