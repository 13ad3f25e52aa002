#include "engine/face/mouthshape.h"

#include "engine/core/robustspread.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <vector>

namespace lipwright::face {
namespace {

float meanY(const Landmarks& points, std::initializer_list<std::size_t> indices) {
    float sum = 0.0F;
    for (const std::size_t i : indices) {
        sum += points[i].y;
    }
    return sum / static_cast<float>(indices.size());
}

/// Below these an actor's measure does not move; dividing by less would only amplify noise.
constexpr MouthShape kSmallestRange = {0.01F, 0.01F, 0.015F, 0.01F, 0.0075F, 0.01F};

}  // namespace

MouthShape measureMouth(const Landmarks& landmarks, const HeadPose& pose) {
    const Landmarks head = toHeadCoordinates(landmarks, pose);
    const cv::Point2f corners = head[54] - head[48];
    const float noseBase = meanY(head, {32, 33, 34});
    const float upper = meanY(head, {61, 62, 63});
    const float lower = meanY(head, {65, 66, 67});
    MouthShape shape{};
    shape[static_cast<std::size_t>(MouthMeasure::opening)] = lower - upper;
    shape[static_cast<std::size_t>(MouthMeasure::width)] = std::hypot(corners.x, corners.y);
    shape[static_cast<std::size_t>(MouthMeasure::height)] =
        meanY(head, {56, 57, 58}) - meanY(head, {50, 51, 52});
    shape[static_cast<std::size_t>(MouthMeasure::jaw)] = meanY(head, {7, 8, 9}) - noseBase;
    shape[static_cast<std::size_t>(MouthMeasure::upperLip)] = upper - noseBase;
    shape[static_cast<std::size_t>(MouthMeasure::lowerLip)] = lower - noseBase;
    return shape;
}

MouthRange MouthRange::of(std::span<const MouthShape> shapes) {
    MouthRange result;
    result.range.fill(1.0F);
    std::vector<float> values(shapes.size());
    for (std::size_t m = 0; m < kMouthMeasures && !shapes.empty(); ++m) {
        std::transform(shapes.begin(), shapes.end(), values.begin(),
                       [m](const MouthShape& shape) { return shape[m]; });
        const core::RobustSpread spread = core::robustSpread(values, kSmallestRange[m]);
        result.centre[m] = spread.centre;
        result.range[m] = spread.deviation;
    }
    return result;
}

MouthShape MouthRange::relative(const MouthShape& measured) const {
    MouthShape result{};
    for (std::size_t m = 0; m < kMouthMeasures; ++m) {
        result[m] = (measured[m] - centre[m]) / range[m];
    }
    return result;
}

MouthShape MouthRange::absolute(const MouthShape& relative) const {
    MouthShape result{};
    for (std::size_t m = 0; m < kMouthMeasures; ++m) {
        result[m] = centre[m] + relative[m] * range[m];
    }
    return result;
}

}  // namespace lipwright::face
