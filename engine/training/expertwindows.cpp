#include "engine/training/expertwindows_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr double kColumnsPerSecond = 80.0;
constexpr double kFrameSeconds = 0.04;

bool unbroken(const StoredClip& clip, std::size_t frame) {
    for (std::size_t k = 0; k < kWindowFrames; ++k) {
        if (clip.data.usable[frame + k] == 0) {
            return false;
        }
    }
    const double span = clip.data.seconds[frame + kWindowFrames - 1] - clip.data.seconds[frame];
    return std::abs(span - (kWindowFrames - 1) * kFrameSeconds) < 0.5 * kFrameSeconds;
}

/// (N, 2, 3) matrices for affine_grid.
torch::Tensor randomPlacements(std::int64_t count, Random& random) {
    torch::Tensor theta = torch::zeros({count, 2, 3});
    auto at = theta.accessor<float, 3>();
    for (std::int64_t i = 0; i < count; ++i) {
        const double zoom = random.uniform(0.9, 1.12);
        const double angle = random.uniform(-0.12, 0.12);
        const double mirror = random.chance(0.5) ? -1.0 : 1.0;
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

/// Gain and shift per colour channel, the same for the five frames: (N, 15, 1, 1) each.
std::pair<torch::Tensor, torch::Tensor> randomLight(std::int64_t count, Random& random) {
    torch::Tensor gain = torch::empty({count, 15});
    torch::Tensor shift = torch::empty({count, 15});
    auto g = gain.accessor<float, 2>();
    auto s = shift.accessor<float, 2>();
    for (std::int64_t i = 0; i < count; ++i) {
        const double all = random.uniform(0.7, 1.3);
        const double offset = random.uniform(-0.12, 0.12);
        for (int colour = 0; colour < 3; ++colour) {
            const double own = all * random.uniform(0.85, 1.15);
            for (int frame = 0; frame < kWindowFrames; ++frame) {
                g[i][3 * frame + colour] = static_cast<float>(own);
                s[i][3 * frame + colour] = static_cast<float>(offset);
            }
        }
    }
    return {gain.view({count, 15, 1, 1}), shift.view({count, 15, 1, 1})};
}

void makeGrey(torch::Tensor picture) {
    const torch::Tensor frames = picture.view({kWindowFrames, 3, picture.size(1), picture.size(2)});
    frames.copy_(frames.mean(1, true).expand_as(frames).clone());
}

void blankRectangle(torch::Tensor picture, Random& random) {
    const auto height = static_cast<std::int64_t>(random.uniform(6, 20));
    const auto width = static_cast<std::int64_t>(random.uniform(8, 32));
    const auto y = static_cast<std::int64_t>(random.index(static_cast<std::size_t>(48 - height)));
    const auto x = static_cast<std::int64_t>(random.index(static_cast<std::size_t>(96 - width)));
    picture.slice(1, y, y + height).slice(2, x, x + width).fill_(random.uniform());
}

}  // namespace

std::int64_t firstColumn(const StoredClip& clip, std::size_t frame, int shift) {
    const double seconds = clip.soundSeconds(frame) + shift * kFrameSeconds;
    return static_cast<std::int64_t>(std::floor(kColumnsPerSecond * seconds + 1e-6));
}

bool hasColumns(const StoredClip& clip, std::int64_t column) {
    return column >= 0 &&
           column + kWindowColumns <= static_cast<std::int64_t>(clip.data.melColumns());
}

std::vector<std::size_t> windowStarts(const StoredClip& clip) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i + kWindowFrames <= clip.data.frames(); ++i) {
        if (unbroken(clip, i) && hasColumns(clip, firstColumn(clip, i))) {
            starts.push_back(i);
        }
    }
    return starts;
}

torch::Tensor pictureWindows(const std::vector<const StoredClip*>& clips,
                             const std::vector<WindowPlace>& places) {
    const auto count = static_cast<std::int64_t>(places.size());
    torch::Tensor bytes =
        torch::empty({count, kWindowFrames, kClipCropHeight, kClipCropWidth, 3}, torch::kByte);
    std::uint8_t* out = bytes.data_ptr<std::uint8_t>();
    for (const WindowPlace& place : places) {
        const auto source = clips[place.clip]->data.crops.subspan(place.frame * kClipCropBytes,
                                                                  kWindowFrames * kClipCropBytes);
        out = std::copy(source.begin(), source.end(), out);
    }
    return bytes.permute({0, 1, 4, 2, 3})
        .to(torch::kFloat)
        .div_(255.0F)
        .reshape({count, 3 * kWindowFrames, kClipCropHeight, kClipCropWidth});
}

