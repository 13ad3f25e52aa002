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

class PairBuild {
public:
    PairBuild(fs::path folder, const MenderPairOptions& options,
              std::map<std::string, ClipRecord> known)
        : m_folder(std::move(folder)), m_options(options), m_known(std::move(known)) {}

    /// An error only when nothing more can be stored; a bad clip is a reason in its record.
    core::Result<void> take(const SourceClip& source, const std::stop_token& stop) {
        const auto found = m_known.find(source.record.id);
        if (found != m_known.end()) {
            ++m_summary.reused;
            add(found->second);
            return {};
        }
        ClipRecord record = source.record;
        if (const auto prepared = prepare(source.film, record, stop); !prepared) {
            return prepared;
        }
        add(record);
        return writeIndex(m_folder, m_index);
    }

    [[nodiscard]] const MenderPairSummary& summary() const { return m_summary; }

private:
    core::Result<void> prepare(const fs::path& film, ClipRecord& record,
                               const std::stop_token& stop) {
        if (const auto loaded = loadModels(); !loaded) {
            return loaded;
        }
        const auto pairs = dubbedPairs(film, m_folder, m_models, m_options, stop);
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
        return writePairs(pairFile(m_folder, record), *pairs);
    }

    /// Once, and only when a clip needs them.
    core::Result<void> loadModels() {
        if (m_models) {
            return {};
        }
        auto loaded = face::FaceModels::load();
        if (!loaded) {
            return core::passOn(loaded);
        }
        m_models = std::move(*loaded);
        return {};
    }

    void add(const ClipRecord& record) {
        m_index.clips.push_back(record);
        ++m_summary.clips;
        m_summary.skipped += record.skipped.empty() ? 0 : 1;
        m_summary.pairs += record.frames;
    }

    fs::path m_folder;
    const MenderPairOptions& m_options;
    std::map<std::string, ClipRecord> m_known;
    std::shared_ptr<const face::FaceModels> m_models;
    DatasetIndex m_index;
    MenderPairSummary m_summary;
};

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
    PairBuild build(outFolder, options, std::move(*known));
    for (const SourceClip& source : *sources) {
        if (const auto taken = build.take(source, stop); !taken) {
            return core::passOn(taken);
        }
        core::report(progress,
                     {"pairs", build.summary().clips, static_cast<std::int64_t>(sources->size())});
    }
    return build.summary();
}

}  // namespace lipwright::training
