#include "engine/training/menderpairset_p.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lipwright::training {

namespace {

constexpr std::int64_t kShapes = kClipMeasures;

core::Failure unusable(const std::string& reason, const std::filesystem::path& place) {
    return core::fail(core::ErrorCode::invalidArgument, reason, place.string(),
                      "Build the pairs again");
}

/// Two consecutive pictures of (h, w, channels) bytes as (2, channels, h, w) in [0, 1].
torch::Tensor twoPictures(std::span<const std::uint8_t> bytes, std::size_t first, std::int64_t size,
                          std::int64_t channels) {
    const auto each = static_cast<std::size_t>(size * size / 2 * channels);
    return torch::from_blob(const_cast<std::uint8_t*>(bytes.data() + first * each),
                            {2, size / 2, size, channels}, torch::kByte)
        .permute({0, 3, 1, 2})
        .to(torch::kFloat)
        .div_(255.0);
}

/// Another light and complexion, the same for every picture of a run.
class Tint {
public:
    explicit Tint(Random& random) {
        const double brightness = random.uniform(0.75, 1.25);
        for (std::int64_t c = 0; c < 3; ++c) {
            m_gain[c] = brightness * random.uniform(0.88, 1.12);
        }
        m_gamma = std::exp(random.uniform(-0.25, 0.25));
        m_grey = random.chance(0.15) ? random.uniform(0.3, 1.0) : 0.0;
    }
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& rgb) const {
        torch::Tensor x = rgb.clamp_min(1e-4).pow(m_gamma) * m_gain.view({1, 3, 1, 1});
        x = x + m_grey * (x.mean(1, true) - x);
        return x.clamp(0.0, 1.0);
    }

private:
    torch::Tensor m_gain = torch::ones({3});
    double m_gamma = 1.0;
    double m_grey = 0.0;
};

MenderBatch runOf(const PairClip& clip, std::size_t first) {
    const MappedPairs& pairs = clip.pairs;
    const auto size = static_cast<std::int64_t>(pairs.size);
    MenderBatch run;
    run.warped = twoPictures(pairs.warped, first, size, 3);
    run.alpha = twoPictures(pairs.alpha, first, size, 1);
    run.upper = twoPictures(pairs.upper, first, size, 3);
    run.goal = twoPictures(pairs.goal, first, size, 3);
    run.shapes = torch::from_blob(const_cast<float*>(pairs.shapes.data() + first * kClipMeasures),
                                  {2, kShapes}, torch::kFloat)
                     .clone();
    run.own = torch::full({2, 1, 1, 1}, pairs.aimsAtItself(first) ? 1.0F : 0.0F);
    return run;
}

void disturb(MenderBatch& run, Random& random) {
    const Tint tint(random);
    for (torch::Tensor* picture : {&run.warped, &run.upper, &run.goal}) {
        *picture = tint(*picture);
    }
    if (random.chance(0.5)) {  // a mouth's measures are the same in the mirror
        for (torch::Tensor* picture : {&run.warped, &run.alpha, &run.upper, &run.goal}) {
            *picture = picture->flip(3);
        }
    }
    for (std::int64_t m = 0; m < kShapes; ++m) {
        run.shapes.select(1, m).add_(random.uniform(-0.15, 0.15));
    }
}

}  // namespace

core::Result<std::vector<PairClip>> loadPairs(
    const std::filesystem::path& folder, const std::function<bool(const ClipRecord&)>& wanted) {
    const auto index = readIndex(folder);
    if (!index) {
        return core::passOn(index);
    }
    std::vector<PairClip> clips;
    for (const ClipRecord& record : index->clips) {
        if (!record.skipped.empty() || !record.genuine || !wanted(record)) {
            continue;
        }
        auto pairs = MappedPairs::open(pairFile(folder, record));
        if (!pairs) {
            return core::passOn(pairs);
        }
        PairClip clip{record, std::move(*pairs), {}};
        for (std::size_t i = 0; i < clip.pairs.count(); ++i) {
            if (clip.pairs.continuesAfter(i)) {
                clip.runs.push_back(i++);
            }
        }
        if (clip.runs.empty()) {
            continue;
        }
        if (!clips.empty() && clips.front().pairs.size != clip.pairs.size) {
            return unusable("the pairs are of different crop sizes", pairFile(folder, record));
        }
        clips.push_back(std::move(clip));
    }
    if (clips.empty()) {
        return unusable("there are no pairs to use", folder);
    }
    return clips;
}

std::vector<double> pairWeights(const std::vector<PairClip>& clips) {
    std::map<std::string, double> runs;
    for (const PairClip& clip : clips) {
        runs[clip.record.speaker] += static_cast<double>(clip.runs.size());
    }
    std::vector<double> weights;
    for (const PairClip& clip : clips) {
        weights.push_back(static_cast<double>(clip.runs.size()) /
                          std::sqrt(runs[clip.record.speaker]));
    }
    return weights;
}

MenderBatch cutMenderBatch(const std::vector<PairClip>& clips, const std::vector<RunPlace>& places,
                           Random* random) {
    std::vector<MenderBatch> runs;
    for (const RunPlace& place : places) {
        const PairClip& clip = clips[place.clip];
        runs.push_back(runOf(clip, clip.runs[place.run]));
        if (random != nullptr) {
            disturb(runs.back(), *random);
        }
    }
    const auto joined = [&runs](torch::Tensor MenderBatch::*member) {
        std::vector<torch::Tensor> parts;
        for (const MenderBatch& run : runs) {
            parts.push_back(run.*member);
        }
        return torch::cat(parts);
    };
    return {joined(&MenderBatch::warped), joined(&MenderBatch::alpha),  joined(&MenderBatch::upper),
            joined(&MenderBatch::goal),   joined(&MenderBatch::shapes), joined(&MenderBatch::own)};
}

}  // namespace lipwright::training
