#include "engine/adaptation/soundoffset_p.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/training/clipfile.h"
#include "engine/training/dataset/actorclips.h"
#include "engine/training/datasetindex.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::adaptation {

namespace {

using core::Result;
using training::MappedClip;

constexpr double kLeastDepth = 0.06;   ///< as segments must have for their offset to be believed
constexpr int kFurthest = 12;          ///< frames; beyond, half of the minimum is out of reach
constexpr double kLeastHeard = 100.0;  ///< windows that tell of a place in the film: 4 s
constexpr double kClearly = 0.1;       ///< of the distance, to be otherwise than the whole film

/// A clip's place in the film and how it agrees with its sound over shifts.
struct ScoredClip {
    std::string id;
    core::FrameRange frames;
    evaluation::SyncScore score;
};

/// What the expert sees of a clip, a row for each usable frame.
struct SeenClip {
    ScoredClip place;
    MappedClip clip;
    std::vector<float> rows;
};

Result<SeenClip> see(const nets::LipSyncExpert& expert, const std::filesystem::path& dataset,
                     const training::ClipRecord& record) {
    auto clip = MappedClip::open(dataset / record.file());
    if (!clip) {
        return core::passOn(clip);
    }
    const auto frames = training::filmFramesOf(record, dataset);
    if (!frames) {
        return core::passOn(frames);
    }
    std::vector<std::uint8_t> crops;
    int count = 0;
    for (std::size_t i = 0; i < clip->frames(); ++i) {
        if (clip->usable[i] != 0) {
            const auto crop = clip->crop(i);
            crops.insert(crops.end(), crop.begin(), crop.end());
            ++count;
        }
    }
    auto rows = expert.frameFeatures(crops, count);
    return rows ? Result<SeenClip>(
                      SeenClip{{record.id, *frames, {}}, std::move(*clip), std::move(*rows)})
                : Result<SeenClip>(core::passOn(rows));
}

Result<evaluation::SyncScore> score(const nets::LipSyncExpert& expert, const SeenClip& seen,
                                    const nets::FaceReference& reference) {
    evaluation::SyncScorer scorer(expert);
    const auto size = static_cast<std::size_t>(expert.frameValues());
    std::span<const float> rest(seen.rows);
    for (std::size_t i = 0; i < seen.clip.frames(); ++i) {
        const bool usable = seen.clip.usable[i] != 0;
        const auto row = usable ? rest.first(size) : std::span<const float>();
        rest = rest.subspan(row.size());
        if (const auto pushed = scorer.pushValues(seen.clip.seconds[i], row); !pushed) {
            return core::passOn(pushed);
        }
    }
    evaluation::SyncOptions options;
    options.reference = reference;
    auto curve = scorer.finish(
        evaluation::soundOf(seen.clip.mel, seen.clip.phonetic, seen.clip.activity), options);
    return curve ? Result<evaluation::SyncScore>(std::move(curve->score))
                 : Result<evaluation::SyncScore>(core::passOn(curve));
}

bool isSure(const evaluation::SyncScore& score) {
    return score.lseC >= kLeastDepth && std::abs(score.avOffset) <= kFurthest;
}

double heardWindows(const evaluation::SyncScore& score) {
    return score.coverage * static_cast<double>(score.windows);
}

std::int64_t distance(core::FrameRange a, core::FrameRange b) {
    return std::max<std::int64_t>({0, a.first - b.end, b.first - a.end});
}

/// Of a clip and of those next to it in the film, until enough of them is heard.
evaluation::SyncScore scoreAround(const ScoredClip& clip, std::span<const ScoredClip> all) {
    std::vector<const ScoredClip*> near;
    for (const ScoredClip& other : all) {
        near.push_back(&other);
    }
    std::ranges::stable_sort(near, {}, [&clip](const ScoredClip* other) {
        return distance(clip.frames, other->frames);
    });
    std::vector<evaluation::SyncScore> scores;
    double heard = 0.0;
    for (std::size_t i = 0; i < near.size() && heard < kLeastHeard; ++i) {
        scores.push_back(near[i]->score);
        heard += heardWindows(near[i]->score);
    }
    return evaluation::pooledScore(scores);
}

int lateAround(const ScoredClip& clip, std::span<const ScoredClip> all, int usual) {
    const evaluation::SyncScore here = scoreAround(clip, all);
    const double asUsual =
        here.meanDistance[static_cast<std::size_t>(evaluation::kSyncReach + usual)];
    return isSure(here) && asUsual - here.lseD >= kClearly ? -here.avOffset : usual;
}

SoundOffset offsetFrom(std::span<const ScoredClip> clips) {
    std::vector<evaluation::SyncScore> scores;
    for (const ScoredClip& clip : clips) {
        scores.push_back(clip.score);
    }
    const evaluation::SyncScore pooled = evaluation::pooledScore(scores);
    SoundOffset offset;
    offset.confidence = pooled.lseC;
    if (isSure(pooled)) {
        offset.late = -pooled.avOffset;
    }
    for (const ScoredClip& clip : clips) {
        offset.clips[clip.id] = lateAround(clip, clips, offset.late.value_or(0));
    }
    return offset;
}

}  // namespace

Result<SoundOffset> findSoundOffset(const std::filesystem::path& dataset,
                                    const std::filesystem::path& expertWeights,
                                    const std::stop_token& stop,
                                    const core::ProgressCallback& progress) {
    const auto expert = nets::LipSyncExpert::load(expertWeights);
    if (!expert) {
        return core::passOn(expert);
    }
    const auto index = training::readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    const auto total = static_cast<std::int64_t>(2 * index->clips.size());
    std::int64_t done = 0;
    std::vector<SeenClip> seen;
    std::vector<float> all;
    for (const training::ClipRecord& record : index->clips) {
        auto looked = stop.stop_requested() ? Result<SeenClip>(core::cancelled())
                                            : see(*expert, dataset, record);
        if (!looked) {
            return core::passOn(looked);
        }
        all.insert(all.end(), looked->rows.begin(), looked->rows.end());
        seen.push_back(std::move(*looked));
        core::report(progress, {"compare", ++done, total});
    }
    const auto reference = nets::FaceReference::of(expert->sight(), all);
    std::vector<ScoredClip> scored;
    for (SeenClip& clip : seen) {
        auto judged = stop.stop_requested() ? Result<evaluation::SyncScore>(core::cancelled())
                                            : score(*expert, clip, reference);
        if (!judged) {
            return core::passOn(judged);
        }
        clip.place.score = std::move(*judged);
        scored.push_back(std::move(clip.place));
        core::report(progress, {"compare", ++done, total});
    }
    return offsetFrom(scored);
}

}  // namespace lipwright::adaptation
