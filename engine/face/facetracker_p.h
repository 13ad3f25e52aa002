// Follows the faces of one shot: landmarks every frame in a box carried by the landmarks before,
// checked by the detector every few frames. Landmarks are raw; smoothing, usability and actors come
// later (see faceanalyzer.cpp). One thread.
#pragma once

#include "engine/core/result.h"
#include "engine/face/appearance_p.h"
#include "engine/face/faceanalyzer.h"
#include "engine/face/facedetector_p.h"
#include "engine/face/facetrack.h"

#include <functional>
#include <memory>
#include <vector>

namespace lipwright::face {

/// What the tracker sees of a frame.
struct Picture {
    std::int64_t number = 0;
    cv::Mat gray;  ///< CV_8UC1, full size
    /// A region in RGB, asked for now and then to tell actors apart.
    std::function<core::Result<cv::Mat>(const cv::Rect&)> rgb;
};

inline constexpr int kLowerFaceColumns = 12;
inline constexpr int kLowerFaceRows = 8;

/// What a frame tells about its usability beyond the observation.
struct FrameSignals {
    /// Luma of the aligned lower face, coarse; empty where there was no face.
    std::vector<std::uint8_t> lowerFace;
    bool doubted = false;  ///< the detector did not see the face here or at the next check
};

struct RawTrack {
    FaceTrack track;
    std::vector<FrameSignals> signals;  ///< one per observation
    Appearance appearance;
};

class FaceTracker {
public:
    FaceTracker(std::shared_ptr<const FaceModels> models, const AnalysisOptions& options, int shot);
    ~FaceTracker();
    FaceTracker(FaceTracker&&) noexcept;
    FaceTracker& operator=(FaceTracker&&) noexcept;

    /// Frames of one shot in order; a missing one (see FaceAnalyzer) has an empty picture.
    [[nodiscard]] core::Result<void> push(const Picture& picture);
    /// Ends the shot. Tracks too short or never confirmed are dropped.
    [[nodiscard]] std::vector<RawTrack> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::face
