#include "engine/training/agreement.h"
#include "engine/training/expertvalidation_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::training {

namespace {

constexpr int kNearestNegative = 3;
constexpr int kLargestTried = 12;
constexpr int kWideShift = kLargestShift + kLargestTried;
constexpr std::size_t kWindowFrames = nets::kExpertFrames;
constexpr std::int64_t kSecondWindows = 21;     // 25 frames
constexpr std::int64_t kSecondStep = 10;        // between the stretches of 1 s that are judged
constexpr std::int64_t kFewestForOffset = 71;   // 3 s of frames
constexpr std::int64_t kLongestClip = 25 * 60;  // frames; the rest of a clip is not looked at
constexpr std::int64_t kPictureBatch = 64;
constexpr double kSpeechShare = 0.6;
constexpr double kActivityRate = 100.0;

bool speaks(const StoredClip& clip, std::size_t frame) {
    const auto from = static_cast<std::int64_t>(clip.soundSeconds(frame) * kActivityRate);
    const auto steps = static_cast<std::int64_t>(clip.data.activity.size());
    double active = 0.0;
    constexpr std::int64_t kSteps = 20;
    for (std::int64_t step = std::max<std::int64_t>(0, from); step < std::min(from + kSteps, steps);
         ++step) {
        active += clip.data.activity[static_cast<std::size_t>(step)];
    }
    return active >= kSpeechShare * kSteps;
}

/// (1, values, N) of a clip's frames, its mean taken out.
torch::Tensor frameFeatures(nets::ExpertModelImpl& expert, const ExpertClip& clip,
                            std::int64_t frames, torch::Device device) {
    if (expert.config.sight == nets::ExpertSight::landmarks) {
        return clip.values.slice(1, 0, frames).unsqueeze(0).to(device);
    }
    std::vector<torch::Tensor> parts;
    for (std::int64_t first = 0; first < frames; first += kPictureBatch) {
        const std::int64_t count = std::min(kPictureBatch, frames - first);
        parts.push_back(expert.frameFeatures(
            picturesOf(*clip.clip, static_cast<std::size_t>(first), static_cast<std::size_t>(count))
                .to(device)));
    }
    const torch::Tensor features = torch::cat(parts).t();
    std::vector<std::int64_t> usable;
    for (std::int64_t i = 0; i < frames; ++i) {
        if (clip.clip->data.usable[static_cast<std::size_t>(i)] != 0) {
            usable.push_back(i);
        }
    }
    const torch::Tensor at = torch::tensor(usable, torch::kLong).to(device);
    return (features - features.index_select(1, at).mean(1, true)).unsqueeze(0);
}

/// Mean of rows [first, first + count), per shift; NaN where any is.
torch::Tensor meanOf(const torch::Tensor& cosines, std::int64_t first, std::int64_t count) {
    return cosines.slice(0, first, first + count).mean(0);
}

/// One score in sync and one at a shift drawn among those that are far enough and have sound.
void addPair(const torch::Tensor& scores, Random& random, PairSample& sample) {
    const auto at = scores.accessor<float, 1>();
    std::vector<float> far;
    for (int shift = 0; shift < kShifts; ++shift) {
        if (std::abs(shift - kLargestShift) >= kNearestNegative && !std::isnan(at[shift])) {
            far.push_back(at[shift]);
        }
    }
    if (!far.empty() && !std::isnan(at[kLargestShift])) {
        sample.inSync.push_back(at[kLargestShift]);
        sample.shifted.push_back(far[random.index(far.size())]);
    }
}

/// `cosines` over shifts −27..27.
void addClip(const torch::Tensor& cosines, ExpertJudgement& judgement) {
    const torch::Tensor mean = cosines.nanmean(0).contiguous();
    const auto at = mean.accessor<float, 1>();
    judgement.clips.inSync.push_back(at[kWideShift]);
    for (int shift = -kLargestShift; shift <= kLargestShift; ++shift) {
        if (std::abs(shift) >= kNearestNegative && !std::isnan(at[kWideShift + shift])) {
            judgement.clips.shifted.push_back(at[kWideShift + shift]);
        }
    }
    const torch::Tensor known = mean.nan_to_num(-2.0);
    // Sound that comes `late` frames later is best at that shift, looked for within ±15.
    for (int late = -kLargestTried; late <= kLargestTried; ++late) {
        const std::int64_t first = kWideShift - late - kLargestShift;
        const auto best = known.slice(0, first, first + kShifts).argmax().item<std::int64_t>();
        const bool hit = std::abs(static_cast<int>(best) - kLargestShift - late) <= 1;
        judgement.shiftedHits += hit ? 1 : 0;
        ++judgement.shiftedClips;
        if (late == 0) {
            judgement.offsetHits += hit ? 1 : 0;
            ++judgement.offsetClips;
        }
    }
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

/// Clips in the order in which they are judged.
std::vector<const ExpertClip*> chosen(const std::vector<ExpertClip>& clips, std::size_t largest) {
    std::vector<const ExpertClip*> natural;
    std::vector<const ExpertClip*> words;
    for (const ExpertClip& clip : clips) {
        (clip.clip->record.isolatedWord() ? words : natural).push_back(&clip);
    }
    natural.resize(std::min(natural.size(), largest * 2 / 3));
    words.resize(std::min(words.size(), largest - natural.size()));
    natural.insert(natural.end(), words.begin(), words.end());
    return natural;
}

}  // namespace

torch::Tensor cosinesOverShifts(nets::ExpertModelImpl& expert, const ExpertClip& clip,
                                torch::Device device, int reach) {
    const auto frames = std::min(static_cast<std::int64_t>(clip.frames()), kLongestClip);
    const std::int64_t windows = frames - nets::kExpertFrames + 1;
    const int shifts = 2 * reach + 1;
    if (windows < 1) {
        return torch::empty({0, shifts});
    }
    const torch::Tensor seen =
        nets::unitLength(expert.seen(frameFeatures(expert, clip, frames, device)))[0].cpu();
    // Sound windows −reach..windows + reach around the first frame's.
    const std::int64_t first = clip.rowOf(0) - reach * nets::kGridRowsPerFrame;
    const std::int64_t rows =
        (windows + 2 * reach - 1) * nets::kGridRowsPerFrame + nets::kSoundWindowRows;
    const std::int64_t size = clip.grid.size(1);
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, size);
    const std::int64_t to = std::clamp<std::int64_t>(first + rows, from, size);
    torch::Tensor grid = torch::zeros({1, clip.grid.size(0), rows});
    grid[0].slice(1, from - first, to - first).copy_(clip.grid.slice(1, from, to));
    const torch::Tensor heard = nets::unitLength(expert.heard(grid.to(device)))[0].cpu();
    const torch::Tensor all = torch::matmul(seen.t(), heard).contiguous();
    const auto cosine = all.accessor<float, 2>();
    torch::Tensor result = torch::full({windows, shifts}, std::nanf(""));
    auto out = result.accessor<float, 2>();
    for (std::int64_t i = 0; i < windows; ++i) {
        if (!unbroken(*clip.clip, static_cast<std::size_t>(i), kWindowFrames)) {
            continue;
        }
        for (int shift = 0; shift < shifts; ++shift) {
            const std::int64_t row = first + (i + shift) * nets::kGridRowsPerFrame;
            if (row >= 0 && row + nets::kSoundWindowRows <= size) {
                out[i][shift] = cosine[i][i + shift];
            }
        }
    }
    return result;
}

