#include "app/document/projectdocument_p.h"
#include "app/document/takecarriage_p.h"
#include "engine/project/serializer.h"

#include <QStandardPaths>
#include <algorithm>

namespace lipwright::app {
namespace {

constexpr int kDiskPriority = 100;
constexpr int kSoon = 1000;  ///< milliseconds

}  // namespace

std::vector<project::Take> newTakes(const project::Delta& delta) {
    std::vector<project::Take> added;
    for (const auto& [id, change] : delta.segments) {
        if (!change.after) {
            continue;
        }
        for (const project::Take& take : change.after->takes) {
            const bool known = change.before &&
                               std::ranges::find(change.before->takes, take.id,
                                                 &project::Take::id) != change.before->takes.end();
            if (!known) {
                added.push_back(take);
            }
        }
    }
    return added;
}

ProjectDocument::State::State(ProjectDocument& document, JobQueue& queue)
    : self(document),
      jobs(queue),
      history([this](const project::Delta& delta) { follow(delta); }),
      autosaveFolder(
          QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) {
    autosaveFolder /= "autosaves";
    autosaveDue.setSingleShot(true);
    QObject::connect(&autosaveDue, &QTimer::timeout, &self, [this] { autosaveNow(); });
    const auto update = [this] { updateModified(); };
    QObject::connect(&history.stack(), &QUndoStack::cleanChanged, &self, update);
    QObject::connect(&history.stack(), &QUndoStack::indexChanged, &self, update);
    newPlace();
}

ProjectDocument::State::~State() {
    history.stack().disconnect(&self);
    autosave->close(true);
    if (former && former->ownFolder) {
        former->ownFolder->close(true);
    }
}

JobQueue::Options ProjectDocument::State::diskJob(const QString& title) {
    JobQueue::Options options;
    options.title = title;
    options.lane = JobLane::disk;
    options.priority = kDiskPriority;
    options.hidden = true;
    options.pausable = false;
    return options;
}

JobQueue::Options ProjectDocument::State::bulkJob(const QString& title, bool hidden) {
    JobQueue::Options options = diskJob(title);
    options.lane = JobLane::bulk;
    options.hidden = hidden;
    return options;
}

void ProjectDocument::State::follow(const project::Delta& delta) {
    ++revision;
    Q_EMIT self.changed(delta);
    const auto takes = newTakes(delta);
    if (takes.empty()) {
        autosaveWithin(autosaveSeconds * 1000);
        return;
    }
    autosaveNow();
    if (former) {
        std::vector<std::filesystem::path> names;
        for (const project::Take& take : takes) {
            names.push_back(take.folder);
        }
        fetchStragglers(names);
    }
}

bool ProjectDocument::State::modified() const {
    return amended || !const_cast<EditHistory&>(history).stack().isClean();
}

void ProjectDocument::State::updateModified() {
    const bool now = modified();
    if (now != std::exchange(wasModified, now)) {
        Q_EMIT self.modifiedChanged(now);
        if (!now) {
            autosaveDue.stop();
            removeAutosave();
        }
    }
}

std::filesystem::path ProjectDocument::State::takeFolder() const {
    return (file.empty() ? autosave->file().parent_path() : project::dataFolder(file)) / "takes";
}

ProjectDocument::ProjectDocument(JobQueue& jobs, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(*this, jobs)) {}

ProjectDocument::~ProjectDocument() = default;

const project::Project& ProjectDocument::project() const {
    return m_state->history.project();
}

QUndoStack& ProjectDocument::undoStack() {
    return m_state->history.stack();
}

bool ProjectDocument::modified() const {
    return m_state->modified();
}

core::Result<void> ProjectDocument::edit(
    const QString& text, const std::function<core::Result<void>(project::Project&)>& edit,
    int mergeKey) {
    return m_state->history.edit(text, edit, mergeKey);
}

core::Result<void> ProjectDocument::amend(
    const std::function<core::Result<void>(project::Project&)>& amendment) {
    auto changed = m_state->history.amend(amendment);
    if (!changed) {
        return core::passOn(changed);
    }
    if (*changed) {
        m_state->amended = true;
        m_state->updateModified();
        m_state->autosaveWithin(kSoon);
    }
    return {};
}

std::filesystem::path ProjectDocument::file() const {
    return m_state->file;
}

QString ProjectDocument::title() const {
    return m_state->file.empty() ? tr("Untitled")
                                 : QString::fromStdString(m_state->file.stem().string());
}

std::filesystem::path ProjectDocument::actorFolder() const {
    return actorsBeside(m_state->takeFolder());
}

std::filesystem::path ProjectDocument::takeFolder() const {
    return m_state->takeFolder();
}

}  // namespace lipwright::app
