// The landmarks of a tracked face whose mouth was painted anew: predicted in the boxes that the
// analysis of the film found, smoothed as it smooths, so that the values compare with the film's
// own. Belongs to one thread; predicts on another while its caller makes the next frame.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/result.h"
#include "engine/face/facemodels.h"
#include "engine/face/facetrack.h"

#include <cstdint>
#include <future>
#include <memory>

namespace lipwright::media {
class VideoFrame;
}

namespace lipwright::face {

class RepaintedFace {
public:
    /// `frames` of the track may be looked at; what lies within a minute of them takes part in the
    /// smoothing as it is in the film.
    RepaintedFace(const FaceTrack& track, core::FrameRange frames,
                  std::shared_ptr<const FaceModels> models);

    /// A frame where the film shows no face stays without. What fails may be told by the next call.
    [[nodiscard]] core::Result<void> look(std::int64_t frame, const media::VideoFrame& painted);
    /// The track around the frames; this object is spent.
    [[nodiscard]] core::Result<FaceTrack> finish();

private:
    [[nodiscard]] core::Result<void> takeOver();

    FaceTrack m_track;
    std::shared_ptr<const FaceModels> m_models;
    std::int64_t m_frame = 0;  ///< being predicted
    std::future<core::Result<Landmarks>> m_predicted;
};

}  // namespace lipwright::face
