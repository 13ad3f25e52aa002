#include "engine/training/expertvalidation_p.h"
#include "engine/training/expertwindows_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr int kLargestShift = 15;
constexpr int kNearestNegative = 3;
constexpr std::size_t kLargestWindows = 75;
constexpr std::size_t kFewestForOffset = 71;  // 3 s of frames begin 71 windows
constexpr std::int64_t kBatch = 64;

/// Unit embeddings of `count` windows, batch by batch of one size.
template <typename Cut, typename Encode>
torch::Tensor embedAll(const std::vector<WindowPlace>& places, Cut cut, Encode encode) {
    std::vector<torch::Tensor> parts;
    for (std::size_t first = 0; first < places.size(); first += kBatch) {
        const std::size_t count = std::min<std::size_t>(kBatch, places.size() - first);
        std::vector<WindowPlace> batch(places.begin() + static_cast<std::ptrdiff_t>(first),
                                       places.begin() + static_cast<std::ptrdiff_t>(first + count));
        batch.resize(kBatch, batch.back());
        parts.push_back(nets::unitLength(encode(cut(batch))).slice(0, 0, count));
    }
    return torch::cat(parts);
}

/// Cosines (windows, 31) of one clip over shifts −15..15; NaN where there is no sound.
torch::Tensor cosinesOverShifts(nets::ExpertModelImpl& expert, const StoredClip& clip,
                                const std::vector<std::size_t>& starts) {
    const std::vector<const StoredClip*> clips = {&clip};
    std::vector<WindowPlace> places;
    for (const std::size_t frame : starts) {
        places.push_back({0, frame});
    }
    const torch::Tensor seen = embedAll(
        places, [&](const auto& batch) { return pictureWindows(clips, batch); },
        [&](const auto& batch) { return expert.pictureFeatures(batch); });
    // Every column that any window and shift asks for is embedded once.
    std::map<std::int64_t, std::int64_t> rowOfColumn;
    for (const std::size_t frame : starts) {
        for (int shift = -kLargestShift; shift <= kLargestShift; ++shift) {
            if (const std::int64_t column = firstColumn(clip, frame, shift);
                hasColumns(clip, column)) {
                rowOfColumn.emplace(column, 0);
            }
        }
    }
    std::vector<WindowPlace> columns;  // here `frame` is a column
    for (auto& [column, row] : rowOfColumn) {
        row = static_cast<std::int64_t>(columns.size());
        columns.push_back({0, static_cast<std::size_t>(column)});
    }
    const torch::Tensor heard = embedAll(
        columns,
        [&](const auto& batch) {
            torch::Tensor mel = torch::empty({kBatch, kWindowColumns, kClipMelBands});
            float* out = mel.data_ptr<float>();
            for (const WindowPlace& place : batch) {
                const auto cut = clip.data.mel.subspan(place.frame * kClipMelBands,
                                                       kWindowColumns * kClipMelBands);
                out = std::copy(cut.begin(), cut.end(), out);
            }
            return mel.transpose(1, 2).unsqueeze(1).contiguous();
        },
        [&](const auto& batch) { return expert.soundFeatures(batch); });
    const torch::Tensor all = torch::matmul(seen, heard.t()).contiguous();
    const auto cosine = all.accessor<float, 2>();
    torch::Tensor result = torch::full(
        {static_cast<std::int64_t>(starts.size()), 2 * kLargestShift + 1}, std::nanf(""));
    auto out = result.accessor<float, 2>();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        for (int shift = -kLargestShift; shift <= kLargestShift; ++shift) {
            const auto row = rowOfColumn.find(firstColumn(clip, starts[i], shift));
            if (row != rowOfColumn.end()) {
                out[static_cast<std::int64_t>(i)][shift + kLargestShift] =
                    cosine[static_cast<std::int64_t>(i)][row->second];
            }
        }
    }
    return result;
}

void addPairs(const torch::Tensor& cosines, Random& random, PairSample& sample) {
    const auto at = cosines.accessor<float, 2>();
    for (std::int64_t i = 0; i < cosines.size(0); ++i) {
        std::vector<float> far;
        for (int shift = -kLargestShift; shift <= kLargestShift; ++shift) {
            const float cosine = at[i][shift + kLargestShift];
            if (std::abs(shift) >= kNearestNegative && !std::isnan(cosine)) {
                far.push_back(cosine);
            }
        }
        if (!far.empty()) {
            sample.inSync.push_back(at[i][kLargestShift]);
            sample.shifted.push_back(far[random.index(far.size())]);
        }
    }
}

int bestShift(const torch::Tensor& cosines) {
    const torch::Tensor mean = cosines.nanmean(0).nan_to_num(-2.0);
    return static_cast<int>(mean.argmax().item<std::int64_t>()) - kLargestShift;
}

