// Finds shots, face tracks and actors in one sequential pass over a film. Detection on a reduced
// picture every few frames, 68 landmarks every frame. Memory grows only by the observations.
// Belongs to one thread; cancel and progress through the arguments.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/face/facemodels.h"
#include "engine/face/facetrack.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace lipwright::media {
class VideoReader;
class VideoFrame;
}  // namespace lipwright::media

namespace lipwright::face {

struct AnalysisOptions {
    /// Loaded once per process and shared; null: loaded from `landmarkModel` for this analysis.
    std::shared_ptr<const FaceModels> models;
    /// dlib's 68-point model; empty: the system's (/usr/share/dlib/...).
    std::filesystem::path landmarkModel;
    std::int64_t firstFrame = 0;   ///< of analyzeFaces()
    std::int64_t endFrame = -1;    ///< of analyzeFaces(); negative: the film's end
    int landmarkSamples = 3;       ///< predictions averaged per frame, 1..5; each costs about 1 ms
    int detectionInterval = 6;     ///< frames between detections of a tracked face
    int detectionShortSide = 360;  ///< pixels of the picture the detector sees
    int minimumFaceHeight = 60;    ///< pixels; smaller faces are marked tooSmall
    double maximumYaw = 0.6;       ///< radians; beyond: turnedAway
    double maximumPitch = 0.6;     ///< radians; beyond: turnedAway
};

class FaceAnalyzer {
public:
    /// Loads the models; an error names the file and the Debian package that holds it.
    [[nodiscard]] static core::Result<FaceAnalyzer> create(const AnalysisOptions& options = {});
    FaceAnalyzer(FaceAnalyzer&&) noexcept;
    FaceAnalyzer& operator=(FaceAnalyzer&&) noexcept;
    ~FaceAnalyzer();

    /// Frames in presentation order. A number left out (a frame that could not be decoded) has no
    /// face and does not end a track or shot.
    [[nodiscard]] core::Result<void> push(const media::VideoFrame& frame);
    /// Smooths, judges usability, groups actors. The analyzer is spent.
    [[nodiscard]] core::Result<FaceAnalysis> finish();

private:
    struct State;
    explicit FaceAnalyzer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Reads frames [options.firstFrame, options.endFrame) of `reader` (decoding on a second thread)
/// into an analyzer. Frame numbers in the result are the reader's.
[[nodiscard]] core::Result<FaceAnalysis> analyzeFaces(media::VideoReader& reader,
                                                      const AnalysisOptions& options,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});

}  // namespace lipwright::face
