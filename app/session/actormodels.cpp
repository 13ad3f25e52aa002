#include "app/session/actormodels.h"

#include "app/document/projectdocument.h"

#include <QPointer>
#include <algorithm>

namespace lipwright::app {

using core::Result;
using models::ActorModel;
using models::ActorModelList;

ActorModels::ActorModels(JobQueue& jobs, ProjectDocument& document, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_document(document) {
    connect(&document, &ProjectDocument::reset, this, &ActorModels::reload);
    connect(&document, &ProjectDocument::takeFolderChanged, this, &ActorModels::reload);
    connect(&document, &ProjectDocument::changed, this, [this](const project::Delta& delta) {
        if (delta.film) {
            reload();
        }
    });
}

std::vector<ActorModel> ActorModels::of(int actor) const {
    std::vector<ActorModel> own;
    std::ranges::copy_if(m_models, std::back_inserter(own),
                         [actor](const ActorModel& model) { return model.actor == actor; });
    return own;
}

const ActorModel* ActorModels::find(const std::string& id) const {
    const auto found = std::ranges::find(m_models, id, &ActorModel::id);
    return found == m_models.end() ? nullptr : &*found;
}

void ActorModels::reload() {
    const auto work = [folder = m_document.actorFolder()](std::stop_token,
                                                           const core::ProgressCallback&) {
        return models::listActorModels(folder);
    };
    const auto done = [self = QPointer<ActorModels>(this),
                       revision = ++m_revision](const Result<ActorModelList>& found) {
        if (self && revision == self->m_revision) {
            self->adopt(found);
        }
    };
    m_jobs.submit<ActorModelList>({tr("Look for actor models"), JobLane::disk, 0, true}, work,
                                  done);
}

void ActorModels::adopt(const Result<ActorModelList>& found) {
    if (!found) {
        if (found.error().code != core::ErrorCode::cancelled) {
            Q_EMIT failed(found.error());
        }
        return;
    }
    for (const core::Error& damage : found->damaged) {
        Q_EMIT failed(damage);
    }
    std::vector<ActorModel> own = found->models;
    const std::string film = m_document.project().film.media.fingerprint;
    std::erase_if(own, [&film](const ActorModel& model) { return model.filmFingerprint != film; });
    if (own != m_models) {
        m_models = std::move(own);
        Q_EMIT changed();
    }
}

void ActorModels::change(const QString& title, const Change& change,
                         std::function<void(int)> done) {
    const auto work = [change](std::stop_token, const core::ProgressCallback&) { return change(); };
    const auto changed = [self = QPointer<ActorModels>(this),
                          done = std::move(done)](const Result<int>& count) {
        if (!self) {
            return;
        }
        if (!count) {
            Q_EMIT self->failed(count.error());
        } else if (done) {
            done(*count);
        }
        self->reload();
    };
    m_jobs.submit<int>({title, JobLane::disk, 0, true}, work, changed);
}

void ActorModels::rename(const std::string& id, const std::string& name) {
    change(tr("Rename the model"), [folder = m_document.actorFolder(), id, name]() -> Result<int> {
        const auto renamed = models::renameActorModel(folder, id, name);
        return renamed ? Result<int>(1) : core::passOn(renamed);
    });
}

void ActorModels::remove(const std::string& id) {
    change(tr("Remove the model"), [folder = m_document.actorFolder(), id]() -> Result<int> {
        const auto removed = models::removeActorModel(folder, id);
        return removed ? Result<int>(1) : core::passOn(removed);
    });
}

void ActorModels::import(const std::filesystem::path& actorsFolder) {
    const auto bring = [actorsFolder, folder = m_document.actorFolder(),
                        film = m_document.project().film.media.fingerprint]() -> Result<int> {
        const auto brought = models::importActorModels(actorsFolder, folder, film);
        return brought ? Result<int>(static_cast<int>(brought->size())) : core::passOn(brought);
    };
    change(tr("Import actor models"), bring, [this](int count) { Q_EMIT imported(count); });
}

}  // namespace lipwright::app
