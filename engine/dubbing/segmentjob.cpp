#include "engine/dubbing/enginechoice.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/media/mediainfo.h"
#include "engine/models/manifest.h"

#include <algorithm>

namespace lipwright::dubbing {

MouthListeners VerifiedShapeNetwork::listeners(nets::SpeakingStyle style) const {
    const bool styled = style.articulation != 0.0 || style.liveliness != 0.0;
    return {&network, style, universal ? &*universal : styled ? &network : nullptr};
}

core::Result<VerifiedShapeNetwork> loadShapeNetwork(const WeightsSource& source,
                                                    nets::Device device) {
    auto weights = findWeights(source, models::kShapeNetworkRole);
    if (!weights) {
        return core::passOn(weights);
    }
    auto network = nets::ShapeNetwork::load(weights->path, device);
    if (!network) {
        return core::passOn(network);
    }
    VerifiedShapeNetwork verified{std::move(*network), std::move(weights->sha256)};
    if (!source.model.empty()) {
        auto universal = loadShapeNetwork({source.models}, device);
        if (!universal) {
            return core::passOn(universal);
        }
        if (universal->sha256 != verified.sha256) {
            verified.universal = std::move(universal->network);
        }
    }
    return verified;
}

std::string placeOf(const project::Segment& segment) {
    return "segment " + std::to_string(segment.id) + ", frames " +
           std::to_string(segment.frames.first) + " to " + std::to_string(segment.frames.end);
}

core::Result<void> checkFrames(const project::Segment& segment, const media::FrameIndex& index) {
    const FrameRange frames = segment.frames;
    if (frames.empty() || frames.first < 0 || frames.end > index.frameCount()) {
        return core::fail(core::ErrorCode::invalidArgument, "the segment lies outside of the film",
                          placeOf(segment), "Trim it to the film's frames");
    }
    return {};
}

core::Result<void> checkSegment(const project::Segment& segment, const media::FrameIndex& index) {
    if (auto checked = checkFrames(segment, index); !checked) {
        return checked;
    }
    return isEngine(segment.settings.engine)
               ? core::Result<void>()
               : core::Result<void>(noSuchEngine(segment.settings.engine, placeOf(segment)));
}

std::vector<double> voiceTimes(const media::FrameIndex& index, FrameRange frames,
                               double offsetSeconds) {
    std::vector<double> times;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        times.push_back(index.timeOf(frame).seconds() - offsetSeconds);
    }
    return times;
}

synthesis::ShapeCurve curveOf(const HeardMouth& mouth, std::span<const double> times,
                              std::int64_t firstFrame, const face::MouthRange& actor) {
    synthesis::ShapeCurve curve{firstFrame, mouth.shapes};
    closeOnBilabials(curve, times, mouth.bilabials, actor);
    return curve;
}

synthesis::SegmentJob segmentJob(const Segment& segment, const face::FaceAnalysis& faces,
                                 const synthesis::FrameLibrary& library,
                                 const media::VideoStreamInfo& film, synthesis::ShapeCurve wanted,
                                 const synthesis::EngineSettings& settings) {
    synthesis::SegmentJob job;
    const face::FaceTrack& track =
        *std::ranges::find(faces.tracks, segment.track, &face::FaceTrack::id);
    const face::Shot& shot = faces.shots.at(static_cast<std::size_t>(track.shot));
    job.track = &track;
    job.library = &library;
    job.firstFrame = segment.frames.first;
    job.endFrame = segment.frames.end;
    job.wanted = std::move(wanted);
    job.filmSize = {film.width, film.height};
    job.adjoinsBefore = segment.continuesBefore;
    job.adjoinsAfter = segment.continuesAfter;
    job.trackStartsAtCut = track.firstFrame == shot.firstFrame;
    job.trackEndsAtCut = track.endFrame() == shot.endFrame;
    job.settings = settings;
    return job;
}

std::map<std::string, std::string> modelsUsed(const std::string& networkSha256,
                                              const ChosenEngine& engine) {
    std::map<std::string, std::string> models = engine.models;
    models[models::kShapeNetworkRole] = networkSha256;
    return models;
}

synthesis::TakeOptions takeOptions(std::map<std::string, std::string> models,
                                   std::map<std::string, std::string> sources) {
    return {{std::move(models), std::move(sources), "Lipwright"}};
}

}  // namespace lipwright::dubbing
