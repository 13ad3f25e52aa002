#include "engine/assessment/clipassessment_p.h"
#include "engine/assessment/contactsheets.h"
#include "engine/assessment/mouthmeasures.h"
#include "engine/assessment/peakmemory_p.h"
#include "engine/assessment/picturemeasures.h"
#include "engine/assessment/takemasks.h"
#include "engine/core/temporaryfolder.h"
#include "engine/dubbing/dubfilm.h"
#include "engine/face/faceanalyzer.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <utility>

namespace lipwright::assessment {
namespace {

using core::Result;

constexpr const char* kReconstruction = "reconstruction";
constexpr const char* kCrossDub = "crossdub";
constexpr const char* kClosure = "closure";
/// A shorter clip holds too few bilabials to count.
constexpr double kShortestSpeech = 2.5;

/// The speed of rendering, and the most memory meanwhile.
Measures workMeasures(const dubbing::DubOutcome& outcome, const std::string& stage) {
    const auto dubbed = static_cast<double>(outcome.dubbedFrames);
    Measures measures{{stage + ".dubbed_frames", dubbed}};
    const auto render = std::ranges::find(outcome.stages, "render", &dubbing::StageTime::stage);
    if (render != outcome.stages.end() && render->seconds > 0.0) {
        measures[stage + ".frames_per_second"] = dubbed / render->seconds;
    }
    if (const auto peak = PeakMemory::megabytes()) {
        measures[stage + ".peak_megabytes"] = *peak;
    }
    return measures;
}

}  // namespace

struct ClipAssessment::Dub {
    std::filesystem::path film;
    std::vector<synthesis::TakeReader> takes;
    face::FaceAnalysis faces;
    Measures work;
};

ClipAssessment::ClipAssessment(const Workplace& workplace, const Clip& clip, const Clip* voice,
                               const BilabialSpeech& speech,
                               dubbing::AnalysisCache::IndexedFilm film,
                               std::shared_ptr<const face::FaceAnalysis> faces)
    : m_workplace(workplace),
      m_clip(clip),
      m_voice(voice),
      m_speech(speech),
      m_film(std::move(film)),
      m_faces(std::move(faces)) {}

Result<ClipAssessment> ClipAssessment::open(const Workplace& workplace, const Clip& clip,
                                            const Clip* voice, const BilabialSpeech& speech) {
    auto film = workplace.cache.film(clip.file, workplace.stop);
    if (!film) {
        return core::passOn(film);
    }
    auto faces = workplace.cache.faces(clip.file, film->index, workplace.stop);
    if (!faces) {
        return core::passOn(faces);
    }
    return ClipAssessment(workplace, clip, voice, speech, std::move(*film), std::move(*faces));
}

core::FrameRange ClipAssessment::frames() const {
    const double seconds = m_workplace.options.seconds;
    return seconds > 0.0 ? dubbing::framesDuring(*m_film.index, 0.0, seconds)
                         : core::FrameRange{0, m_film.index->frameCount()};
}

std::vector<Stage> ClipAssessment::stages() const {
    const EvaluationOptions& options = m_workplace.options;
    std::vector<Stage> stages{{kReconstruction, m_clip.file, options.excludedNeighbours}};
    if (m_voice != nullptr) {
        stages.push_back({kCrossDub, m_voice->file});
    }
    const double seconds =
        options.seconds > 0.0 ? std::min(options.seconds, m_clip.seconds) : m_clip.seconds;
    if (seconds >= kShortestSpeech) {
        stages.push_back({kClosure, m_speech.sound});
    }
    return stages;
}

Result<Measures> ClipAssessment::baseline() const {
    const std::stop_token& stop = m_workplace.stop;
    auto measures = syncMeasures(m_clip.file, *m_faces, frames(), m_clip.file, m_workplace.judges,
                                 "real", stop);
    if (!measures || m_voice == nullptr) {
        return measures;
    }
    auto undubbed = syncMeasures(m_clip.file, *m_faces, frames(), m_voice->file, m_workplace.judges,
                                 "undubbed", stop);
    if (!undubbed) {
        return undubbed;
    }
    measures->merge(*undubbed);
    return measures;
}

dubbing::DubRequest ClipAssessment::requestFor(const Stage& stage, const ReadyEngine& engine,
                                               const std::filesystem::path& folder) const {
    const EvaluationOptions& options = m_workplace.options;
    dubbing::DubRequest request;
    request.film = m_clip.file;
    request.voice = stage.sound;
    request.output = folder / "dubbed.mkv";
    request.models = options.models;
    request.engine = engine.engine;
    if (engine.adapted) {
        request.actors = options.actors;
        request.model = options.model;
    }
    request.device = options.device;
    request.threads = options.threads;
    request.codec = media::VideoCodec::ffv1;
    request.takes = folder / "takes";
    request.faces = m_faces;
    request.excludedNeighbours = stage.excludedNeighbours;
    request.consent = "assessment of engines, not for release";
    if (options.seconds > 0.0) {
        request.range = {0.0, options.seconds};
    }
    return request;
}

Result<ClipAssessment::Dub> ClipAssessment::dub(const Stage& stage, const ReadyEngine& engine,
                                                const std::filesystem::path& folder) const {
    const dubbing::DubRequest request = requestFor(stage, engine, folder);
    PeakMemory::forget();
    const auto outcome = dubbing::dubFilm(request, m_workplace.stop);
    if (!outcome) {
        return core::passOn(outcome);
    }
    Measures work = workMeasures(*outcome, stage.name);
    auto takes = openTakes(request.takes);
    auto reader = media::VideoReader::open(request.output);
    if (!takes || !reader) {
        return takes ? core::passOn(reader) : core::passOn(takes);
    }
    auto faces = face::analyzeFaces(*reader, {}, m_workplace.stop);
    if (!faces) {
        return core::passOn(faces);
    }
    return Dub{request.output, std::move(*takes), std::move(*faces), std::move(work)};
}

Result<Measures> ClipAssessment::measure(const Stage& stage, Dub& dub) const {
    const DubbedMouth mouth{*m_faces, dub.faces, dub.takes, *m_film.index};
    if (stage.name == kClosure) {
        return closureMeasures(mouth, m_speech.bilabials);
    }
    auto measures =
        pictureMeasures({m_clip.file, dub.film, *m_faces, dub.takes, m_workplace.judges.expert},
                        stage.name, stage.name == kReconstruction, m_workplace.stop);
    if (!measures) {
        return measures;
    }
    auto sync = syncMeasures(dub.film, dub.faces, frames(), dub.film, m_workplace.judges,
                             stage.name, m_workplace.stop);
    if (!sync) {
        return sync;
    }
    measures->merge(*sync);
    measures->merge(followingMeasures(mouth, stage.name));
    measures->merge(dub.work);
    return measures;
}

Result<void> ClipAssessment::drawStrips(const Stage& stage, const std::string& engine,
                                        const Dub& dub) const {
    std::vector<Strip> strips;
    if (stage.name == kReconstruction) {
        strips = {Strip::mouths};
    } else if (stage.name == kCrossDub) {
        strips = {Strip::faces, Strip::motion};
    }
    for (const Strip strip : strips) {
        const auto shown = framesOf(strip, *m_faces, dub.takes);
        for (const auto& [who, film] :
             {std::pair<std::string, std::filesystem::path>("original", m_clip.file),
              {engine, dub.film}}) {
            const auto target = stripPath(m_workplace.pictures, m_clip.id, who, strip);
            if (const auto drawn =
                    writeStrip(film, *m_faces, strip, shown, target, m_workplace.stop);
                !drawn) {
                return drawn;
            }
        }
    }
    return {};
}

Result<Measures> ClipAssessment::runStage(const Stage& stage, const ReadyEngine& engine,
                                          bool withPictures) const {
    const auto folder =
        core::TemporaryFolder::create(m_workplace.options.folder, "lipwright-evaluate");
    if (!folder) {
        return core::passOn(folder);
    }
    auto made = dub(stage, engine, folder->path());
    if (!made) {
        return core::passOn(made);
    }
    if (withPictures) {
        if (const auto drawn = drawStrips(stage, engine.name, *made); !drawn) {
            return core::passOn(drawn);
        }
    }
    return measure(stage, *made);
}

Result<EngineResult> ClipAssessment::assess(const ReadyEngine& engine, bool withPictures,
                                            const std::function<void()>& finished) const {
    EngineResult result;
    for (const Stage& stage : stages()) {
        auto measures = runStage(stage, engine, withPictures);
        if (measures) {
            result.measures.merge(*measures);
        } else if (measures.error().code == core::ErrorCode::cancelled) {
            return core::passOn(measures);
        } else {
            result.problem +=
                (result.problem.empty() ? "" : "; ") + stage.name + ": " + measures.error().reason;
        }
        finished();
    }
    return result;
}

}  // namespace lipwright::assessment