torch::Tensor measurable(const torch::Tensor& cosines, const StoredClip& clip, bool spoken) {
    std::vector<std::int64_t> rows;
    const auto at = cosines.accessor<float, 2>();
    const std::int64_t unshifted = cosines.size(1) / 2;
    for (std::int64_t i = 0; i < cosines.size(0); ++i) {
        if (!std::isnan(at[i][unshifted]) &&
            (!spoken || speaks(clip, static_cast<std::size_t>(i)))) {
            rows.push_back(i);
        }
    }
    return cosines.index_select(0, torch::tensor(rows, torch::kLong));
}

ExpertJudgement judgeClips(nets::ExpertModelImpl& expert, const std::vector<ExpertClip>& clips,
                           std::size_t largest, torch::Device device) {
    ExpertJudgement judgement;
    Random random(1);
    for (const ExpertClip* clip : chosen(clips, largest)) {
        const torch::Tensor cosines = cosinesOverShifts(expert, *clip, device);
        const bool word = clip->clip->record.isolatedWord();
        ExpertJudgement::Group& group = word ? judgement.words : judgement.natural;
        const torch::Tensor all = measurable(cosines, *clip->clip, false);
        for (std::int64_t i = 0; i < all.size(0); ++i) {
            addPair(all[i], random, group.allWindows);
        }
        const torch::Tensor spoken = measurable(cosines, *clip->clip, true);
        for (std::int64_t i = 0; i < spoken.size(0); ++i) {
            addPair(spoken[i], random, group.windows);
        }
        for (std::int64_t i = 0; i + kSecondWindows <= spoken.size(0); i += kSecondStep) {
            addPair(meanOf(spoken, i, kSecondWindows), random, group.seconds);
        }
        if (!word && all.size(0) >= kFewestForOffset && spoken.size(0) > kSecondWindows) {
            addClip(
                measurable(cosinesOverShifts(expert, *clip, device, kWideShift), *clip->clip, true),
                judgement);
        }
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

Metrics metricsOf(const ExpertJudgement& judgement) {
    const double natural = areaUnderCurve(judgement.natural.windows);
    const double seconds = areaUnderCurve(judgement.natural.seconds);
    const double words = areaUnderCurve(judgement.words.windows);
    Metrics metrics = {{"aucNatural", natural},
                       {"aucNaturalAll", areaUnderCurve(judgement.natural.allWindows)},
                       {"aucNaturalSecond", seconds},
                       {"aucWords", words},
                       {"aucWordsSecond", areaUnderCurve(judgement.words.seconds)},
                       {"aucClips", areaUnderCurve(judgement.clips)},
                       {"accuracyNatural", bestAccuracy(judgement.natural.windows)},
                       {"accuracyWords", bestAccuracy(judgement.words.windows)},
                       {"offsetClips", judgement.offsetClips}};
    metrics["offsetWithinOne"] =
        judgement.offsetClips == 0
            ? 0.0
            : static_cast<double>(judgement.offsetHits) / judgement.offsetClips;
    metrics["offsetOfShifted"] =
        judgement.shiftedClips == 0
            ? 0.0
            : static_cast<double>(judgement.shiftedHits) / judgement.shiftedClips;
    if (judgement.natural.windows.inSync.empty()) {
        metrics["score"] = words;
    } else if (judgement.words.windows.inSync.empty()) {
        metrics["score"] = 0.5 * (natural + seconds);
    } else {
        metrics["score"] = 0.4 * natural + 0.4 * seconds + 0.2 * words;
    }
    return metrics;
}

}  // namespace lipwright::training
