#include "engine/training/dataset/datasetbuilder.h"

#include "engine/training/clipfile.h"
#include "engine/training/dataset/clippictures_p.h"
#include "engine/training/dataset/clippreparation_p.h"
#include "engine/training/dataset/cliptable_p.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace lipwright::training {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kClipsPerIndexWrite = 100;

class Build {
public:
    Build(std::vector<SourceClip> sources, const fs::path& folder, const DatasetOptions& options,
          const core::ProgressCallback& progress)
        : m_sources(std::move(sources)),
          m_folder(folder),
          m_options(options),
          m_progress(progress) {}

    /// Takes over what an earlier run recorded; clips it skipped stay skipped, with their offsets
    /// kept.
    void adopt(const DatasetIndex& earlier) {
        std::map<std::string, const ClipRecord*> known;
        for (const ClipRecord& clip : earlier.clips) {
            known[clip.id] = &clip;
        }
        m_done.assign(m_sources.size(), false);
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            const auto found = known.find(m_sources[i].record.id);
            std::error_code ignored;
            if (found == known.end() || (found->second->skipped.empty() &&
                                         !fs::exists(m_folder / found->second->file(), ignored))) {
                continue;
            }
            m_sources[i].record = *found->second;
            m_done[i] = true;
            ++m_reused;
        }
        m_finished = m_reused;
    }

    core::Result<void> run(std::stop_token stop) {
        auto faceModels = face::FaceModels::load();
        if (!faceModels) {
            return core::passOn(faceModels);
        }
        auto phones = speech::AcousticModel::load();
        if (!phones) {
            return core::passOn(phones);
        }
        m_models = {std::move(*faceModels), std::move(*phones), m_options.landmarkSamples,
                    m_options.faceSize};
        std::vector<std::jthread> workers;
        for (int i = 0; i < std::max(1, m_options.workers); ++i) {
            workers.emplace_back([this, stop] { work(stop); });
        }
        workers.clear();
        if (const auto written = writeIndex(m_folder, index()); !written) {
            return written;
        }
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        return m_failure ? core::Result<void>(core::Failure(*m_failure)) : core::Result<void>();
    }

    [[nodiscard]] DatasetSummary summary() const {
        DatasetSummary result;
        result.clips = static_cast<std::int64_t>(m_sources.size());
        result.reused = m_reused;
        for (const SourceClip& source : m_sources) {
            result.skipped += source.record.skipped.empty() ? 0 : 1;
            result.frames += source.record.frames;
            result.usableFrames += source.record.usableFrames;
        }
        return result;
    }

private:
    void work(std::stop_token stop) {
        for (std::size_t i = m_next++; i < m_sources.size() && !stop.stop_requested();
             i = m_next++) {
            if (m_done[i]) {
                continue;
            }
            ClipRecord record = m_sources[i].record;
            const auto prepared = prepare(m_sources[i].film, record, stop);
            if (stop.stop_requested()) {
                return;
            }
            const std::scoped_lock lock(m_mutex);
            if (!prepared) {
                m_failure = prepared.error();  // the folder can not be written: no clip will fit
                m_next = m_sources.size();
                return;
            }
            finish(i, std::move(record));
        }
    }

    /// An error only when the result can not be stored; a bad clip is a reason in its record.
    core::Result<void> prepare(const fs::path& film, ClipRecord& record, std::stop_token stop) {
        const auto clip = prepareClip(film, m_models, stop);
        if (!clip) {
            record.skipped = clip.error().text();
            return {};
        }
        describe(*clip, record);
        if (record.frames < m_options.minimumFrames) {
            record.skipped = "too short";
        } else if (static_cast<double>(record.usableFrames) <
                   m_options.minimumUsable * static_cast<double>(record.frames)) {
            record.skipped = "the face is usable in too few frames";
        }
        return record.skipped.empty() ? writeClip(m_folder / record.file(), *clip)
                                      : core::Result<void>();
    }

    void finish(std::size_t i, ClipRecord record) {
        m_sources[i].record = std::move(record);
        m_done[i] = true;
        ++m_finished;
        core::report(m_progress,
                     {"dataset", m_finished, static_cast<std::int64_t>(m_sources.size())});
        if (m_finished % kClipsPerIndexWrite == 0) {
            if (const auto written = writeIndex(m_folder, index()); !written) {
                m_failure = written.error();
                m_next = m_sources.size();
            }
        }
    }

    /// Records of the clips done so far.
    [[nodiscard]] DatasetIndex index() const {
        DatasetIndex result;
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            if (m_done[i]) {
                result.clips.push_back(m_sources[i].record);
            }
        }
        return result;
    }

    std::vector<SourceClip> m_sources;
    fs::path m_folder;
    DatasetOptions m_options;
    const core::ProgressCallback& m_progress;
    PreparationModels m_models;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;  ///< guards what follows and the records
    std::vector<char> m_done;
    std::int64_t m_finished = 0;
    std::int64_t m_reused = 0;
    std::optional<core::Error> m_failure;
};

}  // namespace

core::Result<DatasetSummary> buildDataset(const fs::path& manifestTsv, const fs::path& outFolder,
                                          const DatasetOptions& options, std::stop_token stop,
                                          const core::ProgressCallback& progress) {
    auto sources = readClipTable(manifestTsv);
    if (!sources) {
        return core::passOn(sources);
    }
    std::error_code error;
    fs::create_directories(outFolder / "clips", error);
    if (error) {
        return core::Failure(
            core::errorFromErrno(error.value(), outFolder.string(), "make the data set's folder"));
    }
    DatasetIndex earlier;
    if (fs::exists(outFolder / "index.json", error)) {
        auto read = readIndex(outFolder);
        if (!read) {
            return core::passOn(read);
        }
        earlier = std::move(*read);
    }
    Build build(std::move(*sources), outFolder, options, progress);
    build.adopt(earlier);
    if (const auto ran = build.run(stop); !ran) {
        return core::passOn(ran);
    }
    return build.summary();
}

}  // namespace lipwright::training