torch::Tensor soundWindows(const std::vector<const StoredClip*>& clips,
                           const std::vector<WindowPlace>& places) {
    const auto count = static_cast<std::int64_t>(places.size());
    torch::Tensor mel = torch::empty({count, kWindowColumns, kClipMelBands});
    float* out = mel.data_ptr<float>();
    for (const WindowPlace& place : places) {
        const StoredClip& clip = *clips[place.clip];
        const auto first = static_cast<std::size_t>(firstColumn(clip, place.frame));
        const auto source =
            clip.data.mel.subspan(first * kClipMelBands, kWindowColumns * kClipMelBands);
        out = std::copy(source.begin(), source.end(), out);
    }
    return mel.transpose(1, 2).unsqueeze(1).contiguous();
}

torch::Tensor measureWindows(const std::vector<const StoredClip*>& clips,
                             const std::vector<WindowPlace>& places) {
    constexpr std::size_t kValues = std::size_t{kWindowFrames} * kClipMeasures;
    torch::Tensor measures = torch::empty(
        {static_cast<std::int64_t>(places.size()), static_cast<std::int64_t>(kValues)});
    float* out = measures.data_ptr<float>();
    for (const WindowPlace& place : places) {
        const float* source = clips[place.clip]->relative.data() + place.frame * kClipMeasures;
        out = std::copy_n(source, kValues, out);
    }
    return measures;
}

torch::Tensor phoneWindows(const std::vector<const StoredClip*>& clips,
                           const std::vector<WindowPlace>& places) {
    const std::size_t size = clips.front()->data.phoneticSize;
    torch::Tensor phones = torch::empty({static_cast<std::int64_t>(places.size()), kPhoneInstants,
                                         static_cast<std::int64_t>(size)});
    float* out = phones.data_ptr<float>();
    for (const WindowPlace& place : places) {
        const StoredClip& clip = *clips[place.clip];
        const auto rows =
            static_cast<std::int64_t>(clip.data.phonetic.size() / std::max<std::size_t>(1, size));
        for (int k = 0; k < kPhoneInstants; ++k) {
            const double seconds = clip.soundSeconds(place.frame) + 0.025 + 0.05 * k;
            const auto row = static_cast<std::size_t>(
                std::clamp<std::int64_t>(std::llround(100.0 * seconds), 0, rows - 1));
            const auto source = clip.data.phonetic.subspan(row * size, size);
            out = std::copy(source.begin(), source.end(), out);
        }
    }
    return phones;
}

torch::Tensor augmentedPictures(const torch::Tensor& pictures, Random& random) {
    const std::int64_t count = pictures.size(0);
    const torch::Tensor grid =
        torch::affine_grid_generator(randomPlacements(count, random), pictures.sizes(), false);
    // Bilinear, borders repeated.
    torch::Tensor result = torch::grid_sampler(pictures, grid, 0, 1, false);
    const auto [gain, shift] = randomLight(count, random);
    result = result * gain + shift;
    for (std::int64_t i = 0; i < count; ++i) {
        if (random.chance(0.3)) {
            makeGrey(result[i]);
        }
        if (random.chance(0.25)) {
            blankRectangle(result[i], random);
        }
        if (random.chance(0.3)) {
            result[i].add_(torch::randn_like(result[i]), 0.03);
        }
    }
    return result.clamp_(0.0, 1.0);
}

torch::Tensor augmentedSound(const torch::Tensor& mel, Random& random) {
    torch::Tensor result = mel.clone();
    for (std::int64_t i = 0; i < result.size(0); ++i) {
        torch::Tensor window = result[i];
        window.add_(random.uniform(-0.5, 0.5));
        if (random.chance(0.5)) {
            window.add_(torch::randn_like(window), random.uniform(0.0, 0.4));
        }
        if (random.chance(0.3)) {
            const auto bands = static_cast<std::int64_t>(random.uniform(2, 14));
            const auto first = static_cast<std::int64_t>(
                random.index(static_cast<std::size_t>(kClipMelBands - bands)));
            window.slice(1, first, first + bands).fill_(window.mean().item<float>());
        }
    }
    return result;
}

}  // namespace lipwright::training
