#include "engine/training/trainingclips_p.h"

namespace lipwright::training {

namespace {

core::Result<std::int64_t> phoneticSize(const ClipStore& store,
                                        const std::filesystem::path& dataset) {
    const std::uint32_t size = store.clips.front().data.phoneticSize;
    for (const StoredClip& clip : store.clips) {
        if (clip.data.phoneticSize != size || (size > 0 && clip.data.phonetic.empty())) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the clip's phonetic rows differ from the other clips'",
                              (dataset / clip.record.file()).string(), "Build the data set again");
        }
    }
    return static_cast<std::int64_t>(size);
}

}  // namespace

core::Error tooFewSpeakers(const std::filesystem::path& dataset) {
    return {core::ErrorCode::invalidArgument, "the data set has too few speakers to hold some out",
            dataset.string(), "Add clips of more speakers"};
}

core::Result<TrainingClips> TrainingClips::parted(const std::filesystem::path& dataset,
                                                  core::Result<ClipStore> store,
                                                  const IsHeldOut& heldOut) {
    if (!store) {
        return core::passOn(store);
    }
    const auto phonetic = phoneticSize(*store, dataset);
    if (!phonetic) {
        return core::passOn(phonetic);
    }
    TrainingClips clips{std::move(*store), *phonetic, {}, {}};
    for (const StoredClip& clip : clips.store.clips) {
        (heldOut(clip.record) ? clips.validation : clips.train).push_back(&clip);
    }
    return clips;
}

core::Result<TrainingClips> TrainingClips::load(const std::filesystem::path& dataset) {
    const auto index = readIndex(dataset);
    if (!index) {
        return core::passOn(index);
    }
    const SpeakerSplit split = SpeakerSplit::of(*index);
    auto clips = parted(
        dataset,
        ClipStore::load(dataset, [](const ClipRecord& clip) { return clip.split == "train"; }),
        [&split](const ClipRecord& clip) { return split.heldOut(clip); });
    if (clips && (clips->train.empty() || clips->validation.empty())) {
        return core::Failure(tooFewSpeakers(dataset));
    }
    return clips;
}

core::Result<TrainingClips> TrainingClips::loadActor(const std::filesystem::path& dataset) {
    auto clips =
        parted(dataset,
               ClipStore::load(dataset,
                               [](const ClipRecord& clip) {
                                   return clip.split == "train" || clip.split == "validation";
                               }),
               [](const ClipRecord& clip) { return clip.split == "validation"; });
    if (clips && (clips->train.empty() || clips->validation.empty())) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the data set has no clips to train on and others to validate on",
                          dataset.string(), "Gather the actor's clips again");
    }
    return clips;
}

}  // namespace lipwright::training
