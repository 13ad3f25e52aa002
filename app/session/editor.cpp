#include "app/session/editor.h"

#include "app/session/actoradaptation.h"
#include "app/session/actormodels.h"
#include "app/session/filelanguage.h"
#include "app/session/shapecurves.h"
#include "app/session/syncmeter.h"
#include "engine/dubbing/projectexport.h"
#include "engine/project/edits.h"

#include <algorithm>
#include <thread>

namespace lipwright::app {

using core::Result;

Editor::Editor(Folders folders, QObject* parent)
    : QObject(parent),
      m_folders(std::move(folders)),
      m_document(m_jobs),
      m_analysis(m_jobs, dubbing::AnalysisCache(m_folders.cache), m_folders.models),
      m_renders(m_jobs),
      m_sync(std::make_unique<SyncMeter>(m_jobs, m_document, m_analysis, m_folders.models)),
      m_shapes(std::make_unique<ShapeCurves>(m_jobs, m_document, m_analysis, m_folders.models)),
      m_actorModels(std::make_unique<ActorModels>(m_jobs, m_document)),
      m_adaptation(
          std::make_unique<ActorAdaptation>(m_jobs, m_document, m_analysis, m_folders.models)),
      m_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))) {
    m_document.setAutosaveFolder(m_folders.autosaves);
    m_adaptation->setDevice(m_device, m_threads);
    connectParts();
    connectActors();
}

Editor::~Editor() {
    m_jobs.disconnect(this);
    m_jobs.cancelAll();
}

void Editor::connectParts() {
    connect(&m_document, &ProjectDocument::changed, this, &Editor::follow);
    connect(&m_document, &ProjectDocument::reset, this, &Editor::followReset);
    connect(&m_document, &ProjectDocument::failed, this, &Editor::failed);
    connect(&m_document, &ProjectDocument::takeFolderChanged, this, &Editor::openRenderSource);
    connect(&m_document, &ProjectDocument::takesAdopted, this, [this](int takes) {
        if (takes > 0) {
            Q_EMIT noted(tr("%n finished take(s) found again", nullptr, takes));
        }
    });
    connect(&m_analysis, &FilmAnalysis::filmReady, this, &Editor::onFilmReady);
    connect(&m_analysis, &FilmAnalysis::filmFailed, this, &Editor::failed);
    connect(&m_analysis, &FilmAnalysis::facesReady, this, &Editor::onFacesReady);
    connect(&m_analysis, &FilmAnalysis::facesFailed, this, &Editor::failed);
    connect(&m_analysis, &FilmAnalysis::voiceReady, this, &Editor::onVoiceReady);
    connect(&m_analysis, &FilmAnalysis::voiceFailed, this,
            [this](project::Id, const core::Error& error) { Q_EMIT failed(error); });
    connect(&m_renders, &RenderQueue::takeFinished, this, &Editor::adoptTake);
    connect(m_sync.get(), &SyncMeter::scored, this, &Editor::adoptScores);
    connect(&m_renders, &RenderQueue::segmentFailed, this,
            [this](project::Id, const core::Error& error) { Q_EMIT failed(error); });
}

void Editor::connectActors() {
    connect(m_actorModels.get(), &ActorModels::failed, this, &Editor::failed);
    connect(m_actorModels.get(), &ActorModels::imported, this, [this](int models) {
        Q_EMIT noted(tr("%n actor model(s) imported", nullptr, models));
    });
    connect(m_actorModels.get(), &ActorModels::changed, m_shapes.get(), &ShapeCurves::askAgain);
    connect(m_adaptation.get(), &ActorAdaptation::failed, this, &Editor::failed);
    connect(m_adaptation.get(), &ActorAdaptation::warned, this, &Editor::warned);
    connect(m_adaptation.get(), &ActorAdaptation::finished, m_actorModels.get(),
            [this] { m_actorModels->reload(); });
    connect(m_adaptation.get(), &ActorAdaptation::stopped, this, [this](int actor) {
        Q_EMIT noted(tr("Adapting to %1 was stopped; what was learned is kept.")
                         .arg(QString::fromStdString(project::displayName(project(), actor))));
    });
}

core::TimecodeFormat Editor::timecode() const {
    const project::Film& film = project().film;
    return core::TimecodeFormat::of({film.frameNumerator, film.frameDenominator},
                                    film.startTimecode);
}

bool Editor::apply(const QString& step, const std::function<Result<void>(project::Project&)>& edit,
                   int mergeKey) {
    const Result<void> done = m_document.edit(step, edit, mergeKey);
    if (!done) {
        Q_EMIT failed(done.error());
    }
    return done.has_value();
}

void Editor::follow(const project::Delta& delta) {
    if (delta.film) {
        m_analysis.setFilm(project().film.media.path);
    }
    if (!delta.dubs.empty()) {
        m_analysis.setVoices(project().dubs);
    }
    for (const auto& [id, change] : delta.segments) {
        if (!change.after) {
            m_renders.cancel(id);
        }
    }
}

void Editor::followReset() {
    m_renders.cancelAll();
    m_awaitingProposal.clear();
    m_analysis.setFilm({});
    m_analysis.setFilm(project().film.media.path);
    m_analysis.setVoices({});
    m_analysis.setVoices(project().dubs);
}

void Editor::onFilmReady() {
    const FilmFacts& film = m_analysis.film();
    for (const std::string& note : film.info.notes) {
        Q_EMIT warned(QString::fromStdString(film.path.filename().string() + ": " + note));
    }
}

