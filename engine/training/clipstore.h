// The clips of a prepared data set that a training or an evaluation uses, with mouth measures made
// relative to each speaker. Immutable once loaded; share freely.
#pragma once

#include "engine/core/result.h"
#include "engine/training/clipfile.h"
#include "engine/training/datasetindex.h"

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lipwright::training {

struct StoredClip {
    ClipRecord record;
    MappedClip data;
    /// (N, 6): (measured - centre) / range of the clip's speaker, clipped to ±4.
    std::vector<float> relative;

    /// Instant of the sound that belongs to a frame, the clip's offset and drift taken into
    /// account.
    [[nodiscard]] double soundSeconds(std::size_t frame) const {
        return steadySeconds(frame) + driftSeconds(static_cast<double>(frame));
    }
    /// The same as if the sound did not drift.
    [[nodiscard]] double steadySeconds(std::size_t frame) const {
        return data.seconds[frame] + record.soundLate / 25.0;
    }
    /// By how much more the sound is late at a frame than at the clip's middle.
    [[nodiscard]] double driftSeconds(double frame) const {
        return record.soundDrift * (frame - 0.5 * static_cast<double>(data.frames())) / 25.0;
    }
};

struct SpeakerRange {
    std::array<float, kClipMeasures> centre{};
    std::array<float, kClipMeasures> range{};
};

/// As face::MouthRange: median, and the distance of the 5 % and 95 % quantiles in units of the
/// normal distribution's. `measures` (n, 6) row-major.
[[nodiscard]] SpeakerRange speakerRange(std::span<const float> measures);

struct ClipStore {
    std::vector<StoredClip> clips;

    /// `wanted` chooses by record; clips that were skipped or are not genuine never come.
    [[nodiscard]] static core::Result<ClipStore> load(
        const std::filesystem::path& dataset, const std::function<bool(const ClipRecord&)>& wanted);
};

/// Parts speakers of the train split into one fifth for validation and the rest, by sorted name,
/// natural speech and isolated words apart. Speakers with more than `largest` frames always train.
class SpeakerSplit {
public:
    [[nodiscard]] static SpeakerSplit of(const DatasetIndex& index, std::int64_t largest = 6000);
    /// Cross-validation: `fold` of `folds`.
    [[nodiscard]] static SpeakerSplit fold(const DatasetIndex& index, int fold, int folds);

    [[nodiscard]] bool heldOut(const ClipRecord& clip) const;

private:
    std::map<std::string, bool> m_heldOut;
};

/// How often each clip is drawn: speakers by the power `evenness` of their usable frames, at most
/// `largestSpeaker` of them counted (0: all speakers alike, 1: by frames), clips of a speaker by
/// their frames; isolated words together make up `wordShare` of the draws.
struct Sampling {
    double evenness = 0.5;
    double largestSpeaker = 1500.0;
    double wordShare = 0.2;
};
[[nodiscard]] std::vector<double> samplingWeights(const std::vector<const StoredClip*>& clips,
                                                  const Sampling& sampling);

}  // namespace lipwright::training
