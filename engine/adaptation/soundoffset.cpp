#include "engine/adaptation/soundoffset_p.h"
#include "engine/evaluation/pooledscore.h"
#include "engine/evaluation/syncscorer.h"
#include "engine/training/clipfile.h"
#include "engine/training/datasetindex.h"

#include <cmath>
#include <vector>

namespace lipwright::adaptation {

namespace {

using core::Result;
using training::MappedClip;

constexpr std::size_t kMostFrames = 3000;
constexpr double kLeastDepth = 0.06;  ///< as segments must have for their offset to be believed
constexpr int kFurthest = 12;         ///< frames; beyond, half of the minimum is out of reach

/// What the expert sees of a clip, a row for each usable frame.
struct SeenClip {
    MappedClip clip;
    std::vector<float> rows;
};

Result<std::vector<MappedClip>> someClips(const std::filesystem::path& dataset) {
    const auto index = training::readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    std::size_t frames = 0;
    for (const training::ClipRecord& record : index->clips) {
        frames += static_cast<std::size_t>(record.usableFrames);
    }
    const std::size_t step = 1 + frames / kMostFrames;
    std::vector<MappedClip> clips;
    for (std::size_t i = 0; i < index->clips.size(); i += step) {
        auto clip = MappedClip::open(dataset / index->clips[i].file());
        if (!clip) {
            return core::passOn(clip);
        }
        clips.push_back(std::move(*clip));
    }
    return clips;
}

Result<SeenClip> see(const nets::LipSyncExpert& expert, MappedClip clip) {
    std::vector<std::uint8_t> crops;
    int frames = 0;
    for (std::size_t i = 0; i < clip.frames(); ++i) {
        if (clip.usable[i] != 0) {
            const auto crop = clip.crop(i);
            crops.insert(crops.end(), crop.begin(), crop.end());
            ++frames;
        }
    }
    auto rows = expert.frameFeatures(crops, frames);
    return rows ? Result<SeenClip>(SeenClip{std::move(clip), std::move(*rows)})
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

SoundOffset offsetFrom(const evaluation::SyncScore& pooled) {
    SoundOffset offset;
    offset.confidence = pooled.lseC;
    if (pooled.lseC >= kLeastDepth && std::abs(pooled.avOffset) <= kFurthest) {
        offset.late = -pooled.avOffset;
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
    auto clips = someClips(dataset);
    if (!clips) {
        return core::passOn(clips);
    }
    const auto total = static_cast<std::int64_t>(2 * clips->size());
    std::int64_t done = 0;
    std::vector<SeenClip> seen;
    std::vector<float> all;
    for (MappedClip& clip : *clips) {
        auto looked = stop.stop_requested() ? Result<SeenClip>(core::cancelled())
                                            : see(*expert, std::move(clip));
        if (!looked) {
            return core::passOn(looked);
        }
        all.insert(all.end(), looked->rows.begin(), looked->rows.end());
        seen.push_back(std::move(*looked));
        core::report(progress, {"compare", ++done, total});
    }
    const auto reference = nets::FaceReference::of(expert->sight(), all);
    std::vector<evaluation::SyncScore> scores;
    for (const SeenClip& clip : seen) {
        auto scored = stop.stop_requested() ? Result<evaluation::SyncScore>(core::cancelled())
                                            : score(*expert, clip, reference);
        if (!scored) {
            return core::passOn(scored);
        }
        scores.push_back(std::move(*scored));
        core::report(progress, {"compare", ++done, total});
    }
    return offsetFrom(evaluation::pooledScore(scores));
}

}  // namespace lipwright::adaptation