double bestAccuracy(const PairSample& sample) {
    std::vector<std::pair<float, int>> all;
    for (const float cosine : sample.inSync) {
        all.emplace_back(cosine, 1);
    }
    for (const float cosine : sample.shifted) {
        all.emplace_back(cosine, 0);
    }
    std::sort(all.begin(), all.end());
    auto right = static_cast<double>(sample.inSync.size());  // everything called in sync
    double best = right;
    for (const auto& [cosine, inSync] : all) {
        right += inSync == 1 ? -1.0 : 1.0;
        best = std::max(best, right);
    }
    return all.empty() ? 0.5 : best / static_cast<double>(all.size());
}

}  // namespace

PairJudgement judgePairs(nets::ExpertModelImpl& expert, const std::vector<const StoredClip*>& clips,
                         std::size_t largest) {
    std::vector<const StoredClip*> ordered = clips;
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) {
        return !a->record.isolatedWord() && b->record.isolatedWord();
    });
    const auto firstWord = std::find_if(ordered.begin(), ordered.end(), [](const StoredClip* clip) {
        return clip->record.isolatedWord();
    });
    // At most two thirds natural, so that both kinds are judged.
    const auto natural = static_cast<std::size_t>(firstWord - ordered.begin());
    const std::size_t naturalTaken = std::min(natural, largest * 2 / 3);
    PairJudgement judgement;
    Random random(1);
    for (std::size_t i = 0, taken = 0; i < ordered.size() && taken < largest; ++i) {
        if (i >= naturalTaken && i < natural) {
            continue;
        }
        std::vector<std::size_t> starts = windowStarts(*ordered[i]);
        if (starts.empty()) {
            continue;
        }
        starts.resize(std::min(starts.size(), kLargestWindows));
        const torch::Tensor cosines = cosinesOverShifts(expert, *ordered[i], starts);
        const bool word = ordered[i]->record.isolatedWord();
        addPairs(cosines, random, word ? judgement.words : judgement.natural);
        if (!word && starts.size() >= kFewestForOffset) {
            ++judgement.offsetClips;
            judgement.offsetHits += std::abs(bestShift(cosines)) <= 1 ? 1 : 0;
        }
        ++taken;
    }
    return judgement;
}

double areaUnderCurve(const PairSample& sample) {
    if (sample.inSync.empty() || sample.shifted.empty()) {
        return 0.5;
    }
    std::vector<float> shifted = sample.shifted;
    std::sort(shifted.begin(), shifted.end());
    double below = 0.0;
    for (const float cosine : sample.inSync) {
        const auto lower = std::lower_bound(shifted.begin(), shifted.end(), cosine);
        const auto upper = std::upper_bound(lower, shifted.end(), cosine);
        below +=
            static_cast<double>(lower - shifted.begin()) + 0.5 * static_cast<double>(upper - lower);
    }
    return below / static_cast<double>(sample.inSync.size()) / static_cast<double>(shifted.size());
}

Metrics metricsOf(const PairJudgement& judgement) {
    const double natural = areaUnderCurve(judgement.natural);
    const double words = areaUnderCurve(judgement.words);
    const bool both = !judgement.natural.inSync.empty() && !judgement.words.inSync.empty();
    return {{"aucNatural", natural},
            {"aucWords", words},
            {"accuracyNatural", bestAccuracy(judgement.natural)},
            {"accuracyWords", bestAccuracy(judgement.words)},
            {"offsetClips", judgement.offsetClips},
            {"offsetWithinOne",
             judgement.offsetClips == 0
                 ? 0.0
                 : static_cast<double>(judgement.offsetHits) / judgement.offsetClips},
            {"score", both ? 0.5 * (natural + words)
                           : (judgement.natural.inSync.empty() ? words : natural)}};
}

nets::Calibration fitCalibration(const PairSample& sample) {
    double slope = 1.0;
    double offset = 0.0;
    const double ridge = 1e-6;
    for (int iteration = 0; iteration < 50; ++iteration) {
        double g0 = -ridge * slope;
        double g1 = 0.0;
        double h00 = ridge;
        double h01 = 0.0;
        double h11 = ridge;
        const auto add = [&](float cosine, double label) {
            const double p = 1.0 / (1.0 + std::exp(-(slope * cosine + offset)));
            const double w = p * (1.0 - p);
            g0 += (label - p) * cosine;
            g1 += label - p;
            h00 += w * cosine * cosine;
            h01 += w * cosine;
            h11 += w;
        };
        std::for_each(sample.inSync.begin(), sample.inSync.end(), [&](float c) { add(c, 1.0); });
        std::for_each(sample.shifted.begin(), sample.shifted.end(), [&](float c) { add(c, 0.0); });
        const double determinant = h00 * h11 - h01 * h01;
        if (!(std::abs(determinant) > 1e-12)) {
            break;
        }
        // Steps are bounded: far from the optimum Newton's method overshoots.
        slope += std::clamp((h11 * g0 - h01 * g1) / determinant, -5.0, 5.0);
        offset += std::clamp((h00 * g1 - h01 * g0) / determinant, -5.0, 5.0);
        slope = std::clamp(slope, -200.0, 200.0);
        offset = std::clamp(offset, -200.0, 200.0);
    }
    return {static_cast<float>(slope), static_cast<float>(offset)};
}

}  // namespace lipwright::training
