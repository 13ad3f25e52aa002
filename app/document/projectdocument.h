// The open project: the only place where it is changed. Every edit is one undo step, made by
// running an edit function on the value and keeping the difference; views follow changed(). Saving
// copies the value and writes it on the disk lane. Lives in the GUI thread.
#pragma once

#include "engine/core/result.h"
#include "engine/project/delta.h"
#include "engine/project/project.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>

class QUndoStack;

namespace lipwright::app {

class JobQueue;

class ProjectDocument : public QObject {
    Q_OBJECT
public:
    explicit ProjectDocument(JobQueue& jobs, QObject* parent = nullptr);
    ~ProjectDocument() override;

    [[nodiscard]] const project::Project& project() const;
    [[nodiscard]] QUndoStack& undoStack();
    [[nodiscard]] bool modified() const;

    /// Runs `edit` on the project; when it succeeds and changed something, it becomes the undo step
    /// `text`. `mergeKey` other than 0: edits of the same key in a row become one step (a slider
    /// being dragged) until an edit without a key, even one that changes nothing, ends the row.
    core::Result<void> edit(const QString& text,
                            const std::function<core::Result<void>(project::Project&)>& edit,
                            int mergeKey = 0);
    /// Changes nothing a user did (a finished take's arrival is an edit; a fingerprint is not): not
    /// undoable, kept over undo. Steps made before are carried over it: see rebase() in
    /// deltarebase_p.h for what that can and can not do.
    core::Result<void> amend(const std::function<core::Result<void>(project::Project&)>& amendment);

    /// Empty while never saved.
    [[nodiscard]] std::filesystem::path file() const;
    /// "Untitled" or the file's stem.
    [[nodiscard]] QString title() const;
    /// Where takes go: beside the file, or in the autosave folder while there is none. Moved along
    /// when the project is saved under its first name.
    [[nodiscard]] std::filesystem::path takeFolder() const;
    /// Of the actor models, beside the takes: changes as takeFolder() does.
    [[nodiscard]] std::filesystem::path actorFolder() const;

    void newProject();
    /// Asynchronous: loaded() or failed() follows. Takes another open program's lock into account.
    void open(const std::filesystem::path& file);
    /// Asynchronous: saved() or failed() follows. Edits made meanwhile stay unsaved.
    void save();
    void saveAs(const std::filesystem::path& file);

    /// An autosave that is newer than its project, or of a project never saved: the program ended
    /// without saving it.
    struct Recovery {
        std::filesystem::path autosave;
        std::filesystem::path file;  ///< the project's; empty: never saved
        QString when;                ///< for people
        int segments = 0;
        int takes = 0;
    };
    [[nodiscard]] std::vector<Recovery> recoverable() const;
    void recover(const Recovery& recovery);
    void discard(const Recovery& recovery);
    /// Folder of autosaves of projects without a file; default: the application's data location.
    void setAutosaveFolder(const std::filesystem::path& folder);
    /// At most 60; 15 by default. Autosaves also as soon as a take has arrived.
    void setAutosaveSeconds(int seconds);

    /// Media the project names that is not there, or not the same any more (fingerprint).
    struct Missing {
        QString name;
        project::MediaReference media;
        project::Id dubTrack = 0;  ///< 0: the film
    };
    [[nodiscard]] std::vector<Missing> missingMedia() const;
    /// Looks for all missing media by name and fingerprint below `folder`; asynchronous, ends with
    /// relinked(found, stillMissing).
    void relink(const std::filesystem::path& folder);
    /// Takes this file for the missing one, fingerprint or not.
    core::Result<void> relinkTo(const Missing& missing, const std::filesystem::path& file);

Q_SIGNALS:
    void changed(const lipwright::project::Delta& delta);
    /// Another project is in place: look at everything anew.
    void reset();
    void modifiedChanged(bool modified);
    void loaded();
    void saved();
    void autosaved();
    void failed(const lipwright::core::Error& error);
    void relinked(int found, int stillMissing);
    /// On opening a project beside which a newer autosave lies.
    void recoveryOffered(const lipwright::app::ProjectDocument::Recovery& recovery);
    /// Finished takes lay on disk that the file did not know (the program ended before it was
    /// saved); they are in the project now, as one undo step.
    void takesAdopted(int takes);
    /// The project moved, or a take arrived late at where it was before: open takes anew.
    void takeFolderChanged();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
