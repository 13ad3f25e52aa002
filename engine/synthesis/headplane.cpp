#include "engine/synthesis/headplane.h"

#include "engine/face/headpose.h"

#include <cmath>

namespace lipwright::synthesis {
namespace {

constexpr std::size_t kLip = 62;  // the landmark whose depth the plane has
constexpr float kSmallestUnit = 2.0F;
constexpr float kFlattest = 0.15F;  // share of the frontal view's area, about 80 degrees of yaw

cv::Point2f through(const cv::Matx23f& map, cv::Point2f p) {
    return {map(0, 0) * p.x + map(0, 1) * p.y + map(0, 2),
            map(1, 0) * p.x + map(1, 1) * p.y + map(1, 2)};
}

cv::Matx23f affine(const cv::Matx22f& axes, cv::Point2f origin) {
    return {axes(0, 0), axes(0, 1), origin.x, axes(1, 0), axes(1, 1), origin.y};
}

}  // namespace

HeadPlane::HeadPlane(float unit, const cv::Matx22f& axes, cv::Point2f origin)
    : m_unit(unit), m_headToFilm(affine(axes, origin)) {
    const cv::Matx22f back = axes.inv();
    m_filmToHead = affine(back, -(back * origin));
}

std::optional<HeadPlane> HeadPlane::of(const face::Landmarks& landmarks) {
    const face::HeadPose pose = face::estimateHeadPose(landmarks);
    if (!std::isfinite(pose.scale) || pose.scale < kSmallestUnit) {
        return std::nullopt;
    }
    const auto seen = [&pose](cv::Point2f head) {
        face::Landmarks points{};
        points[kLip] = head;
        return face::toPicture(points, pose)[kLip];
    };
    const cv::Point2f origin = seen({0.0F, 0.0F});
    const cv::Point2f right = seen({1.0F, 0.0F}) - origin;
    const cv::Point2f down = seen({0.0F, 1.0F}) - origin;
    const float area = (right.x * down.y - right.y * down.x) / (pose.scale * pose.scale);
    if (!(area > kFlattest)) {
        return std::nullopt;
    }
    return HeadPlane(pose.scale, {right.x, down.x, right.y, down.y}, origin);
}

cv::Point2f HeadPlane::toFilm(cv::Point2f head) const {
    return through(m_headToFilm, head);
}

cv::Point2f HeadPlane::toHead(cv::Point2f film) const {
    return through(m_filmToHead, film);
}

}  // namespace lipwright::synthesis
