#include "engine/nets/referencechoice.h"

#include <torch/torch.h>

#include <algorithm>
#include <numeric>

namespace lipwright::nets {

namespace {

constexpr std::int64_t kLandmarkValues = 136;
constexpr std::int64_t kFirstChin = 4;
constexpr std::int64_t kEndChin = 13;
constexpr std::int64_t kFirstLip = 48;
constexpr int kRounds = 12;

/// (n, values) of chin and lips.
torch::Tensor mouths(std::span<const float> landmarks) {
    const auto rows = static_cast<std::int64_t>(landmarks.size()) / kLandmarkValues;
    const torch::Tensor all = torch::from_blob(const_cast<float*>(landmarks.data()),
                                               {rows, kLandmarkValues}, torch::kFloat);
    return torch::cat({all.slice(1, 2 * kFirstChin, 2 * kEndChin), all.slice(1, 2 * kFirstLip)}, 1)
        .contiguous();
}

/// The frame nearest to the mean, then always the one farthest from all chosen so far: no drawing
/// of lots, and rare mouths come early.
torch::Tensor spreadCentres(const torch::Tensor& points, std::int64_t count) {
    std::vector<torch::Tensor> centres = {
        points[(points - points.mean(0)).pow(2).sum(1).argmin().item<std::int64_t>()]};
    torch::Tensor nearest = (points - centres[0]).pow(2).sum(1);
    while (static_cast<std::int64_t>(centres.size()) < count) {
        centres.push_back(points[nearest.argmax().item<std::int64_t>()]);
        nearest = torch::minimum(nearest, (points - centres.back()).pow(2).sum(1));
    }
    return torch::stack(centres);
}

}  // namespace

std::vector<std::size_t> chooseReferences(std::span<const float> headLandmarks, std::size_t count) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor points = mouths(headLandmarks);
    const std::int64_t clusters = std::min(static_cast<std::int64_t>(count), points.size(0));
    if (clusters <= 0) {
        return {};
    }
    torch::Tensor centres = spreadCentres(points, clusters);
    torch::Tensor owner;
    for (int round = 0; round < kRounds; ++round) {
        owner = torch::cdist(points, centres).argmin(1);
        for (std::int64_t cluster = 0; cluster < clusters; ++cluster) {
            const torch::Tensor members = points.index({owner == cluster});
            if (members.size(0) > 0) {
                centres[cluster] = members.mean(0);
            }
        }
    }
    const torch::Tensor sizes = torch::bincount(owner, {}, clusters);
    const torch::Tensor nearest = torch::cdist(centres, points).argmin(1);
    std::vector<std::size_t> chosen;
    const torch::Tensor order = sizes.argsort(0, true);
    for (std::int64_t i = 0; i < clusters; ++i) {
        const auto cluster = order[i].item<std::int64_t>();
        const auto frame = static_cast<std::size_t>(nearest[cluster].item<std::int64_t>());
        if (sizes[cluster].item<std::int64_t>() > 0 &&
            std::ranges::find(chosen, frame) == chosen.end()) {
            chosen.push_back(frame);
        }
    }
    return chosen;
}

}  // namespace lipwright::nets
