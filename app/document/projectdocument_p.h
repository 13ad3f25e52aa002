// What the document is made of: the history, the place on disk, and the jobs under way. Its
// functions lie in projectdocument.cpp (edits), documentopening.cpp, documentsaving.cpp,
// documentautosave.cpp and documentmedia.cpp.
#pragma once

#include "app/document/autosavefile_p.h"
#include "app/document/editcommand_p.h"
#include "app/document/openedproject_p.h"
#include "app/document/projectdocument.h"
#include "app/document/saving_p.h"
#include "app/jobs/jobqueue.h"

#include <QPointer>
#include <QTimer>
#include <deque>
#include <utility>

namespace lipwright::app {

struct ProjectDocument::State {
    State(ProjectDocument& document, JobQueue& queue);
    ~State();

    /// A job of which `done` only runs while this document is there and holds the same project.
    template <typename T>
    void submit(const JobQueue::Options& options,
                std::function<core::Result<T>(std::stop_token, const core::ProgressCallback&)> work,
                std::function<void(core::Result<T>)> done) {
        jobs.submit<T>(options, std::move(work),
                       [document = QPointer<ProjectDocument>(&self), started = generation,
                        done = std::move(done)](core::Result<T> result) {
                           if (document && document->m_state->generation == started) {
                               done(std::move(result));
                           }
                       });
    }
    /// On the disk lane, in the order of submission, unseen.
    [[nodiscard]] static JobQueue::Options diskJob(const QString& title);
    [[nodiscard]] static JobQueue::Options bulkJob(const QString& title, bool hidden);

    // projectdocument.cpp
    void follow(const project::Delta& delta);
    void updateModified();
    [[nodiscard]] bool modified() const;
    [[nodiscard]] std::filesystem::path takeFolder() const;

    // documentopening.cpp
    void newPlace();
    void leave();
    void install(OpenedProject opened, bool recovered);
    void adoptTakes(const std::vector<dubbing::FoundTake>& takes);

    // documentsaving.cpp
    void nextSave();
    void write(const std::filesystem::path& target, const PreparedPlace& place);
    void wrote(const std::filesystem::path& target, const PreparedPlace& place,
               qint64 savedRevision);
    void saveFailed(const core::Error& error);
    void move(const std::filesystem::path& target, const PreparedPlace& place);
    void fetchStragglers(const std::vector<std::filesystem::path>& only);
    void removeAutosave();

    // documentautosave.cpp
    void autosaveWithin(int milliseconds);
    void autosaveNow();
    void autosaveDone(const core::Result<bool>& written, qint64 writtenRevision);

    // documentmedia.cpp
    void amendMedia(const Missing& item, const project::MediaReference& media);

    ProjectDocument& self;
    JobQueue& jobs;
    EditHistory history;
    qint64 generation = 0;  ///< counts the projects this document held
    qint64 revision = 0;    ///< counts the changes of this one
    bool amended = false;   ///< since it was saved
    bool wasModified = false;

    std::filesystem::path file;
    ProjectLock lock;
    std::filesystem::path autosaveFolder;
    std::shared_ptr<AutosaveFile> autosave;

    std::deque<std::filesystem::path> saves;  ///< the first one is under way
    struct Former {
        std::filesystem::path takes;
        std::shared_ptr<AutosaveFile> ownFolder;  ///< nothing: the takes belong to a saved project
    };
    std::optional<Former> former;  ///< where a take may still arrive that was begun before saving

    QTimer autosaveDue;
    int autosaveSeconds = 15;
    bool autosaving = false;
    bool autosaveAgain = false;
    bool autosaveFailed = false;
    qint64 autosavedRevision = 0;
    std::filesystem::path recoveredFrom;  ///< goes when its content is saved elsewhere

    std::vector<Missing> missing;
};

/// The takes a delta adds.
[[nodiscard]] std::vector<project::Take> newTakes(const project::Delta& delta);

}  // namespace lipwright::app
