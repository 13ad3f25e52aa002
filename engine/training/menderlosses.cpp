#include "engine/training/menderlosses_p.h"

namespace lipwright::training {

namespace {

constexpr std::int64_t kCoarse = 4;  // pixels averaged for goals that lie elsewhere
constexpr std::int64_t kTextureWindow = 8;
constexpr double kRight = 4.0 / 255.0;  // differences that nobody sees
constexpr std::int64_t kErrReach = 5;   // pixels around an error that count in full
constexpr double kRightWeight = 0.05;

/// Weighted mean over pixels and channels of |a − b|, softened; 0 where the mask is empty.
torch::Tensor masked(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& mask,
                     double soft) {
    const torch::Tensor difference = a - b;
    const torch::Tensor size =
        soft > 0.0 ? (difference.square() + soft * soft).sqrt() - soft : difference.abs();
    return (size.mean(1, true) * mask).sum() / mask.sum().clamp_min(1e-6);
}

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

torch::Tensor whereWarpErrs(const MendedPictures& p) {
    const torch::Tensor errs =
        ((p.made - p.goal).abs().mean(1, true) > kRight).to(p.made.scalar_type());
    const torch::Tensor around = torch::max_pool2d(errs, 2 * kErrReach + 1, 1, kErrReach);
    return p.mask * (kRightWeight + (1.0 - kRightWeight) * around);
}

torch::Tensor ownL1(const MendedPictures& p) {
    return masked(p.made, p.goal, p.mask * p.own, p.soft);
}

torch::Tensor shiftedL1(const MendedPictures& p) {
    return masked(coarse(p.made), coarse(p.goal), coarse(p.mask) * (1.0 - p.own), p.soft);
}

torch::Tensor edgeL1(const MendedPictures& p) {
    const torch::Tensor mask = p.mask * p.own;
    return masked(across(p.made), across(p.goal), mask.slice(3, 1), p.soft) +
           masked(down(p.made), down(p.goal), mask.slice(2, 1), p.soft);
}

torch::Tensor textureL1(const MendedPictures& p) {
    const torch::Tensor mask = p.mask.slice(2, 1).slice(3, 1);
    return masked(texture(p.made), texture(p.goal),
                  torch::avg_pool2d(mask, kTextureWindow, kTextureWindow / 2), p.soft);
}

torch::Tensor motionL1(const MendedPictures& p) {
    const torch::Tensor both = torch::minimum(p.mask.slice(0, 0, torch::nullopt, 2),
                                              p.mask.slice(0, 1, torch::nullopt, 2));
    return masked(change(p.made), change(p.goal), both * p.own.slice(0, 0, torch::nullopt, 2),
                  p.soft);
}

}  // namespace lipwright::training
