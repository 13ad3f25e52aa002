#include "engine/training/expertclips_p.h"

#include <array>
#include <cmath>
#include <vector>

namespace lipwright::training {

namespace {

constexpr std::int64_t kLargestBandShift = 3;

/// The mouth's 20 landmarks (48 to 67) as a mirror shows them.
constexpr std::array<std::int64_t, 20> kMirrored = {6, 5, 4,  3,  2,  1,  0,  11, 10, 9,
                                                    8, 7, 16, 15, 14, 13, 12, 19, 18, 17};

/// Mouth values (46, L) of the mirrored face: partners exchanged, x negated.
void mirrorValues(torch::Tensor values) {
    const torch::Tensor points = values.slice(0, kClipMeasures);
    const torch::Tensor before = points.clone();
    for (std::int64_t i = 0; i < 20; ++i) {
        const std::int64_t partner = kMirrored[static_cast<std::size_t>(i)];
        points[2 * i].copy_(-before[2 * partner]);
        points[2 * i + 1].copy_(before[2 * partner + 1]);
    }
}

/// (count, 2, 3) matrices for affine_grid; `mirrored` says which of them flip.
torch::Tensor randomPlacements(std::int64_t count, std::vector<bool>& mirrored, Random& random) {
    torch::Tensor theta = torch::zeros({count, 2, 3});
    auto at = theta.accessor<float, 3>();
    for (std::int64_t i = 0; i < count; ++i) {
        const double zoom = random.uniform(0.9, 1.12);
        const double angle = random.uniform(-0.12, 0.12);
        mirrored.push_back(random.chance(0.5));
        const double mirror = mirrored.back() ? -1.0 : 1.0;
        // Turning in the unit square of a 96 × 48 picture: x and y differ by the aspect ratio.
        at[i][0][0] = static_cast<float>(mirror * zoom * std::cos(angle));
        at[i][0][1] = static_cast<float>(-zoom * std::sin(angle) * 0.5);
        at[i][0][2] = static_cast<float>(random.uniform(-0.1, 0.1));
        at[i][1][0] = static_cast<float>(mirror * zoom * std::sin(angle) * 2.0);
        at[i][1][1] = static_cast<float>(zoom * std::cos(angle));
        at[i][1][2] = static_cast<float>(random.uniform(-0.16, 0.16));
    }
    return theta;
}

/// `stretch` (L, 3, 48, 96).
void changeLight(torch::Tensor stretch, Random& random) {
    if (random.chance(0.3)) {
        stretch.copy_(stretch.mean(1, true).expand_as(stretch).clone());
    }
    const double all = random.uniform(0.7, 1.3);
    const double offset = random.uniform(-0.12, 0.12);
    for (std::int64_t colour = 0; colour < 3; ++colour) {
        stretch.select(1, colour).mul_(all * random.uniform(0.85, 1.15)).add_(offset);
    }
}

void blankRectangle(torch::Tensor stretch, Random& random) {
    const auto height = static_cast<std::int64_t>(random.uniform(6, 20));
    const auto width = static_cast<std::int64_t>(random.uniform(8, 32));
    const auto y = static_cast<std::int64_t>(random.index(static_cast<std::size_t>(48 - height)));
    const auto x = static_cast<std::int64_t>(random.index(static_cast<std::size_t>(96 - width)));
    stretch.slice(2, y, y + height).slice(3, x, x + width).fill_(random.uniform());
}

/// (count, 1, 1) factors, 0 with the given probability, else 1.
torch::Tensor randomGate(std::int64_t count, double closed, Random& random) {
    torch::Tensor gate = torch::ones({count, 1, 1});
    for (std::int64_t i = 0; i < count; ++i) {
        if (random.chance(closed)) {
            gate[i].zero_();
        }
    }
    return gate;
}

}  // namespace

void augmentPictures(ExpertBatch& batch, Random& random) {
    const auto sizes = batch.pictures.sizes().vec();
    const torch::Tensor flat =
        batch.pictures.reshape({sizes[0], sizes[1] * sizes[2], sizes[3], sizes[4]});
    std::vector<bool> mirrored;
    const torch::Tensor grid = torch::affine_grid_generator(
        randomPlacements(sizes[0], mirrored, random), flat.sizes(), false);
    // Bilinear, borders repeated.
    batch.pictures = torch::grid_sampler(flat, grid, 0, 1, false).reshape(sizes);
    for (std::int64_t i = 0; i < sizes[0]; ++i) {
        if (mirrored[static_cast<std::size_t>(i)]) {
            mirrorValues(batch.values[i]);
        }
        torch::Tensor stretch = batch.pictures[i];
        changeLight(stretch, random);
        if (random.chance(0.25)) {
            blankRectangle(stretch, random);
        }
        if (random.chance(0.3)) {
            stretch.add_(torch::randn_like(stretch), 0.03);
        }
    }
    batch.pictures.clamp_(0.0, 1.0);
}

void augmentValues(torch::Tensor& values, Random& random) {
    const std::int64_t count = values.size(0);
    const std::int64_t size = values.size(1);
    for (std::int64_t i = 0; i < count; ++i) {
        if (random.chance(0.5)) {
            mirrorValues(values[i]);
        }
    }
    values = values * (1.0 + 0.2 * torch::randn({count, 1, 1})) +
             0.15 * torch::randn({count, size, 1}) + 0.1 * torch::randn_like(values);
    values.mul_((torch::rand({count, size, 1}) > 0.1).to(torch::kFloat));
}

void augmentSound(torch::Tensor& grid, std::int64_t phonetic, Random& random) {
    const std::int64_t count = grid.size(0);
    torch::Tensor phones = grid.slice(1, 0, phonetic);
    torch::Tensor heard = grid.slice(1, phonetic).clone();  // loudness, bands
    const std::int64_t bands = heard.size(1);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto shift =
            static_cast<std::int64_t>(random.index(2 * kLargestBandShift + 1)) - kLargestBandShift;
        if (shift != 0) {
            torch::Tensor mel = heard[i].slice(0, 1);
            mel.copy_(torch::roll(mel, shift, 0));
        }
    }
    heard.add_(0.4 * torch::randn({count, 1, 1}))
        .add_(0.2 * torch::randn({count, bands, 1}))
        .add_(0.15 * torch::randn_like(heard));
    heard.mul_(randomGate(count, 0.15, random));
    if (phonetic > 0) {
        phones = (phones + 0.15 * torch::randn_like(phones)) * randomGate(count, 0.1, random);
    }
    grid = torch::cat({phones, heard}, 1);
}

}  // namespace lipwright::training
