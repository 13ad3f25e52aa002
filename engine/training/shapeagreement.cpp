#include "engine/training/shapeagreement_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr std::int64_t kFewestNatural = 70;  // usable frames of a clip of 3 s
constexpr double kNaturalSeconds = 3.0;
constexpr std::int64_t kFewestWord = 20;
constexpr double kLargestGain = 2.5;

MeasuredFrames measuredFrames(const StoredClip& clip) {
    MeasuredFrames frames;
    for (std::size_t i = 0; i < clip.data.frames(); ++i) {
        frames.soundSeconds.push_back(clip.soundSeconds(i));
    }
    frames.measures = clip.relative;
    frames.usable = clip.data.usable;
    return frames;
}

/// Predicted / measured standard deviation over usable frames.
std::array<double, kClipMeasures> spreads(const ClipCurve& curve, const MeasuredFrames& frames) {
    std::array<double, kClipMeasures> result{};
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        std::array<double, 2> sum{};
        std::array<double, 2> squares{};
        double n = 0.0;
        for (std::size_t i = 0; i < frames.usable.size(); ++i) {
            if (frames.usable[i] == 0) {
                continue;
            }
            const std::array<double, 2> both = {curve.at(frames.soundSeconds[i], m),
                                                frames.measures[i * kClipMeasures + m]};
            for (std::size_t k = 0; k < 2; ++k) {
                sum[k] += both[k];
                squares[k] += both[k] * both[k];
            }
            n += 1;
        }
        const auto variance = [&](std::size_t k) { return squares[k] - sum[k] * sum[k] / n; };
        result[m] =
            n < 2 ? 0.0 : std::sqrt(std::max(0.0, variance(0)) / std::max(1e-6, variance(1)));
    }
    return result;
}

/// A clip of another speaker, half the list away.
const ShapeClip* another(const std::vector<const ShapeClip*>& clips, std::size_t i) {
    for (std::size_t k = 0; k < clips.size(); ++k) {
        const ShapeClip* other = clips[(i + clips.size() / 2 + k) % clips.size()];
        if (other->clip->record.speaker != clips[i]->clip->record.speaker) {
            return other;
        }
    }
    return nullptr;
}

void addMean(std::array<double, kClipMeasures>& target,
             const std::array<double, kClipMeasures>& values, std::size_t count) {
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        target[m] += (std::isnan(values[m]) ? 0.0 : values[m]) / static_cast<double>(count);
    }
}

ShapeJudgement::Group judgeGroup(nets::ShapeModelImpl& model,
                                 const std::vector<const ShapeClip*>& clips,
                                 const torch::Tensor& gain) {
    ShapeJudgement::Group group;
    group.clips = static_cast<int>(clips.size());
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const MeasuredFrames frames = measuredFrames(*clips[i]->clip);
        const ClipCurve curve = predictedCurve(model, *clips[i]);
        addMean(group.correlation, correlations(curve, frames), clips.size());
        std::array<double, kClipMeasures> spread = spreads(curve, frames);
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            spread[m] *= gain[static_cast<std::int64_t>(m)].item<double>();
        }
        addMean(group.spread, spread, clips.size());
        const ShiftEstimate estimate = estimateShift(agreementOverShifts(curve, frames));
        group.offsetHits += std::abs(estimate.soundLate) <= 1 ? 1 : 0;
        if (const ShapeClip* other = another(clips, i); other != nullptr) {
            MeasuredFrames wrapped = frames;
            const double length = static_cast<double>(other->grid.size(1)) / 100.0;
            for (double& seconds : wrapped.soundSeconds) {
                seconds = std::fmod(std::max(0.0, seconds), length);
            }
            addMean(group.swapped, correlations(predictedCurve(model, *other), wrapped),
                    clips.size());
        }
    }
    return group;
}

