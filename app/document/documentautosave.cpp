// The document's copy of unsaved work: written a while after the first unsaved edit and at once
// when a take has arrived.
#include "app/document/projectdocument_p.h"

#include <algorithm>

namespace lipwright::app {
namespace {

constexpr int kLongest = 60;  ///< seconds

}  // namespace

void ProjectDocument::setAutosaveSeconds(int seconds) {
    m_state->autosaveSeconds = std::clamp(seconds, 1, kLongest);
    if (m_state->autosaveDue.isActive()) {
        m_state->autosaveWithin(m_state->autosaveSeconds * 1000);
    }
}

void ProjectDocument::State::autosaveWithin(int milliseconds) {
    milliseconds = std::min(milliseconds, autosaveSeconds * 1000);
    if (!autosaveDue.isActive() || autosaveDue.remainingTime() > milliseconds) {
        autosaveDue.start(milliseconds);
    }
}

void ProjectDocument::State::autosaveNow() {
    if (autosaving) {
        autosaveAgain = true;
        return;
    }
    autosaveDue.stop();
    autosaving = true;
    const auto snapshot = std::make_shared<const project::Project>(history.project());
    const auto work = [snapshot, target = autosave,
                       taken = std::filesystem::file_time_type::clock::now()](
                          std::stop_token, const core::ProgressCallback&) -> core::Result<bool> {
        const auto written = target->write(*snapshot, taken);
        return written ? core::Result<bool>(true) : core::passOn(written);
    };
    submit<bool>(diskJob(ProjectDocument::tr("Autosave")), work,
                 [this, written = revision](const core::Result<bool>& result) {
                     autosaveDone(result, written);
                 });
}

void ProjectDocument::State::autosaveDone(const core::Result<bool>& written,
                                          qint64 writtenRevision) {
    autosaving = false;
    const bool again = std::exchange(autosaveAgain, false);
    if (written) {
        autosaveFailed = false;
        autosavedRevision = writtenRevision;
        if (!recoveredFrom.empty() && recoveredFrom != autosave->file()) {
            std::error_code ignored;
            std::filesystem::remove(std::exchange(recoveredFrom, {}), ignored);
        }
    }
    if (!modified()) {
        removeAutosave();
    } else if (again) {
        autosaveNow();
    } else if (!written || revision != autosavedRevision) {
        autosaveWithin(autosaveSeconds * 1000);
    }
    if (written) {
        Q_EMIT self.autosaved();
    } else if (written.error().code != core::ErrorCode::cancelled &&
               !std::exchange(autosaveFailed, true)) {  // said once, tried again and again
        Q_EMIT self.failed(written.error());
    }
}

void ProjectDocument::State::removeAutosave() {
    submit<bool>(
        diskJob(ProjectDocument::tr("Autosave")),
        [target = autosave](std::stop_token, const core::ProgressCallback&) -> core::Result<bool> {
            target->remove();
            return true;
        },
        [](const core::Result<bool>&) {});
}

}  // namespace lipwright::app
