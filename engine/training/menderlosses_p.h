// What a mended mouth lacks against the goal. Pictures are (N, 3, h, w) RGB in [0, 1], two
// consecutive frames in a row; masks (N, 1, h, w) in [0, 1].
#pragma once

#include <torch/torch.h>

namespace lipwright::training {

/// A picture made, the picture aimed at, where it counts, and which of the N aim at the very frame
/// that was dubbed, (N, 1, 1, 1) of 0 and 1. The others' goals lie within a pixel or two only:
/// they are compared at a quarter of the size, where shading shows and texture does not.
/// `soft`: differences x count √(x² + soft²) − soft, so that small ones hardly pull: under a plain
/// L1 a network learns to leave alone what mostly is right already.
struct MendedPictures {
    torch::Tensor made;
    torch::Tensor goal;
    torch::Tensor mask;
    torch::Tensor own;
    double soft = 0.0;
};

/// The mask with a twentieth of its weight where the warp is right already, (N, 1, h, w).
[[nodiscard]] torch::Tensor whereWarpErrs(const MendedPictures& warped);

/// Masked L1 of the own frames.
[[nodiscard]] torch::Tensor ownL1(const MendedPictures& pictures);
/// Masked L1 of the others at a quarter of the size.
[[nodiscard]] torch::Tensor shiftedL1(const MendedPictures& pictures);
/// Masked L1 of differences between neighbouring pixels, of the own frames.
[[nodiscard]] torch::Tensor edgeL1(const MendedPictures& pictures);
/// Masked L1 of how strong texture is around each place: blurring shows wherever the texture lies.
[[nodiscard]] torch::Tensor textureL1(const MendedPictures& pictures);
/// Masked L1 of what changes from a run's first frame to its second, of the own frames.
[[nodiscard]] torch::Tensor motionL1(const MendedPictures& pictures);

}  // namespace lipwright::training
