#include "engine/adaptation/adaptactor.h"

#include "engine/adaptation/soundoffset_p.h"
#include "engine/adaptation/stageclock_p.h"
#include "engine/adaptation/workfolder_p.h"
#include "engine/core/hash.h"
#include "engine/core/utctime.h"
#include "engine/models/manifest.h"
#include "engine/nets/mouthgenerator.h"
#include "engine/training/adaptation.h"
#include "engine/training/dataset/actorclips.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace lipwright::adaptation {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

using Clock = std::chrono::steady_clock;
using VerifiedModel = models::ModelLibrary::VerifiedModel;

constexpr double kShapeShare = 0.25;  ///< of the training time where the painted mouth learns, too
/// A fresh guess of what a machine does, for the estimate of the time left alone.
constexpr double kHeardPerSecond = 60.0;
constexpr double kGatheredPerSecond = 2.0;
constexpr double kCompareSeconds = 20.0;

/// The universal networks that are begun from.
struct Universal {
    VerifiedModel shape;
    std::optional<VerifiedModel> generator;
    VerifiedModel expert;
    int faceSize = 0;
};

Result<Universal> findUniversal(const AdaptationRequest& request) {
    const auto library = models::ModelLibrary::open(request.models);
    if (!library) {
        return core::passOn(library);
    }
    auto shape = library->verified(models::kShapeNetworkRole);
    if (!shape) {
        return core::passOn(shape);
    }
    auto expert = library->verified(models::kLipSyncExpertRole);
    if (!expert) {
        return core::passOn(expert);
    }
    Universal universal{std::move(*shape), std::nullopt, std::move(*expert), 0};
    if (request.mouthGenerator) {
        auto generator = library->verified(models::kMouthGeneratorRole);
        if (!generator) {
            return core::passOn(generator);
        }
        nets::GeneratorOptions options;
        options.precision = nets::GeneratorPrecision::float32;
        const auto loaded = nets::MouthGenerator::load(generator->path, options);
        if (!loaded) {
            return core::passOn(loaded);
        }
        universal.faceSize = loaded->size();
        universal.generator = std::move(*generator);
    }
    return universal;
}

/// Everything that what is kept in the work folder depends on.
std::string textOf(const AdaptationRequest& request, const Universal& universal,
                   const std::string& film) {
    std::string text = "film " + film + "\nactor " + std::to_string(request.actor) + "\nmaterial " +
                       std::to_string(request.mostMaterial) + "\nseed " +
                       std::to_string(request.seed) + "\nshape " + universal.shape.entry.sha256;
    if (universal.generator) {
        text += "\ngenerator " + universal.generator->entry.sha256;
    }
    return text + "\n";
}

class Adaptation {
public:
    Adaptation(const AdaptationRequest& request, Universal universal, std::string film,
               WorkFolder work, const std::stop_token& stop, const core::ProgressCallback& progress)
        : m_request(request),
          m_universal(std::move(universal)),
          m_film(std::move(film)),
          m_work(std::move(work)),
          m_stop(stop),
          m_clock(stagesOf(), progress) {}

    Result<AdaptationOutcome> run() {
        const auto worked = work();
        const double seconds = m_work.secondsBefore() +
                               std::chrono::duration<double>(Clock::now() - m_start).count() -
                               m_clock.secondsHeldUp();
        if (!worked) {
            (void)m_work.recordSeconds(seconds);  // the failure is what is to be told
            return core::passOn(worked);
        }
        m_outcome.seconds = seconds;
        if (const auto stored = store(); !stored) {
            return core::passOn(stored);
        }
        m_work.remove();
        return std::move(m_outcome);
    }

private:
    /// By the seconds they are expected to take.
    [[nodiscard]] std::vector<Stage> stagesOf() const {
        const media::FrameIndex& index = *m_request.index;
        const double film = index.endOf(index.frameCount() - 1).seconds();
        const double material =
            std::min(m_request.mostMaterial,
                     materialOf(*m_request.faces, index, m_request.actor).usableSeconds);
        std::vector<Stage> stages = {{"listen", film / kHeardPerSecond},
                                     {"gather", material / kGatheredPerSecond},
                                     {"compare", std::min(kCompareSeconds, material)},
                                     {"shape", shapeSeconds()}};
        if (m_universal.generator) {
            stages.push_back({"mouth", m_request.seconds - shapeSeconds()});
        }
        return stages;
    }

