#include "engine/training/clipstore.h"

#include "engine/core/robustspread.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace lipwright::training {

namespace {

constexpr std::array<float, kClipMeasures> kSmallestRange = {0.01F, 0.01F,   0.015F,
                                                             0.01F, 0.0075F, 0.01F};
constexpr float kLargestRelative = 4.0F;
constexpr int kValidationPart = 5;

void makeRelative(StoredClip& clip, const SpeakerRange& range) {
    for (std::size_t i = 0; i < clip.relative.size(); ++i) {
        const std::size_t m = i % kClipMeasures;
        clip.relative[i] = std::clamp((clip.relative[i] - range.centre[m]) / range.range[m],
                                      -kLargestRelative, kLargestRelative);
    }
}

std::map<std::string, SpeakerRange> rangesOf(const std::vector<StoredClip>& clips) {
    std::map<std::string, std::vector<float>> measures;
    for (const StoredClip& clip : clips) {
        std::vector<float>& all = measures[clip.record.speaker];
        for (std::size_t i = 0; i < clip.data.frames(); ++i) {
            if (clip.data.usable[i] != 0) {
                const auto row =
                    clip.relative.begin() + static_cast<std::ptrdiff_t>(i * kClipMeasures);
                all.insert(all.end(), row, row + kClipMeasures);
            }
        }
    }
    std::map<std::string, SpeakerRange> ranges;
    for (const auto& [speaker, values] : measures) {
        ranges[speaker] = speakerRange(values);
    }
    return ranges;
}

bool usableForTraining(const ClipRecord& clip) {
    return clip.skipped.empty() && clip.genuine && clip.frames > 0;
}

/// Sorted speakers of the train split; natural speech in .first, isolated words in .second.
std::pair<std::vector<std::string>, std::vector<std::string>> trainSpeakers(
    const DatasetIndex& index, std::int64_t largest) {
    std::map<std::string, std::int64_t> natural;
    std::map<std::string, std::int64_t> words;
    for (const ClipRecord& clip : index.clips) {
        if (usableForTraining(clip) && clip.split == "train") {
            (clip.isolatedWord() ? words : natural)[clip.speaker] += clip.usableFrames;
        }
    }
    std::pair<std::vector<std::string>, std::vector<std::string>> result;
    for (const auto& [speaker, frames] : natural) {
        if (frames <= largest) {
            result.first.push_back(speaker);
        }
    }
    for (const auto& [speaker, frames] : words) {
        result.second.push_back(speaker);
    }
    return result;
}

}  // namespace

SpeakerRange speakerRange(std::span<const float> measures) {
    SpeakerRange result;
    result.range.fill(1.0F);
    const std::size_t rows = measures.size() / kClipMeasures;
    std::vector<float> values(rows);
    for (std::size_t m = 0; m < kClipMeasures && rows > 0; ++m) {
        for (std::size_t i = 0; i < rows; ++i) {
            values[i] = measures[i * kClipMeasures + m];
        }
        const core::RobustSpread spread = core::robustSpread(values, kSmallestRange[m]);
        result.centre[m] = spread.centre;
        result.range[m] = spread.deviation;
    }
    return result;
}

core::Result<ClipStore> ClipStore::load(const std::filesystem::path& dataset,
                                        const std::function<bool(const ClipRecord&)>& wanted) {
    const auto index = readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    ClipStore store;
    for (const ClipRecord& record : index->clips) {
        if (!usableForTraining(record) || !wanted(record)) {
            continue;
        }
        auto data = MappedClip::open(dataset / record.file());
        if (!data) {
            return core::passOn(data);
        }
        std::vector<float> measures(data->measures.begin(), data->measures.end());
        store.clips.push_back({record, std::move(*data), std::move(measures)});
    }
    if (store.clips.empty()) {
        return core::fail(core::ErrorCode::invalidArgument, "the data set has no clip to use",
                          dataset.string(), "Build it from clips with a face and a voice");
    }
    const auto ranges = rangesOf(store.clips);
    for (StoredClip& clip : store.clips) {
        makeRelative(clip, ranges.at(clip.record.speaker));
    }
    return store;
}

SpeakerSplit SpeakerSplit::of(const DatasetIndex& index, std::int64_t largest) {
    SpeakerSplit split;
    const auto [natural, words] = trainSpeakers(index, largest);
    for (const auto* speakers : {&natural, &words}) {
        for (std::size_t i = 0; i < speakers->size(); ++i) {
            split.m_heldOut[(*speakers)[i]] = i % kValidationPart == 1;
        }
    }
    return split;
}

SpeakerSplit SpeakerSplit::fold(const DatasetIndex& index, int fold, int folds) {
    std::set<std::string> speakers;
    for (const ClipRecord& clip : index.clips) {
        if (usableForTraining(clip)) {
            speakers.insert(clip.speaker);
        }
    }
    SpeakerSplit split;
    int i = 0;
    for (const std::string& speaker : speakers) {
        split.m_heldOut[speaker] = i++ % folds == fold;
    }
    return split;
}

bool SpeakerSplit::heldOut(const ClipRecord& clip) const {
    const auto found = m_heldOut.find(clip.speaker);
    return found != m_heldOut.end() && found->second;
}

std::vector<double> samplingWeights(const std::vector<const StoredClip*>& clips,
                                    const Sampling& sampling) {
    std::map<std::string, double> frames;
    for (const StoredClip* clip : clips) {
        frames[clip->record.speaker] += static_cast<double>(clip->record.usableFrames);
    }
    std::vector<double> weights;
    std::array<double, 2> sums{};  // natural speech, isolated words
    for (const StoredClip* clip : clips) {
        const double all = std::max(1.0, frames[clip->record.speaker]);
        weights.push_back(static_cast<double>(clip->record.usableFrames) / all *
                          std::pow(std::min(all, sampling.largestSpeaker), sampling.evenness));
        sums[clip->record.isolatedWord() ? 1 : 0] += weights.back();
    }
    for (std::size_t i = 0; i < clips.size() && sums[0] > 0 && sums[1] > 0; ++i) {
        const bool word = clips[i]->record.isolatedWord();
        weights[i] *= word ? sampling.wordShare / sums[1] : (1.0 - sampling.wordShare) / sums[0];
    }
    return weights;
}

}  // namespace lipwright::training
