// The document's coming and going of projects: new, opened, recovered.
#include "app/document/projectdocument_p.h"
#include "app/document/recoveries_p.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <QUuid>

namespace lipwright::app {

namespace fs = std::filesystem;

void ProjectDocument::State::newPlace() {
    const std::string name = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    file.clear();
    lock.reset();
    autosave = std::make_shared<AutosaveFile>(autosaveFolder / name / "autosave.lipwright", true);
}

/// The project in place was saved, or its user does not want it.
void ProjectDocument::State::leave() {
    const auto work = [autosave = autosave, former = former](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<bool> {
        autosave->close(true);
        if (former && former->ownFolder) {
            former->ownFolder->close(true);
        }
        return true;
    };
    submit<bool>(diskJob(ProjectDocument::tr("Tidy up")), work, [](const core::Result<bool>&) {});
    ++generation;
    revision = 0;
    autosavedRevision = 0;
    amended = false;
    autosaving = false;
    autosaveAgain = false;
    autosaveFailed = false;
    autosaveDue.stop();
    saves.clear();
    former.reset();
    missing.clear();
    recoveredFrom.clear();
}

void ProjectDocument::State::install(OpenedProject opened, bool recovered) {
    leave();
    file = opened.file;
    autosave = std::make_shared<AutosaveFile>(opened.autosave, file.empty());
    if (file.empty()) {
        autosave->adoptLock(opened.lock);
        lock.reset();
    } else {
        lock = opened.lock;
    }
    missing = std::move(opened.missing);
    amended = recovered;
    wasModified = false;
    history.replace(std::move(opened.project));
    updateModified();
    Q_EMIT self.reset();
    Q_EMIT self.loaded();
}

void ProjectDocument::State::adoptTakes(const std::vector<dubbing::FoundTake>& takes) {
    if (takes.empty()) {
        return;
    }
    int adopted = 0;
    const auto adopt = [&](project::Project& project) -> core::Result<void> {
        for (const dubbing::FoundTake& found : takes) {
            adopted += project::addTake(project, found.segment, found.take).has_value() ? 1 : 0;
        }
        return {};
    };
    const QString text =
        ProjectDocument::tr("Recover %n take(s)", nullptr, static_cast<int>(takes.size()));
    if (history.edit(text, adopt, 0) && adopted > 0) {
        Q_EMIT self.takesAdopted(adopted);
    }
}

void ProjectDocument::newProject() {
    m_state->leave();
    m_state->newPlace();
    m_state->wasModified = false;
    m_state->history.replace({});
    Q_EMIT modifiedChanged(false);
    Q_EMIT reset();
}

void ProjectDocument::open(const fs::path& file) {
    const fs::path target = fs::absolute(file).lexically_normal();
    const auto work = [target, held = target == m_state->file ? m_state->lock : ProjectLock()](
                          std::stop_token, const core::ProgressCallback&) {
        return openProject(target, held);
    };
    m_state->submit<OpenedProject>(State::diskJob(tr("Open project")), work,
                                   [this](core::Result<OpenedProject> opened) {
                                       if (!opened) {
                                           Q_EMIT failed(opened.error());
                                           return;
                                       }
                                       const auto lost = std::move(opened->lostTakes);
                                       const auto recoveries = std::move(opened->recoveries);
                                       m_state->install(std::move(*opened), false);
                                       const qint64 installed = m_state->generation;
                                       m_state->adoptTakes(lost);
                                       for (const Recovery& recovery : recoveries) {
                                           if (m_state->generation == installed) {
                                               Q_EMIT recoveryOffered(recovery);
                                           }
                                       }
                                   });
}

std::vector<ProjectDocument::Recovery> ProjectDocument::recoverable() const {
    return unnamedRecoveries(m_state->autosaveFolder);
}

void ProjectDocument::recover(const Recovery& recovery) {
    const bool same = !recovery.file.empty() && recovery.file == m_state->file;
    const auto work = [recovery, held = same ? m_state->lock : ProjectLock()](
                          std::stop_token, const core::ProgressCallback&) {
        return openRecovery(recovery, held);
    };
    m_state->submit<OpenedProject>(State::diskJob(tr("Recover project")), work,
                                   [this, recovery](core::Result<OpenedProject> opened) {
                                       if (!opened) {
                                           Q_EMIT failed(opened.error());
                                           return;
                                       }
                                       const auto lost = std::move(opened->lostTakes);
                                       m_state->install(std::move(*opened), true);
                                       m_state->recoveredFrom = recovery.autosave;
                                       m_state->autosaveNow();
                                       m_state->adoptTakes(lost);
                                   });
}

void ProjectDocument::discard(const Recovery& recovery) {
    const auto work = [recovery](std::stop_token,
                                 const core::ProgressCallback&) -> core::Result<bool> {
        std::error_code ignored;
        if (recovery.file.empty()) {
            fs::remove_all(recovery.autosave.parent_path(), ignored);
        } else {
            fs::remove(recovery.autosave, ignored);
        }
        return true;
    };
    m_state->submit<bool>(State::diskJob(tr("Discard autosave")), work,
                          [](const core::Result<bool>&) {});
}

void ProjectDocument::setAutosaveFolder(const fs::path& folder) {
    m_state->autosaveFolder = folder;
    if (m_state->file.empty() && !m_state->modified()) {
        m_state->newPlace();
    }
}

}  // namespace lipwright::app
