// The actor models beside the open project: reads them in the background, follows the project to
// another place, and does what the user wants with them. Lives in the GUI thread; never waits.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/models/actormodel.h"

#include <QObject>
#include <filesystem>
#include <functional>
#include <vector>

namespace lipwright::app {

class ProjectDocument;

class ActorModels : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    ActorModels(JobQueue& jobs, ProjectDocument& document, QObject* parent = nullptr);

    /// Of the open film, oldest first.
    [[nodiscard]] const std::vector<models::ActorModel>& all() const { return m_models; }
    [[nodiscard]] std::vector<models::ActorModel> of(int actor) const;
    /// Null: there is none of that id.
    [[nodiscard]] const models::ActorModel* find(const std::string& id) const;

    /// Looks at the disk again.
    void reload();
    void rename(const std::string& id, const std::string& name);
    void remove(const std::string& id);
    /// From the actors folder of another project of the same film.
    void import(const std::filesystem::path& actorsFolder);

Q_SIGNALS:
    void changed();
    void imported(int models);
    void failed(const lipwright::core::Error& error);

private:
    using Change = std::function<core::Result<int>()>;
    void change(const QString& title, const Change& change, std::function<void(int)> done = {});
    void adopt(const core::Result<models::ActorModelList>& found);

    JobQueue& m_jobs;
    ProjectDocument& m_document;
    std::vector<models::ActorModel> m_models;
    qint64 m_revision = 0;
};

}  // namespace lipwright::app
