#include "engine/face/repaintedface.h"

#include "engine/face/faceanalyzer.h"
#include "engine/face/facedetector_p.h"
#include "engine/face/smoothing_p.h"
#include "engine/media/videoframe.h"

#include <algorithm>

namespace lipwright::face {
namespace {

/// Frames to both sides that tell how the face turns its measures.
constexpr std::int64_t kSurroundings = 1500;

FaceTrack partOf(const FaceTrack& track, core::FrameRange frames) {
    const core::FrameRange part =
        core::intersection({frames.first - kSurroundings, frames.end + kSurroundings},
                           {track.firstFrame, track.endFrame()});
    FaceTrack result;
    result.id = track.id;
    result.shot = track.shot;
    result.actor = track.actor;
    result.firstFrame = part.first;
    for (std::int64_t frame = part.first; frame < part.end; ++frame) {
        result.observations.push_back(*track.at(frame));
    }
    return result;
}

}  // namespace

RepaintedFace::RepaintedFace(const FaceTrack& track, core::FrameRange frames,
                             std::shared_ptr<const FaceModels> models)
    : m_track(partOf(track, frames)), m_models(std::move(models)) {}

core::Result<void> RepaintedFace::look(std::int64_t frame, const media::VideoFrame& painted) {
    if (const auto taken = takeOver(); !taken) {
        return taken;
    }
    const FaceObservation* const seen = m_track.at(frame);
    if (seen == nullptr || seen->usability == FaceUsability::noFace) {
        return {};
    }
    const auto gray = painted.gray();
    if (!gray) {
        return core::passOn(gray);
    }
    m_frame = frame;
    m_predicted = std::async(
        std::launch::async, [models = m_models, picture = gray->clone(), box = seen->box] {
            return predictLandmarks(*models, picture, box, AnalysisOptions().landmarkSamples);
        });
    return {};
}

core::Result<void> RepaintedFace::takeOver() {
    if (!m_predicted.valid()) {
        return {};
    }
    const auto landmarks = m_predicted.get();
    if (!landmarks) {
        return core::passOn(landmarks);
    }
    m_track.observations[static_cast<std::size_t>(m_frame - m_track.firstFrame)].landmarks =
        *landmarks;
    return {};
}

core::Result<FaceTrack> RepaintedFace::finish() {
    if (const auto taken = takeOver(); !taken) {
        return core::passOn(taken);
    }
    stabilise(m_track);
    return std::move(m_track);
}

}  // namespace lipwright::face
