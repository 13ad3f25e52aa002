#include "engine/face/croptransform.h"
#include "engine/face/framesignals_p.h"

#include <opencv2/imgproc.hpp>

namespace lipwright::face {
namespace {

constexpr int kScale = 96;  ///< pixels of the crop that is measured

cv::Mat part(const cv::Mat& crop, double left, double top, double right, double bottom) {
    const cv::Rect region(cvRound(left * crop.cols), cvRound(top * crop.rows),
                          cvRound((right - left) * crop.cols), cvRound((bottom - top) * crop.rows));
    return crop(region);
}

}  // namespace

void measureFrame(const cv::Mat& gray, FaceObservation& observation, FrameSignals& signals) {
    const cv::Mat crop = cropFace(gray, {0, 0}, observation.landmarks, kScale);
    cv::Mat edges;
    cv::Laplacian(part(crop, 0.2, 0.5, 0.8, 0.9), edges, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(edges, mean, deviation);
    observation.sharpness = static_cast<float>(deviation[0] * deviation[0]);
    const double left = cv::mean(part(crop, 0.26, 0.48, 0.36, 0.58))[0];
    const double right = cv::mean(part(crop, 0.64, 0.48, 0.74, 0.58))[0];
    observation.brightness = static_cast<float>((left + right) / 2);
    cv::Mat coarse;
    cv::resize(part(crop, 0.28, 0.5, 0.72, 0.88), coarse,
               cv::Size(kLowerFaceColumns, kLowerFaceRows), 0, 0, cv::INTER_AREA);
    signals.lowerFace.assign(coarse.begin<uchar>(), coarse.end<uchar>());
}

double contrast(const cv::Mat& gray, const cv::Rect2f& box) {
    const cv::Rect region = cv::Rect(box) & cv::Rect(cv::Point(), gray.size());
    if (region.empty()) {
        return 0.0;
    }
    cv::Mat coarse;
    cv::resize(gray(region), coarse, cv::Size(16, 16), 0, 0, cv::INTER_LINEAR);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(coarse, mean, deviation);
    return deviation[0];
}

}  // namespace lipwright::face
