#include "engine/training/generatorlosses_p.h"
#include "engine/training/menderlosses_p.h"

namespace lipwright::training {

namespace {

constexpr std::int64_t kCoarse = 4;  // pixels averaged for goals that lie elsewhere
constexpr std::int64_t kTextureWindow = 8;

torch::Tensor coarse(const torch::Tensor& x) {
    return torch::avg_pool2d(x, kCoarse, kCoarse);
}

torch::Tensor across(const torch::Tensor& x) {
    return x.slice(3, 1) - x.slice(3, 0, -1);
}

torch::Tensor down(const torch::Tensor& x) {
    return x.slice(2, 1) - x.slice(2, 0, -1);
}

/// Mean strength of the differences between neighbours around each place.
torch::Tensor texture(const torch::Tensor& picture) {
    const torch::Tensor grey = picture.mean(1, true);
    const torch::Tensor strength = across(grey).slice(2, 1).abs() + down(grey).slice(3, 1).abs();
    return torch::avg_pool2d(strength, kTextureWindow, kTextureWindow / 2);
}

torch::Tensor change(const torch::Tensor& x) {
    return x.slice(0, 1, torch::nullopt, 2) - x.slice(0, 0, torch::nullopt, 2);
}

}  // namespace

torch::Tensor ownL1(const MendedPictures& p) {
    return maskedL1(p.made, p.goal, p.mask * p.own);
}

torch::Tensor shiftedL1(const MendedPictures& p) {
    return maskedL1(coarse(p.made), coarse(p.goal), coarse(p.mask) * (1.0 - p.own));
}

torch::Tensor edgeL1(const MendedPictures& p) {
    const torch::Tensor mask = p.mask * p.own;
    return maskedL1(across(p.made), across(p.goal), mask.slice(3, 1)) +
           maskedL1(down(p.made), down(p.goal), mask.slice(2, 1));
}

torch::Tensor textureL1(const MendedPictures& p) {
    const torch::Tensor mask = p.mask.slice(2, 1).slice(3, 1);
    return maskedL1(texture(p.made), texture(p.goal),
                    torch::avg_pool2d(mask, kTextureWindow, kTextureWindow / 2));
}

torch::Tensor motionL1(const MendedPictures& p) {
    const torch::Tensor both = torch::minimum(p.mask.slice(0, 0, torch::nullopt, 2),
                                              p.mask.slice(0, 1, torch::nullopt, 2));
    return maskedL1(change(p.made), change(p.goal), both * p.own.slice(0, 0, torch::nullopt, 2));
}

}  // namespace lipwright::training
