// Finds faces and predicts landmarks with dlib. FaceDetector belongs to one thread; the landmark
// prediction may run on many. Exceptions of dlib do not leave this pair of files.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facemodels.h"
#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

#include <memory>
#include <vector>

namespace lipwright::face {

struct Detection {
    cv::Rect2f box;      ///< pixels of the full picture
    float score = 0.0F;  ///< the detector's margin; above 0 it is sure enough by itself
};

class FaceDetector {
public:
    explicit FaceDetector(const FaceModels& models);
    ~FaceDetector();

    /// All faces of a gray picture (CV_8UC1), seen at `shortSide` pixels, enlarged twofold when
    /// `upsample`. Best score first.
    [[nodiscard]] core::Result<std::vector<Detection>> detect(const cv::Mat& gray, int shortSide,
                                                              bool upsample);

    /// The face at about `expected`, if there still is one: looks only there, at one scale, and is
    /// content with a weaker score.
    [[nodiscard]] core::Result<std::vector<Detection>> verify(const cv::Mat& gray,
                                                              const cv::Rect2f& expected);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The 68 landmarks of the face in `box`, to a fraction of a pixel, as the mean of predictions from
/// `samples` (1..5) slightly different boxes.
[[nodiscard]] core::Result<Landmarks> predictLandmarks(const FaceModels& models,
                                                       const cv::Mat& gray, const cv::Rect2f& box,
                                                       int samples);

}  // namespace lipwright::face
