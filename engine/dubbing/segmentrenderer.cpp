#include "engine/dubbing/segmentrenderer.h"

#include "engine/core/hash.h"
#include "engine/dubbing/actorlibraries_p.h"
#include "engine/dubbing/analysedfilm_p.h"
#include "engine/dubbing/enginechoice.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/dubbing/segmenttrack_p.h"
#include "engine/dubbing/shapeediting.h"
#include "engine/dubbing/takefolder_p.h"
#include "engine/dubbing/unfinishedtake_p.h"
#include "engine/dubbing/voicewishes.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"
#include "engine/synthesis/shapecontrol.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace lipwright::dubbing {
namespace {

using core::ErrorCode;
using core::Result;

constexpr int kDraftCandidates = 12;

/// The track to work on.
Result<const face::FaceTrack*> trackFor(const RenderOrder& order, const face::FaceAnalysis& faces) {
    const face::FaceTrack* const best = trackOf(order.segment, faces);
    if (best == nullptr) {
        return core::fail(ErrorCode::noFace, "the actor's face is not to be seen",
                          placeOf(order.segment),
                          "Choose another actor for the segment, or move it to where the face is");
    }
    return best;
}

/// The curve with the user's shapes in it.
synthesis::ShapeCurve withEdit(synthesis::ShapeCurve curve, const project::ShapeEdit& edit) {
    std::vector<project::MouthControl> wanted;
    for (const face::MouthShape& shape : curve.shapes) {
        const auto [opening, width, rounding] = synthesis::controlOf(shape);
        wanted.push_back({opening, width, rounding});
    }
    const auto controls = shaped(edit, {curve.firstFrame, wanted});
    for (std::size_t t = 0; t < controls.size(); ++t) {
        const auto& [opening, width, rounding] = controls[t];
        if (controls[t] != wanted[t]) {
            curve.shapes[t] = synthesis::withControl(curve.shapes[t], {opening, width, rounding});
        }
    }
    return curve;
}

bool holdsAll(const synthesis::FrameLibrary& library, std::span<const std::int64_t> frames) {
    return std::ranges::all_of(frames, [&library](std::int64_t frame) {
        return std::ranges::find(library.frames(), frame, &synthesis::LibraryFrame::number) !=
               library.frames().end();
    });
}

/// Counts a stage's own steps in frames of the segment.
core::ProgressCallback inFrames(const core::ProgressCallback& progress, std::int64_t frames) {
    return [&progress, frames](const core::Progress& part) {
        const std::int64_t done = part.total > 0 ? part.done * frames / part.total : 0;
        core::report(progress, {part.stage, done, frames});
    };
}

}  // namespace

struct SegmentRenderer::State {
    State(RenderSource opened, AnalysedFilm film)
        : source(std::move(opened)),
          reader(std::move(film.reader)),
          filmFingerprint(std::move(film.fingerprint)),
          libraries(*source.faces, *source.index),
          wishes(source.index, source.faces, source.models, source.actors, filmFingerprint,
                 source.device) {}

    RenderSource source;
    media::VideoReader reader;
    std::string filmFingerprint;
    ActorLibraries libraries;
    VoiceWishes wishes;
    /// Of the last draft: another one after an edit takes most of the same.
    std::optional<synthesis::LibraryPictures> draftPictures;
    /// Those that were asked for, by name, actor model and actor, for drafts apart.
    std::map<std::tuple<std::string, std::string, int, project::TakeQuality>, ChosenEngine> engines;

    static synthesis::ChoiceOptions draftChoice() {
        synthesis::ChoiceOptions options;
        options.candidates = kDraftCandidates;
        return options;
    }

    Result<const ChosenEngine*> engineFor(const RenderOrder& order) {
        const auto& [engine, model, actor] = std::tie(
            order.segment.settings.engine, order.segment.settings.model, order.segment.actor);
        const std::tuple key(engine, model, model.empty() ? 0 : actor, order.quality);
        const auto known = engines.find(key);
        if (known != engines.end()) {
            return &known->second;
        }
        auto made = makeEngine(
            engine, {source.models, source.actors, model, ModelOwner{filmFingerprint, actor}},
            source.device,
            order.quality == project::TakeQuality::draft ? draftChoice()
                                                         : synthesis::ChoiceOptions());
        if (!made) {
            return core::passOn(made);
        }
        return &engines.emplace(key, std::move(*made)).first->second;
    }

    Result<std::string> voiceFingerprint(const RenderOrder& order) const {
        return order.voice.media.fingerprint.empty()
                   ? core::fingerprintOfFile(order.voice.media.path)
                   : Result<std::string>(order.voice.media.fingerprint);
    }

    /// A draft needs no more than what lies around it, unless frames from elsewhere were picked.
    Result<ActorLibraries::Library> libraryFor(const RenderOrder& order, int actor,
                                               const std::stop_token& stop) {
        if (order.quality == project::TakeQuality::draft) {
            const auto& picked = order.segment.settings.pickedFrames;
            auto near = libraries.around(actor, order.segment.frames, stop);
            if (!near || holdsAll(**near, picked)) {
                return near;
            }
        }
        return libraries.whole(actor, stop);
    }