void Editor::onFacesReady() {
    const FilmFacts& film = m_analysis.film();
    std::vector<int> actors;
    for (const face::Actor& actor : film.faces->actors) {
        actors.push_back(actor.id);
    }
    (void)m_document.amend(
        [&actors](project::Project& project) { return project::completeCast(project, actors); });
    Q_EMIT noted(tr("%1: %n face(s) found", nullptr, static_cast<int>(actors.size()))
                     .arg(QString::fromStdString(film.path.filename().string())));
    openRenderSource();
    proposeWhenReady();
}

void Editor::onVoiceReady(project::Id voice) {
    const VoiceFacts* facts = m_analysis.voice(voice);
    const project::DubTrack* track = project().dub(voice);
    if (facts != nullptr && track != nullptr && track->media.fingerprint.empty()) {
        (void)m_document.amend(
            [voice, fingerprint = facts->fingerprint](project::Project& project) -> Result<void> {
                for (project::DubTrack& dub : project.dubs) {
                    if (dub.id == voice) {
                        dub.media.fingerprint = fingerprint;
                    }
                }
                return {};
            });
    }
    proposeWhenReady();
}

void Editor::openRenderSource() {
    const FilmFacts& film = m_analysis.film();
    if (!film.index || !film.faces) {
        return;
    }
    m_renders.setSource({film.path, film.index, film.faces, m_folders.models,
                         m_document.takeFolder(), m_device, m_threads, m_document.actorFolder()});
}

void Editor::setDevice(nets::Device device, int threads) {
    const int wanted =
        threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    if (device == m_device && wanted == m_threads) {
        return;
    }
    m_device = device;
    m_threads = wanted;
    m_sync->setDevice(device, wanted);
    m_adaptation->setDevice(device, wanted);
    openRenderSource();
}

void Editor::render(const Ids& segments, project::TakeQuality quality) {
    if (!m_analysis.film().faces) {
        Q_EMIT warned(tr("Rendering begins when the faces of the film are found."));
        return;
    }
    openRenderSource();
    m_nextTake = std::max(m_nextTake, project().nextId);
    std::vector<dubbing::RenderOrder> orders;
    for (const project::Id id : segments) {
        auto order = dubbing::renderOrder(project(), id, quality);
        if (!order) {
            Q_EMIT failed(order.error());
            continue;
        }
        order->take = m_nextTake++;
        orders.push_back(std::move(*order));
    }
    (void)m_document.amend([next = m_nextTake](project::Project& project) -> Result<void> {
        project.nextId = std::max(project.nextId, next);
        return {};
    });
    m_renders.enqueue(orders);
}

void Editor::adoptTake(project::Id segment, project::Take take) {
    if (project().segment(segment) == nullptr) {
        return;  // removed meanwhile: the take stays on disk until the project is cleaned up
    }
    apply(tr("Render segment"), [&](project::Project& project) -> Result<void> {
        const auto added = project::addTake(project, segment, take);
        return added ? Result<void>() : core::passOn(added);
    });
}

JobId Editor::exportFilms(const dubbing::ExportSettings& chosen) {
    dubbing::ExportSettings settings = chosen;
    settings.cache = m_analysis.cache().folder();
    settings.threads = m_threads;
    const auto work = [project = project(), takes = m_document.takeFolder(), settings](
                          std::stop_token stop, const core::ProgressCallback& progress) {
        return dubbing::exportProject(project, takes, settings, stop, progress);
    };
    auto job = std::make_shared<JobId>(0);
    const auto done = [this, job](Result<dubbing::ExportOutcome> outcome) {
        if (!outcome) {
            if (outcome.error().code != core::ErrorCode::cancelled) {
                Q_EMIT failed(outcome.error());
            }
            return;
        }
        QStringList files;
        for (const auto& file : outcome->files) {
            files << QString::fromStdString(file.string());
        }
        if (!files.isEmpty()) {
            m_jobs.setResult(*job, files.first());
        }
        Q_EMIT exported(files);
    };
    *job = m_jobs.submit<dubbing::ExportOutcome>(
        {tr("Export %1").arg(QString::fromStdString(settings.stem)), JobLane::delivery}, work,
        done);
    return *job;
}

void Editor::previewExport(const dubbing::ExportSettings& chosen) {
    dubbing::ExportSettings settings = chosen;
    settings.cache = m_analysis.cache().folder();
    const qint64 revision = ++m_previewRevision;
    const auto work = [project = project(), takes = m_document.takeFolder(), settings](
                          std::stop_token,
                          const core::ProgressCallback&) -> Result<dubbing::ExportPreview> {
        return dubbing::previewExport(project, takes, settings);
    };
    const auto done = [this, revision](Result<dubbing::ExportPreview> preview) {
        if (preview && revision == m_previewRevision) {
            Q_EMIT exportPreviewed(*preview);
        }
    };
    m_jobs.submit<dubbing::ExportPreview>({tr("Check the export"), JobLane::disk, 0, true}, work,
                                          done);
}

std::vector<int> Editor::actorsWithoutConsent() const {
    std::set<int> actors;
    for (const project::Segment& segment : project().segments) {
        const project::CastMember* member = project().member(segment.actor);
        const bool recorded = member != nullptr && member->consent.has_value();
        if (segment.active() != nullptr && !recorded &&
            segment.status != project::SegmentStatus::bypass) {
            actors.insert(segment.actor);
        }
    }
    return {actors.begin(), actors.end()};
}

}  // namespace lipwright::app
