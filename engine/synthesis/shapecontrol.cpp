#include "engine/synthesis/shapecontrol.h"

#include <opencv2/core/matx.hpp>

#include <algorithm>

namespace lipwright::synthesis {
namespace {

using Measures = cv::Matx<double, face::kMouthMeasures, 1>;
using Controls = cv::Vec3d;

/// controls = kControls · measures. Rounding: what the height of the outer lips has beyond the part
/// that goes with the opening (in kCovariance, height = 0.94 opening), and a narrow width; each in
/// its own deviation, the sum of unit variance. It is all but uncorrelated with the opening.
const cv::Matx<double, 3, face::kMouthMeasures> kControls = {
    1.0,   0.0,   0.0,  0.0, 0.0, 0.0,  // opening
    0.0,   1.0,   0.0,  0.0, 0.0, 0.0,  // width
    -1.58, -0.60, 1.68, 0.0, 0.0, 0.0,  // rounding
};

/// How the relative measures move together within a clip: of 37,359 usable frames in the 388 clips
/// of 75 frames or more of the train split of the footage collection (76 speakers, several
/// languages), each relative to its own clip's MouthRange, its mean taken out, values cut at 4.
const cv::Matx<double, face::kMouthMeasures, face::kMouthMeasures> kCovariance = {
    1.184,  0.209,  1.110,  0.897,  -0.509, 1.086,   // opening
    0.209,  1.020,  0.070,  0.115,  -0.411, 0.042,   // width
    1.110,  0.070,  1.172,  0.915,  -0.374, 1.078,   // height
    0.897,  0.115,  0.915,  1.129,  -0.041, 1.005,   // jaw
    -0.509, -0.411, -0.374, -0.041, 0.964,  -0.156,  // upper lip
    1.086,  0.042,  1.078,  1.005,  -0.156, 1.167,   // lower lip
};

/// The controls' own covariance.
cv::Matx33d controlCovariance() {
    return kControls * kCovariance * kControls.t();
}

Controls vectorOf(const ShapeControl& control) {
    return {control.opening, control.width, control.rounding};
}

}  // namespace

ShapeControl controlOf(const face::MouthShape& shape) {
    Measures measures;
    std::ranges::copy(shape, measures.val);
    const cv::Matx31d control = kControls * measures;
    return {static_cast<float>(control(0)), static_cast<float>(control(1)),
            static_cast<float>(control(2))};
}

face::MouthShape withControl(const face::MouthShape& shape, const ShapeControl& control) {
    static const cv::Matx<double, face::kMouthMeasures, 3> kGain =
        kCovariance * kControls.t() * controlCovariance().inv();
    const Measures change = kGain * (vectorOf(control) - vectorOf(controlOf(shape)));
    face::MouthShape result = shape;
    for (int m = 0; m < face::kMouthMeasures; ++m) {
        result[static_cast<std::size_t>(m)] += static_cast<float>(change(m));
    }
    return result;
}

ShapeControl closedLips(const face::MouthRange& range, const ShapeControl& now) {
    static const cv::Matx33d kCovarianceOfControls = controlCovariance();
    const float closed = range.relative({}).front();
    const double change = (closed - now.opening) / kCovarianceOfControls(0, 0);
    return {closed, now.width + static_cast<float>(change * kCovarianceOfControls(0, 1)),
            now.rounding + static_cast<float>(change * kCovarianceOfControls(0, 2))};
}

}  // namespace lipwright::synthesis