    [[nodiscard]] double shapeSeconds() const {
        return m_universal.generator ? kShapeShare * m_request.seconds : m_request.seconds;
    }

    Result<void> work() {
        if (const auto gathered = gather(); !gathered) {
            return gathered;
        }
        if (const auto found = findOffset(); !found) {
            return found;
        }
        auto clips = training::readActorClips(m_work.clips());  // with what was found
        if (!clips) {
            return core::passOn(clips);
        }
        m_clips = std::move(*clips);
        m_outcome.trainedOnSeconds = m_clips.trainSeconds;
        m_outcome.validatedOnSeconds = m_clips.validationSeconds;
        if (const auto trained = train(models::kShapeNetworkRole, m_universal.shape, "shape",
                                       shapeSeconds(), training::adaptShapeNetwork);
            !trained || !m_universal.generator) {
            return trained;
        }
        return train(models::kMouthGeneratorRole, *m_universal.generator, "mouth",
                     m_request.seconds - spentOnShape(), training::adaptGenerator);
    }

    /// The shape network is small and often done before its time is up.
    [[nodiscard]] double spentOnShape() const {
        const auto& learning = m_outcome.parts.back().learning;
        return learning.empty() ? shapeSeconds()
                                : std::min(shapeSeconds(), learning.back().seconds);
    }

    Result<void> gather() {
        auto clips = training::readActorClips(m_work.clips());
        if (!clips) {
            training::ActorClipsRequest wanted;
            wanted.film = m_request.film;
            wanted.index = m_request.index;
            wanted.faces = m_request.faces;
            wanted.actor = m_request.actor;
            wanted.folder = m_work.clips();
            wanted.faceSize = m_universal.faceSize;
            wanted.mostSeconds = m_request.mostMaterial;
            clips = training::gatherActorClips(wanted, m_stop, m_clock.progress());
        }
        return clips ? Result<void>() : core::passOn(clips);
    }

    Result<void> findOffset() {
        if (const auto known = m_work.offset()) {
            m_outcome.soundLate = known->late;
            return {};
        }
        const auto found =
            findSoundOffset(m_work.clips(), m_universal.expert.path, m_stop, m_clock.progress());
        if (!found) {
            return core::passOn(found);
        }
        m_outcome.soundLate = found->late;
        if (const auto recorded =
                training::recordSoundLate(m_work.clips(), found->clips, found->confidence);
            !recorded) {
            return recorded;
        }
        return m_work.recordOffset(found->late);
    }

    template <typename Train>
    Result<void> train(const char* role, const VerifiedModel& universal, const char* stage,
                       double seconds, const Train& adapt) {
        training::AdaptationOptions options;
        options.dataset = m_work.clips();
        options.universal = universal.path;
        options.folder = m_work.training(role);
        options.expert = m_universal.expert.path;
        options.seconds = seconds;
        options.threads = m_request.threads;
        options.device = m_request.device;
        options.seed = m_request.seed;
        options.validated = [this, role](double spent, const models::Metrics& metrics) {
            if (m_request.learned) {
                m_request.learned({role, spent, metrics});
            }
        };
        auto adapted = adapt(options, m_stop, m_clock.progressOf(stage));
        if (!adapted) {
            return core::passOn(adapted);
        }
        for (models::LearningPoint& point : adapted->curve) {
            point.role = role;
        }
        if (adapted->better) {
            m_model.parts.push_back(
                {role, {}, {}, universal.entry.sha256, adapted->before, adapted->after});
            m_model.learning.insert(m_model.learning.end(), adapted->curve.begin(),
                                    adapted->curve.end());
            m_weights[role] = adapted->weights;
        }
        m_outcome.parts.push_back({role, std::move(adapted->before), std::move(adapted->after),
                                   adapted->better, std::move(adapted->curve)});
        return {};
    }