void addMetrics(Metrics& metrics, const std::string& prefix, const ShapeJudgement::Group& group) {
    static const std::array<const char*, kClipMeasures> kNames = {
        "Opening", "Width", "Height", "Jaw", "UpperLip", "LowerLip"};
    metrics[prefix + "Clips"] = group.clips;
    metrics[prefix + "OffsetWithinOne"] =
        group.clips == 0 ? 0.0 : static_cast<double>(group.offsetHits) / group.clips;
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        metrics[prefix + kNames[m]] = group.correlation[m];
        metrics[prefix + "Swapped" + kNames[m]] = group.swapped[m];
        metrics[prefix + "Spread" + kNames[m]] = group.spread[m];
    }
}

using Measures = std::array<double, kClipMeasures>;

/// The mean over an actor's clips of what is measured on each, by their usable frames.
template <typename Measure>
std::pair<Measures, int> actorMean(nets::ShapeModelImpl& model, const std::vector<ShapeClip>& clips,
                                   Measure measure) {
    Measures sum{};
    double weight = 0.0;
    int count = 0;
    for (const ShapeClip& clip : clips) {
        if (clip.clip->record.usableFrames < kFewestWord) {
            continue;
        }
        const auto frames = static_cast<double>(clip.clip->record.usableFrames);
        const Measures values = measure(predictedCurve(model, clip), measuredFrames(*clip.clip));
        for (std::size_t m = 0; m < kClipMeasures; ++m) {
            sum[m] += frames * (std::isnan(values[m]) ? 0.0 : values[m]);
        }
        weight += frames;
        ++count;
    }
    for (double& value : sum) {
        value /= std::max(1.0, weight);
    }
    return {sum, count};
}

}  // namespace

ClipCurve predictedCurve(nets::ShapeModelImpl& model, const ShapeClip& clip) {
    const torch::Tensor rows = nets::shapeCurve(model, clip.grid).contiguous();
    const float* data = rows.data_ptr<float>();
    return {std::vector<float>(data, data + rows.numel())};
}

ShapeJudgement judgeShapes(nets::ShapeModelImpl& model, const std::vector<ShapeClip>& clips,
                           const torch::Tensor& gain) {
    std::vector<const ShapeClip*> natural;
    std::vector<const ShapeClip*> words;
    for (const ShapeClip& clip : clips) {
        const ClipRecord& record = clip.clip->record;
        if (record.isolatedWord()) {
            if (record.usableFrames >= kFewestWord) {
                words.push_back(&clip);
            }
        } else if (record.usableFrames >= kFewestNatural && record.seconds >= kNaturalSeconds) {
            natural.push_back(&clip);
        }
    }
    return {judgeGroup(model, natural, gain), judgeGroup(model, words, gain)};
}

Metrics actorAgreement(nets::ShapeModelImpl& model, const std::vector<ShapeClip>& clips) {
    const auto [mean, count] =
        actorMean(model, clips, [](const ClipCurve& curve, const MeasuredFrames& frames) {
            return correlations(curve, frames);
        });
    return {{"opening", mean[0]},
            {"width", mean[1]},
            {"height", mean[2]},
            {"jaw", mean[3]},
            {"score", (2.0 * mean[0] + mean[1] + mean[2] + mean[3]) / 5.0},
            {"clips", count}};
}

std::array<double, kClipMeasures> actorSpread(nets::ShapeModelImpl& model,
                                              const std::vector<ShapeClip>& clips) {
    return actorMean(model, clips, spreads).first;
}

torch::Tensor naturalGain(const std::array<double, kClipMeasures>& spread) {
    torch::Tensor gain = torch::ones({kClipMeasures});
    for (std::size_t m = 0; m < kClipMeasures; ++m) {
        gain[static_cast<std::int64_t>(m)] =
            std::clamp(1.0 / std::max(0.05, spread[m]), 1.0, kLargestGain);
    }
    return gain;
}

Metrics metricsOf(const ShapeJudgement& judgement) {
    Metrics metrics;
    addMetrics(metrics, "natural", judgement.natural);
    addMetrics(metrics, "words", judgement.words);
    const ShapeJudgement::Group& judged =
        judgement.natural.clips > 0 ? judgement.natural : judgement.words;
    metrics["score"] = judged.correlation[0] + 0.8 * judged.correlation[1] +
                       0.5 * judged.correlation[2] + 0.2 * judged.correlation[3];
    return metrics;
}

}  // namespace lipwright::training
