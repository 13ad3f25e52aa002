#include "app/session/actoradaptation.h"

#include "app/document/projectdocument.h"
#include "app/session/filmanalysis.h"
#include "app/session/learninginbox_p.h"
#include "engine/models/manifest.h"

#include <QPointer>
#include <algorithm>

namespace lipwright::app {
namespace {

using adaptation::AdaptationOutcome;
using adaptation::AdaptationRequest;
using core::Result;

constexpr int kPercent = 100;

Result<AdaptationOutcome> adapt(const AdaptationRequest& request, bool anew,
                                const std::stop_token& stop,
                                const core::ProgressCallback& progress) {
    if (anew) {
        if (const auto gone = adaptation::discardUnfinished(request.actors, request.actor); !gone) {
            return core::passOn(gone);
        }
    }
    return adaptation::adaptActor(request, stop, progress);
}

}  // namespace

ActorAdaptation::ActorAdaptation(JobQueue& jobs, ProjectDocument& document, FilmAnalysis& analysis,
                                 std::filesystem::path models, QObject* parent)
    : QObject(parent),
      m_jobs(jobs),
      m_document(document),
      m_analysis(analysis),
      m_models(std::move(models)) {
    connect(&jobs, &JobQueue::jobChanged, this, &ActorAdaptation::follow);
    connect(&document, &ProjectDocument::reset, this, [this] {
        for (const auto& [actor, running] : std::exchange(m_running, {})) {
            m_jobs.cancel(running.job);  // of a project that is closed
            Q_EMIT ended(actor);
        }
    });
}

void ActorAdaptation::setDevice(nets::Device device, int threads) {
    m_device = device;
    m_threads = threads;
}

adaptation::ActorMaterial ActorAdaptation::materialOf(int actor) const {
    const FilmFacts& film = m_analysis.film();
    return film.faces && film.index ? adaptation::materialOf(*film.faces, *film.index, actor)
                                    : adaptation::ActorMaterial{};
}

bool ActorAdaptation::isUnfinished(int actor) const {
    return shareOf(actor) < 0.0 && adaptation::isUnfinished(m_document.actorFolder(), actor);
}

bool ActorAdaptation::offersPainter() const {
    const auto library = models::ModelLibrary::open(m_models);
    return library && library->offers(models::kMouthGeneratorRole);
}

bool ActorAdaptation::start(const AdaptationWish& wish) {
    const FilmFacts& film = m_analysis.film();
    if (!film.faces || !film.index) {
        Q_EMIT warned(tr("Adapting begins when the faces of the film are found."));
        return false;
    }
    const QString name =
        QString::fromStdString(project::displayName(m_document.project(), wish.actor));
    if (m_running.contains(wish.actor)) {
        Q_EMIT warned(tr("%1 is being adapted to already.").arg(name));
        return false;
    }
    AdaptationRequest request{film.path,
                              film.index,
                              film.faces,
                              wish.actor,
                              wish.name,
                              m_models,
                              m_document.actorFolder()};
    request.mouthGenerator = wish.mouthGenerator;
    request.seconds = wish.seconds;
    request.threads = m_threads;
    request.device = m_device;
    auto inbox = std::make_shared<LearningInbox>();
    request.learned = [inbox](const models::LearningPoint& point) { inbox->add(point); };
    const auto work = [request, anew = wish.anew](std::stop_token stop,
                                                  const core::ProgressCallback& progress) {
        return adapt(request, anew, stop, progress);
    };
    const auto done = [self = QPointer<ActorAdaptation>(this), actor = wish.actor,
                       actors = request.actors](const Result<AdaptationOutcome>& outcome) {
        if (self) {
            self->finish(actor, actors, outcome);
        }
    };
    JobQueue::Options options{tr("Adapt to %1").arg(name), JobLane::learning};
    options.countsFrames = false;
    m_running[wish.actor].inbox = std::move(inbox);  // before the queue tells of it
    m_running[wish.actor].job = m_jobs.submit<AdaptationOutcome>(options, work, done);
    Q_EMIT progressed(wish.actor);
    return true;
}

double ActorAdaptation::shareOf(int actor) const {
    const auto running = m_running.find(actor);
    return running == m_running.end() ? -1.0 : running->second.percent / double(kPercent);
}

JobId ActorAdaptation::jobOf(int actor) const {
    const auto running = m_running.find(actor);
    return running == m_running.end() ? 0 : running->second.job;
}

int ActorAdaptation::actorOf(JobId job) const {
    const auto running =
        std::ranges::find(m_running, job, [](const auto& entry) { return entry.second.job; });
    return running == m_running.end() ? -1 : running->first;
}

std::vector<models::LearningPoint> ActorAdaptation::learningOf(int actor) const {
    const auto running = m_running.find(actor);
    return running == m_running.end() ? std::vector<models::LearningPoint>()
                                      : running->second.learning;
}

void ActorAdaptation::follow(const widgets::JobStatus& status) {
    const int actor = actorOf(status.id);
    if (actor < 0) {
        return;
    }
    collect(actor);
    const auto running = m_running.find(actor);  // a receiver may have changed the map
    if (running == m_running.end() || status.total <= 0) {
        return;
    }
    const auto percent = static_cast<int>(kPercent * status.done / status.total);
    if (std::exchange(running->second.percent, percent) != percent) {
        Q_EMIT progressed(actor);
    }
}

/// Takes over what was learned since.
void ActorAdaptation::collect(int actor) {
    Running& running = m_running.at(actor);
    const auto points = running.inbox->take();
    running.learning.insert(running.learning.end(), points.begin(), points.end());
    if (!points.empty()) {
        Q_EMIT learned(actor);
    }
}

void ActorAdaptation::finish(int actor, const std::filesystem::path& actors,
                             const Result<AdaptationOutcome>& outcome) {
    if (!m_running.contains(actor)) {
        return;  // the project was closed
    }
    collect(actor);
    m_running.erase(actor);
    Q_EMIT progressed(actor);
    Q_EMIT ended(actor);
    if (!outcome && outcome.error().code == core::ErrorCode::cancelled) {
        Q_EMIT stopped(actor);
    } else if (!outcome) {
        Q_EMIT failed(outcome.error());
    } else {
        bringHome(actors);
        Q_EMIT finished(actor, *outcome);
    }
}

/// The project may have been saved elsewhere while it was adapted.
void ActorAdaptation::bringHome(const std::filesystem::path& actors) {
    if (actors == m_document.actorFolder()) {
        return;
    }
    const auto work = [actors, home = m_document.actorFolder(),
                       film = m_document.project().film.media.fingerprint](
                          std::stop_token, const core::ProgressCallback&) -> Result<bool> {
        const auto brought = models::importActorModels(actors, home, film);
        return brought ? Result<bool>(true) : core::passOn(brought);
    };
    const auto done = [self = QPointer<ActorAdaptation>(this)](const Result<bool>& brought) {
        if (self && !brought) {
            Q_EMIT self->failed(brought.error());
        }
    };
    m_jobs.submit<bool>({tr("Copy the model"), JobLane::disk, 0, true}, work, done);
}

}  // namespace lipwright::app
