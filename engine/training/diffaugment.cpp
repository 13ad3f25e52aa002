#include "engine/training/diffaugment_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr double kErased = 0.5;

/// (B, 2, 3): where in the stack, in [-1, 1] both ways, each place of the result is taken from.
torch::Tensor placements(const std::vector<Augmentation>& augmentations, double aspect) {
    torch::Tensor result =
        torch::empty({static_cast<std::int64_t>(augmentations.size()), 2, 3}, torch::kFloat);
    float* value = result.data_ptr<float>();
    for (const Augmentation& a : augmentations) {
        const double cosine = std::cos(a.rotation) / a.scale;
        const double sine = std::sin(a.rotation) / a.scale;
        const double x = -2.0 * a.right;
        const double y = -2.0 * a.down;
        // Turning happens in pixels, which are not square in shares of the picture's sides.
        for (const double v : {cosine, sine / aspect, cosine * x + sine / aspect * y,
                               -sine * aspect, cosine, -sine * aspect * x + cosine * y}) {
            *value++ = static_cast<float>(v);
        }
    }
    return result;
}

/// (B, 1, H, W): 0 in the boxes, 1 elsewhere.
torch::Tensor keptPixels(const std::vector<Augmentation>& augmentations, std::int64_t height,
                         std::int64_t width) {
    torch::Tensor kept = torch::ones(
        {static_cast<std::int64_t>(augmentations.size()), 1, height, width}, torch::kFloat);
    const auto pixel = [](double share, std::int64_t side) {
        return static_cast<std::int64_t>(
            std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(side)));
    };
    for (std::size_t i = 0; i < augmentations.size(); ++i) {
        const Augmentation& a = augmentations[i];
        const std::int64_t left = pixel(a.boxLeft, width);
        const std::int64_t top = pixel(a.boxTop, height);
        kept[static_cast<std::int64_t>(i)][0]
            .narrow(0, top, pixel(a.boxTop + a.boxHeight, height) - top)
            .narrow(1, left, pixel(a.boxLeft + a.boxWidth, width) - left)
            .zero_();
    }
    return kept;
}

void drawBox(Augmentation& augmentation, Random& random, double largest) {
    augmentation.boxWidth = random.uniform(0.0, largest);
    augmentation.boxHeight = random.uniform(0.0, largest);
    augmentation.boxLeft = random.uniform() - augmentation.boxWidth / 2.0;
    augmentation.boxTop = random.uniform() - augmentation.boxHeight / 2.0;
}

}  // namespace

std::vector<Augmentation> drawAugmentations(std::int64_t count, Random& random,
                                            const AugmentationRange& range) {
    std::vector<Augmentation> drawn(static_cast<std::size_t>(count));
    for (Augmentation& a : drawn) {
        a.right = random.uniform(-range.shift, range.shift);
        a.down = random.uniform(-range.shift, range.shift);
        a.rotation = random.uniform(-range.rotation, range.rotation);
        a.scale = std::exp(random.uniform(-range.scale, range.scale));
        if (random.chance(range.erasing)) {
            drawBox(a, random, range.largestBox);
        }
    }
    return drawn;
}

torch::Tensor augmented(const torch::Tensor& stacks,
                        const std::vector<Augmentation>& augmentations) {
    namespace F = torch::nn::functional;
    // In half precision the places would be rounded to whole pixels.
    const c10::impl::ExcludeDispatchKeyGuard fullPrecision(c10::autocast_dispatch_keyset);
    TORCH_CHECK(stacks.size(0) == static_cast<std::int64_t>(augmentations.size()),
                "every sample needs its augmentation");
    const std::int64_t height = stacks.size(2);
    const std::int64_t width = stacks.size(3);
    const double aspect = static_cast<double>(width) / static_cast<double>(height);
    const auto like = [&stacks](const torch::Tensor& tensor) {
        return tensor.to(stacks.device(), stacks.scalar_type());
    };
    const torch::Tensor grid =
        F::affine_grid(like(placements(augmentations, aspect)),
                       {stacks.size(0), stacks.size(1), height, width}, /*align_corners=*/false);
    const torch::Tensor moved = F::grid_sample(
        stacks, grid,
        F::GridSampleFuncOptions().padding_mode(torch::kReflection).align_corners(false));
    const torch::Tensor kept = like(keptPixels(augmentations, height, width));
    return moved * kept + kErased * (1.0 - kept);
}

torch::Tensor diffAugment(const torch::Tensor& stacks, Random& random,
                          const AugmentationRange& range) {
    return augmented(stacks, drawAugmentations(stacks.size(0), random, range));
}

}  // namespace lipwright::training
