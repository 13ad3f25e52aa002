// The sequential pass behind FaceAnalyzer, on plain pictures: delays them by the shot detector's
// look-ahead, then hands each to its shot's tracker.
#pragma once

#include "engine/face/facetracker_p.h"
#include "engine/face/shotdetector_p.h"

#include <deque>
#include <optional>

namespace lipwright::face {

class AnalysisPass {
public:
    AnalysisPass(std::shared_ptr<const FaceModels> models, const AnalysisOptions& options);

    /// Numbers must rise; a gap is frames without a face.
    [[nodiscard]] core::Result<void> push(Picture picture);
    [[nodiscard]] core::Result<FaceAnalysis> finish();

private:
    [[nodiscard]] core::Result<void> handle(bool startsShot);
    void endShot(std::int64_t endFrame);

    std::shared_ptr<const FaceModels> m_models;
    AnalysisOptions m_options;
    ShotDetector m_shots;
    std::deque<Picture> m_waiting;
    std::optional<FaceTracker> m_tracker;
    std::vector<Shot> m_found;
    std::vector<RawTrack> m_tracks;
    std::int64_t m_next = -1;  ///< number expected by the tracker
    std::int64_t m_end = 0;    ///< number behind the last one pushed
};

}  // namespace lipwright::face