    /// Fetches the pictures the plan chose, renders and names the take.
    Result<project::Take> make(const RenderOrder& order, const ChosenEngine& chosen,
                               const synthesis::SegmentJob& job, const synthesis::SegmentPlan& plan,
                               const std::stop_token& stop,
                               const core::ProgressCallback& progress) {
        const auto voice = voiceFingerprint(order);
        if (!voice) {
            return core::passOn(voice);
        }
        auto folder = UnfinishedTake::begin(
            source.takes, std::to_string(order.segment.id) + "-" + std::to_string(order.take));
        if (!folder) {
            return core::passOn(folder);
        }
        auto pictures = synthesis::LibraryPictures::collect(
            reader, plan.pictures(), folder->path(), stop, progress,
            draftPictures ? &*draftPictures : nullptr);
        if (!pictures) {
            return core::passOn(pictures);
        }
        const auto options = takeOptions(modelsUsed(wishes.networkSha256(order.segment), chosen),
                                         originOf(order, filmFingerprint, *voice));
        nets::limitThreads(source.threads);
        const auto take = synthesis::renderTake(reader, *chosen.engine, job, plan, *pictures,
                                                options, folder->path(), stop, progress);
        if (!take) {
            return core::passOn(take);
        }
        const auto name = folder->finish();
        if (!name) {
            return core::passOn(name);
        }
        if (order.quality == project::TakeQuality::draft) {
            draftPictures = std::move(*pictures);
        }
        return projectTake(*take, source.takes, *name);
    }

    Result<project::Take> render(const RenderOrder& order, const std::stop_token& stop,
                                 const core::ProgressCallback& frames) {
        const auto track = trackFor(order, *source.faces);
        if (!track) {
            return core::passOn(track);
        }
        core::report(frames, {"listen", 0, 1});
        auto wanted = wishes.of(order.segment, order.voice, stop);
        if (!wanted) {
            return core::passOn(wanted);
        }
        core::report(frames, {"listen", 1, 1});
        const auto library = libraryFor(order, (*track)->actor, stop);
        if (!library) {
            return core::passOn(library);
        }
        const auto engine = engineFor(order);
        if (!engine) {
            return core::passOn(engine);
        }
        auto sound = wishes.soundOf(order.segment, order.voice);
        if (!sound) {
            return core::passOn(sound);
        }
        synthesis::SegmentJob job = segmentJob(
            {order.segment.frames, (*track)->id, order.continuesBefore, order.continuesAfter},
            *source.faces, **library, reader.info(),
            withEdit(std::move(*wanted), order.segment.shape),
            engineSettings(order.segment.settings));
        job.sound = std::move(*sound);
        const auto plan = (*engine)->engine->plan(job, stop, frames);
        if (!plan) {
            return core::passOn(plan);
        }
        return make(order, **engine, job, **plan, stop, frames);
    }
};

SegmentRenderer::SegmentRenderer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SegmentRenderer::SegmentRenderer(SegmentRenderer&&) noexcept = default;
SegmentRenderer& SegmentRenderer::operator=(SegmentRenderer&&) noexcept = default;
SegmentRenderer::~SegmentRenderer() = default;

Result<SegmentRenderer> SegmentRenderer::open(RenderSource source) {
    auto film = openAnalysedFilm(source);
    if (!film) {
        return core::passOn(film);
    }
    const auto models = models::ModelLibrary::open(source.models);
    if (!models) {
        return core::passOn(models);
    }
    if (const auto model = models->verified(models::kShapeNetworkRole); !model) {
        return core::passOn(model);
    }
    UnfinishedTake::sweep(source.takes);
    return SegmentRenderer(std::make_unique<State>(std::move(source), std::move(*film)));
}

Result<project::Take> SegmentRenderer::render(const RenderOrder& order, std::stop_token stop,
                                              const core::ProgressCallback& progress) {
    const auto start = std::chrono::steady_clock::now();
    if (const auto checked = checkSegment(order.segment, *m_state->source.index); !checked) {
        return core::passOn(checked);
    }
    auto take = m_state->render(order, stop, inFrames(progress, order.segment.frames.length()));
    if (take) {
        take->seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    return take;
}

Result<synthesis::ShapeCurve> SegmentRenderer::wantedCurve(const RenderOrder& order,
                                                           std::stop_token stop) {
    return m_state->wishes.of(order.segment, order.voice, std::move(stop));
}

Result<RenderOrder> renderOrder(const project::Project& project, project::Id segment,
                                project::TakeQuality quality) {
    const auto voiced = voicedSegment(project, segment);
    if (!voiced) {
        return core::passOn(voiced);
    }
    const project::Segment* const wanted = voiced->segment;
    RenderOrder order{*wanted, *voiced->voice, project.nextId, quality, false, false};
    order.segment.takes.clear();
    for (const project::Segment& other : project.segments) {
        if (other.id == segment || other.actor != wanted->actor ||
            other.dubTrack != wanted->dubTrack || other.status == project::SegmentStatus::bypass) {
            continue;
        }
        order.continuesBefore |= other.frames.end == wanted->frames.first;
        order.continuesAfter |= other.frames.first == wanted->frames.end;
    }
    return order;
}

}  // namespace lipwright::dubbing