    Result<void> store() {
        if (m_model.parts.empty()) {
            return {};
        }
        m_model.name = m_request.name;
        m_model.actor = m_request.actor;
        m_model.filmFingerprint = m_film;
        m_model.created = core::utcText();
        m_model.seconds = m_outcome.seconds;
        m_model.trainedOn = m_clips.trainedOn;
        m_model.validatedOn = m_clips.validatedOn;
        m_model.soundLate = m_outcome.soundLate;
        m_model.validatedLate = m_clips.validatedLate;
        m_model.seed = m_request.seed;
        m_model.settings = {{"seconds", std::to_string(m_request.seconds)},
                            {"most material", std::to_string(m_request.mostMaterial)},
                            {"threads", std::to_string(m_request.threads)}};
        auto stored = models::storeActorModel(m_request.actors, std::move(m_model), m_weights);
        if (!stored) {
            return core::passOn(stored);
        }
        m_outcome.model = std::move(*stored);
        return {};
    }

    const AdaptationRequest& m_request;
    Universal m_universal;
    std::string m_film;
    WorkFolder m_work;
    std::stop_token m_stop;
    StageClock m_clock;
    Clock::time_point m_start = Clock::now();
    training::ActorClips m_clips;
    models::ActorModel m_model;
    std::map<std::string, fs::path> m_weights;
    AdaptationOutcome m_outcome;
};

Result<void> check(const AdaptationRequest& request) {
    const auto refuse = [&request](const char* reason, const char* remedy) {
        return core::fail(ErrorCode::invalidArgument, reason, request.film.string(), remedy);
    };
    if (!request.index || !request.faces || request.index->frameCount() == 0) {
        return refuse("the film was not analysed", "Analyse the film first");
    }
    if (!std::isfinite(request.seconds) || request.seconds <= 0.0 ||
        !std::isfinite(request.mostMaterial)) {
        return refuse("the time to adapt is not possible", "Give a time above 0");
    }
    return {};
}

}  // namespace

Result<AdaptationOutcome> adaptActor(const AdaptationRequest& request, std::stop_token stop,
                                     const core::ProgressCallback& progress) {
    if (const auto checked = check(request); !checked) {
        return core::passOn(checked);
    }
    auto film = core::fingerprintOfFile(request.film);
    if (!film) {
        return core::passOn(film);
    }
    auto universal = findUniversal(request);
    if (!universal) {
        return core::passOn(universal);
    }
    auto work = WorkFolder::open(workFolderOf(request.actors, request.actor),
                                 textOf(request, *universal, *film));
    if (!work) {
        return core::passOn(work);
    }
    return Adaptation(request, std::move(*universal), std::move(*film), std::move(*work), stop,
                      progress)
        .run();
}

ActorMaterial materialOf(const face::FaceAnalysis& faces, const media::FrameIndex& index,
                         int actor) {
    ActorMaterial material;
    for (const face::FaceTrack& track : faces.tracks) {
        const std::int64_t end = std::min(track.endFrame(), index.frameCount());
        for (std::int64_t frame = track.firstFrame; track.actor == actor && frame < end; ++frame) {
            const double seconds = index.endOf(frame).seconds() - index.timeOf(frame).seconds();
            const face::FaceUsability usability = track.at(frame)->usability;
            material.seenSeconds += usability == face::FaceUsability::noFace ? 0.0 : seconds;
            material.usableSeconds += usability == face::FaceUsability::usable ? seconds : 0.0;
        }
    }
    return material;
}

bool isUnfinished(const fs::path& actors, int actor) {
    std::error_code ignored;
    return fs::is_directory(workFolderOf(actors, actor), ignored);
}

Result<void> discardUnfinished(const fs::path& actors, int actor) {
    const fs::path folder = workFolderOf(actors, actor);
    std::error_code error;
    fs::remove_all(folder, error);
    return error ? Result<void>(core::Failure(core::errorFromErrno(
                       error.value(), folder.string(), "can not remove the unfinished adaptation")))
                 : Result<void>();
}

}  // namespace lipwright::adaptation
