#include "engine/training/pictureaugmentation_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace F = torch::nn::functional;

namespace {

torch::Tensor sampled(const torch::Tensor& pictures, const std::array<double, 6>& place,
                      std::int64_t height, std::int64_t width) {
    torch::Tensor theta = torch::empty({1, 2, 3});
    for (std::int64_t i = 0; i < 6; ++i) {
        theta[0][i / 3][i % 3] = place[static_cast<std::size_t>(i)];
    }
    const torch::Tensor grid = F::affine_grid(theta, {1, 3, height, width}, false)
                                   .expand({pictures.size(0), height, width, 2});
    return F::grid_sample(pictures, grid,
                          F::GridSampleFuncOptions()
                              .mode(torch::kBilinear)
                              .padding_mode(torch::kBorder)
                              .align_corners(false));
}

torch::Tensor bytesOf(const StoredClip& clip, const std::vector<std::size_t>& frames) {
    const auto size = static_cast<std::int64_t>(clip.data.faceSize);
    torch::Tensor bytes =
        torch::empty({static_cast<std::int64_t>(frames.size()), size, size, 3}, torch::kByte);
    auto* out = bytes.data_ptr<std::uint8_t>();
    for (const std::size_t frame : frames) {
        out = std::ranges::copy(clip.data.face(frame), out).out;
    }
    return bytes.permute({0, 3, 1, 2}).to(torch::kFloat).div_(255.0F);
}

}  // namespace

CropView CropView::random(Random& random) {
    CropView view;
    const double angle = random.uniform(-0.06, 0.06);
    const double zoom = random.uniform(0.94, 1.06);
    const double stretch = random.uniform(0.92, 1.08);
    const double mirror = random.chance(0.5) ? -1.0 : 1.0;
    view.m_place = {mirror * zoom * stretch * std::cos(angle),
                    -zoom * std::sin(angle),
                    random.uniform(-0.05, 0.05),
                    mirror * zoom * stretch * std::sin(angle),
                    zoom * std::cos(angle),
                    random.uniform(-0.04, 0.04)};
    const double light = random.uniform(0.75, 1.25);
    for (double& gain : view.m_gain) {
        gain = light * random.uniform(0.85, 1.15);
    }
    view.m_offset = random.uniform(-0.08, 0.08);
    view.m_grey = random.chance(0.3) ? random.uniform(0.0, 1.0) : 0.0;
    return view;
}

torch::Tensor CropView::pictures(const StoredClip& clip, const std::vector<std::size_t>& frames,
                                 std::int64_t size) const {
    torch::Tensor made = sampled(bytesOf(clip, frames), m_place, size, size);
    if (m_grey > 0.0) {
        made = made.lerp(made.mean(1, true).expand_as(made), m_grey);
    }
    for (std::int64_t colour = 0; colour < 3; ++colour) {
        made.select(1, colour).mul_(m_gain[static_cast<std::size_t>(colour)]).add_(m_offset);
    }
    return made.clamp_(0.0, 1.0);
}

std::vector<float> CropView::landmarks(const StoredClip& clip, std::size_t frame,
                                       std::int64_t size) const {
    const auto stored = clip.data.faceLandmarks.subspan(frame * kClipLandmarks, kClipLandmarks);
    const auto& [a, b, c, d, e, f] = m_place;
    const double determinant = a * e - b * d;
    const double from = 2.0 / clip.data.faceSize;
    std::vector<float> result(kClipLandmarks);
    for (std::size_t i = 0; i < kClipLandmarks; i += 2) {
        const double x = (stored[i] + 0.5) * from - 1.0 - c;
        const double y = (stored[i + 1] + 0.5) * from - 1.0 - f;
        const double u = (e * x - b * y) / determinant;
        const double v = (a * y - d * x) / determinant;
        result[i] = static_cast<float>((u + 1.0) * 0.5 * static_cast<double>(size) - 0.5);
        result[i + 1] = static_cast<float>((v + 1.0) * 0.5 * static_cast<double>(size) - 0.5);
    }
    return result;
}

torch::Tensor slightlyMoved(const torch::Tensor& picture, Random& random) {
    const double angle = random.uniform(-0.1, 0.1);
    const double zoom = random.uniform(0.92, 1.08);
    const double aspect =
        static_cast<double>(picture.size(1)) / static_cast<double>(picture.size(2));
    return sampled(picture.unsqueeze(0),
                   {zoom * std::cos(angle), -zoom * std::sin(angle) * aspect,
                    random.uniform(-0.06, 0.06), zoom * std::sin(angle) / aspect,
                    zoom * std::cos(angle), random.uniform(-0.06, 0.06)},
                   picture.size(1), picture.size(2))
        .squeeze(0);
}

}  // namespace lipwright::training
