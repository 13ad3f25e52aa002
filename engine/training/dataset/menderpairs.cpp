#include "engine/training/dataset/menderpairs.h"

#include "engine/training/dataset/cliptable_p.h"
#include "engine/training/dataset/dubbedpairs_p.h"

#include <map>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

/// Clips to be dubbed, in the table's order, so many of each speaker.
core::Result<std::vector<SourceClip>> chosenClips(const fs::path& table, int perSpeaker) {
    auto all = readClipTable(table);
    if (!all) {
        return core::passOn(all);
    }
    std::map<std::string, int> taken;
    std::vector<SourceClip> chosen;
    for (SourceClip& clip : *all) {
        if (clip.record.genuine && !clip.record.isolatedWord() &&
            ++taken[clip.record.speaker] <= perSpeaker) {
            chosen.push_back(std::move(clip));
        }
    }
    return chosen;
}

core::Result<std::map<std::string, ClipRecord>> earlierRecords(const fs::path& folder) {
    std::map<std::string, ClipRecord> known;
    std::error_code ignored;
    if (!fs::exists(folder / "index.json", ignored)) {
        return known;
    }
    const auto index = readIndex(folder);
    if (!index) {
        return core::passOn(index);
    }
    for (const ClipRecord& clip : index->clips) {
        if (!clip.skipped.empty() || fs::exists(pairFile(folder, clip), ignored)) {
            known[clip.id] = clip;
        }
    }
    return known;
}

/// Dubs one clip and stores its pairs; a clip that gives none is a reason in its record. Loads the
/// models for the first clip.
core::Result<void> prepare(const SourceClip& source, const fs::path& folder,
                           std::shared_ptr<const face::FaceModels>& models,
                           const MenderPairOptions& options, const std::stop_token& stop,
                           ClipRecord& record) {
    if (!models) {
        auto loaded = face::FaceModels::load();
        if (!loaded) {
            return core::passOn(loaded);
        }
        models = std::move(*loaded);
    }
    const auto pairs = dubbedPairs(source.film, folder, models, options, stop);
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    if (!pairs) {
        record.skipped = pairs.error().text();
        return {};
    }
    record.frames = record.usableFrames = static_cast<std::int64_t>(pairs->frames.size());
    if (record.frames == 0) {
        record.skipped = "no frame suits";
        return {};
    }
    return writePairs(pairFile(folder, record), *pairs);
}

void count(const ClipRecord& record, MenderPairSummary& summary) {
    ++summary.clips;
    summary.skipped += record.skipped.empty() ? 0 : 1;
    summary.pairs += record.frames;
}

core::Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder / "pairs", error);
    return error ? core::Result<void>(core::Failure(core::errorFromErrno(
                       error.value(), folder.string(), "make the folder of the pairs")))
                 : core::Result<void>();
}

}  // namespace

core::Result<MenderPairSummary> buildMenderPairs(const fs::path& manifestTsv,
                                                 const fs::path& outFolder,
                                                 const MenderPairOptions& options,
                                                 std::stop_token stop,
                                                 const core::ProgressCallback& progress) {
    const auto sources = chosenClips(manifestTsv, options.clipsPerSpeaker);
    if (!sources) {
        return core::passOn(sources);
    }
    if (const auto made = makeFolder(outFolder); !made) {
        return core::passOn(made);
    }
    auto known = earlierRecords(outFolder);
    if (!known) {
        return core::passOn(known);
    }
    std::shared_ptr<const face::FaceModels> models;
    MenderPairSummary summary;
    DatasetIndex index;
    for (const SourceClip& source : *sources) {
        ClipRecord record = source.record;
        const auto found = known->find(record.id);
        const bool reused = found != known->end();
        if (reused) {
            record = found->second;
            ++summary.reused;
        } else if (const auto prepared = prepare(source, outFolder, models, options, stop, record);
                   !prepared) {
            return core::passOn(prepared);
        }
        index.clips.push_back(record);
        count(record, summary);
        if (const auto written = reused ? core::Result<void>() : writeIndex(outFolder, index);
            !written) {
            return core::passOn(written);
        }
        core::report(progress,
                     {"pairs", summary.clips, static_cast<std::int64_t>(sources->size())});
    }
    return summary;
}

}  // namespace lipwright::training
