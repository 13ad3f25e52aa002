#include "engine/training/generatorlosses_p.h"
#include "engine/training/menderjudgement_p.h"
#include "engine/training/menderlosses_p.h"
#include "engine/training/perceptualfeatures_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr std::size_t kRunsAtOnce = 4;
constexpr double kLostSharpness = 5.0;  // dB that sharpness, all of it, is worth

/// Places of all runs, or of `most` of them spread evenly.
std::vector<RunPlace> spreadRuns(const std::vector<PairClip>& clips, std::size_t most) {
    std::vector<RunPlace> all;
    for (std::size_t c = 0; c < clips.size(); ++c) {
        for (std::size_t r = 0; r < clips[c].runs.size(); ++r) {
            all.push_back({c, r});
        }
    }
    std::vector<RunPlace> chosen;
    const std::size_t count = std::min(most, all.size());
    for (std::size_t k = 0; k < count; ++k) {
        chosen.push_back(all[k * all.size() / count]);
    }
    return chosen;
}

/// As bytes hold it.
torch::Tensor asFilmed(const torch::Tensor& picture) {
    return picture.clamp(0.0, 1.0).mul(255.0).round().div(255.0);
}

torch::Tensor laplacian(const torch::Tensor& picture) {
    const torch::Tensor x = picture.mean(1, true);
    const torch::Tensor middle = x.slice(2, 1, -1).slice(3, 1, -1);
    return x.slice(2, 2).slice(3, 1, -1) + x.slice(2, 0, -2).slice(3, 1, -1) +
           x.slice(2, 1, -1).slice(3, 2) + x.slice(2, 1, -1).slice(3, 0, -2) - 4.0 * middle;
}

/// Sums of one kind of picture, the warp's or the mended.
struct Sums {
    double l1 = 0.0, squared = 0.0, edges = 0.0, motion = 0.0, shifted = 0.0, perceptual = 0.0;
    double sharp = 0.0, sharpGoal = 0.0;

    void add(const MendedPictures& p, double ownRuns, double shiftedRuns) {
        const torch::Tensor mask = p.mask * p.own;
        l1 += ownRuns * ownL1(p).item<double>();
        squared += ownRuns * ((p.made - p.goal).square() * mask).sum().item<double>() /
                   std::max(1.0, 3.0 * mask.sum().item<double>());
        edges += ownRuns * edgeL1(p).item<double>();
        motion += ownRuns * motionL1(p).item<double>();
        shifted += shiftedRuns * shiftedL1(p).item<double>();
        const torch::Tensor inner = mask.slice(2, 1, -1).slice(3, 1, -1);
        sharp += (laplacian(p.made).square() * inner).sum().item<double>();
        sharpGoal += (laplacian(p.goal).square() * inner).sum().item<double>();
    }
};

double ratio(double a, double b) {
    return b > 0.0 ? a / b : 1.0;
}

void report(Metrics& metrics, const std::string& kind, const Sums& sums, double own,
            double shifted) {
    own = std::max(1.0, own);
    metrics["l1" + kind] = sums.l1 / own;
    metrics["psnr" + kind] = -10.0 * std::log10(std::max(1e-12, sums.squared / own));
    metrics["edges" + kind] = sums.edges / own;
    metrics["motion" + kind] = sums.motion / own;
    metrics["shifted" + kind] = sums.shifted / std::max(1.0, shifted);
    metrics["perceptual" + kind] = sums.perceptual / own;
    metrics["sharpness" + kind] = ratio(sums.sharp, sums.sharpGoal);
}

}  // namespace

Metrics judgeMender(nets::MenderModelImpl& mender, nets::ExpertModel expert,
                    const std::vector<PairClip>& clips, std::size_t mostRuns) {
    const std::vector<RunPlace> runs = spreadRuns(clips, mostRuns);
    Sums warped;
    Sums mended;
    double own = 0.0;
    double shifted = 0.0;
    for (std::size_t first = 0; first < runs.size(); first += kRunsAtOnce) {
        const std::size_t end = std::min(first + kRunsAtOnce, runs.size());
        const MenderBatch batch = cutMenderBatch(clips,
                                                 {runs.begin() + static_cast<std::ptrdiff_t>(first),
                                                  runs.begin() + static_cast<std::ptrdiff_t>(end)},
                                                 nullptr);
        const torch::Tensor mask = mender.reach(batch.alpha);
        const double ownRuns = 0.5 * batch.own.sum().item<double>();
        const double shiftedRuns = static_cast<double>(end - first) - ownRuns;
        const auto add = [&](Sums& sums, const torch::Tensor& made) {
            sums.add({made, batch.goal, mask, batch.own}, ownRuns, shiftedRuns);
            if (!expert.is_empty() && ownRuns > 0.0) {
                sums.perceptual +=
                    static_cast<double>(end - first) *
                    perceptualLoss(perceptualFeatures(*expert, batch.own * made),
                                   perceptualFeatures(*expert, batch.own * batch.goal))
                        .item<double>();
            }
        };
        add(warped, batch.warped);
        add(mended, asFilmed(batch.warped +
                             mender.forward(batch.warped, batch.alpha, batch.upper, batch.shapes)));
        own += ownRuns;
        shifted += shiftedRuns;
    }
    Metrics metrics;
    report(metrics, "Warped", warped, own, shifted);
    report(metrics, "", mended, own, shifted);
    metrics["gain"] = 1.0 - ratio(mended.l1, warped.l1);
    metrics["gainShifted"] = 1.0 - ratio(mended.shifted, warped.shifted);
    metrics["gainPerceptual"] = 1.0 - ratio(mended.perceptual, warped.perceptual);
    const double lost =
        std::max(0.0, std::min(1.0, metrics["sharpnessWarped"]) - metrics["sharpness"]);
    metrics["score"] = metrics["psnr"] - metrics["psnrWarped"] - kLostSharpness * lost;
    return metrics;
}

}  // namespace lipwright::training
