#include "engine/training/shapestyle_p.h"

#include <algorithm>
#include <functional>

namespace lipwright::training {

namespace {

constexpr std::int64_t kRows = 300;  // of the grid: 3 s
constexpr std::size_t kMostClips = 160;
constexpr double kChange = 1.3;
constexpr double kLongest = 3.0;  // usual latents
constexpr int kBisections = 12;

/// (N, channels, rows): beginnings of clips, evenly from the list.
torch::Tensor soundsOf(const std::vector<ShapeClip>& clips) {
    std::vector<torch::Tensor> sounds;
    const std::size_t stride = clips.size() / kMostClips + 1;
    for (std::size_t i = 0; i < clips.size(); i += stride) {
        const torch::Tensor grid = clips[i].grid.slice(1, 0, kRows);
        sounds.push_back(torch::constant_pad_nd(grid, {0, kRows - grid.size(1)}));
    }
    return torch::stack(sounds);
}

/// How wide and how fast the mouth opens, as means of logarithms over sounds.
struct Movement {
    torch::Tensor spread;
    torch::Tensor pace;  ///< mean velocity by spread
};

Movement movement(nets::ShapeModelImpl& model, const torch::Tensor& sounds,
                  const torch::Tensor& latent) {
    const torch::Tensor opening = model.forward(sounds, latent).select(2, 0);
    const torch::Tensor spread = opening.std(1).clamp_min(1e-4);
    const torch::Tensor velocity =
        (opening.slice(1, 1) - opening.slice(1, 0, -1)).abs().mean(1).clamp_min(1e-6);
    return {spread.log().mean(), (velocity / spread).log().mean()};
}

torch::Tensor steepest(const torch::Tensor& value, const torch::Tensor& latent) {
    return torch::autograd::grad({value}, {latent}, {}, true)[0];
}

/// The direction at the length at which `measure` has grown by kChange, or at the greatest length.
torch::Tensor scaled(const torch::Tensor& direction, double greatest,
                     const std::function<double(const torch::Tensor&)>& measure) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor unit = direction / direction.norm().clamp_min(1e-9);
    const double wanted = measure(torch::zeros_like(unit)) + std::log(kChange);
    double low = 0.0;
    double high = greatest;
    for (int i = 0; i < kBisections; ++i) {
        const double middle = 0.5 * (low + high);
        (measure(middle * unit) < wanted ? low : high) = middle;
    }
    return high * unit;
}

}  // namespace

torch::Tensor styleAxes(nets::ShapeModelImpl& model, const std::vector<ShapeClip>& clips,
                        double usualLatent) {
    const torch::Tensor sounds = soundsOf(clips);
    const torch::Tensor neutral = torch::zeros({model.config.style}).requires_grad_(true);
    const Movement here = movement(model, sounds, neutral);
    const torch::Tensor articulate = steepest(here.spread, neutral);
    const torch::Tensor unit = articulate / articulate.norm().clamp_min(1e-9);
    const torch::Tensor pace = steepest(here.pace, neutral);
    const torch::Tensor lively = pace - pace.dot(unit) * unit;
    const auto spreadAt = [&](const torch::Tensor& latent) {
        return movement(model, sounds, latent).spread.item<double>();
    };
    const auto paceAt = [&](const torch::Tensor& latent) {
        return movement(model, sounds, latent).pace.item<double>();
    };
    const double greatest = kLongest * usualLatent;
    return torch::stack({scaled(articulate, greatest, spreadAt), scaled(lively, greatest, paceAt)});
}

}  // namespace lipwright::training
