// The document's way to disk: one save after another, the takes brought along to a new place.
#include "app/document/projectdocument_p.h"
#include "app/document/takecarriage_p.h"
#include "engine/project/serializer.h"

#include <algorithm>

namespace lipwright::app {

namespace fs = std::filesystem;

void ProjectDocument::save() {
    if (m_state->file.empty()) {
        Q_EMIT failed({core::ErrorCode::invalidArgument,
                       "the project has no file yet",
                       {},
                       "Choose a name for it with Save As"});
        return;
    }
    saveAs(m_state->file);
}

void ProjectDocument::saveAs(const fs::path& file) {
    m_state->saves.push_back(fs::absolute(file).lexically_normal());
    if (m_state->saves.size() == 1) {
        m_state->nextSave();
    }
}

void ProjectDocument::State::nextSave() {
    if (saves.empty()) {
        return;
    }
    const fs::path target = saves.front();
    if (target == file) {
        write(target, {lock, {}});
        return;
    }
    const bool takes = std::ranges::any_of(
        history.project().segments, [](const auto& segment) { return !segment.takes.empty(); });
    const auto work = [target, from = takeFolder()](std::stop_token stop,
                                                    const core::ProgressCallback& progress) {
        return preparePlace(target, from, stop, progress);
    };
    submit<PreparedPlace>(bulkJob(ProjectDocument::tr("Copy takes"), !takes), work,
                          [this, target](const core::Result<PreparedPlace>& place) {
                              if (place) {
                                  write(target, *place);
                              } else {
                                  saveFailed(place.error());
                              }
                          });
}

void ProjectDocument::State::write(const fs::path& target, const PreparedPlace& place) {
    const auto snapshot = std::make_shared<const project::Project>(history.project());
    const auto work = [snapshot, target, taken = fs::file_time_type::clock::now()](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<bool> {
        const auto written = writeSnapshot(target, *snapshot, taken);
        return written ? core::Result<bool>(true) : core::passOn(written);
    };
    submit<bool>(
        diskJob(ProjectDocument::tr("Save project")), work,
        [this, target, place, savedRevision = revision](const core::Result<bool>& written) {
            if (written) {
                wrote(target, place, savedRevision);
            } else {
                saveFailed(written.error());
            }
        });
}

void ProjectDocument::State::saveFailed(const core::Error& error) {
    saves.pop_front();
    Q_EMIT self.failed(error);
    nextSave();
}

void ProjectDocument::State::wrote(const fs::path& target, const PreparedPlace& place,
                                   qint64 savedRevision) {
    saves.pop_front();
    if (target != file) {
        move(target, place);
    }
    if (savedRevision == revision) {
        amended = false;
        history.stack().setClean();
        autosaveDue.stop();
        removeAutosave();
    } else {
        autosaveNow();  // edited meanwhile
    }
    updateModified();
    Q_EMIT self.saved();
    nextSave();
}

/// The project lives at `target` from now on.
void ProjectDocument::State::move(const fs::path& target, const PreparedPlace& place) {
    former = Former{takeFolder(), file.empty() ? autosave : nullptr};
    if (file.empty()) {
        autosave->remove();
    } else {
        autosave->close(false);
    }
    file = target;
    lock = place.lock;
    autosave =
        std::make_shared<AutosaveFile>(project::dataFolder(target) / "autosave.lipwright", false);
    Q_EMIT self.takeFolderChanged();
    if (former->ownFolder) {
        fetchStragglers({});
    }
}

/// Takes that arrived where the project was before; what belonged to nobody else goes there.
void ProjectDocument::State::fetchStragglers(const std::vector<fs::path>& only) {
    const auto work = [from = *former, to = takeFolder(), only](
                          std::stop_token stop,
                          const core::ProgressCallback& progress) -> core::Result<bool> {
        const auto brought = bringTakes(from.takes, to, only, stop, progress);
        if (!brought) {
            return core::passOn(brought);
        }
        if (from.ownFolder) {
            removeTakes(from.takes, *brought);
            std::error_code ignored;
            if (!fs::exists(from.takes, ignored)) {
                from.ownFolder->close(true);
            }
        }
        return !brought->empty();
    };
    submit<bool>(bulkJob(ProjectDocument::tr("Copy takes"), true), work,
                 [this](const core::Result<bool>& brought) {
                     if (!brought) {
                         Q_EMIT self.failed(brought.error());
                     } else if (*brought) {
                         Q_EMIT self.takeFolderChanged();
                     }
                 });
}

}  // namespace lipwright::app
