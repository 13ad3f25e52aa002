#include "engine/dubbing/drawnface_p.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>
#include <vector>

namespace lipwright::dubbing {
namespace {

using face::Landmarks;

constexpr std::uint64_t kSkinSeed = 7;
constexpr std::size_t kMouthBegin = 48;
constexpr std::size_t kInnerBegin = 60;

/// `count` points along an arc, degrees clockwise from the right; head units.
void arc(Landmarks& head, std::size_t first, std::size_t count, cv::Point2f centre,
         cv::Point2f radius, float from, float to) {
    for (std::size_t k = 0; k < count; ++k) {
        const float share = static_cast<float>(k) / static_cast<float>(count - 1);
        const float angle = (from + (to - from) * share) * std::numbers::pi_v<float> / 180.0F;
        head[first + k] =
            centre + cv::Point2f(radius.x * std::cos(angle), radius.y * std::sin(angle));
    }
}

/// A closed outline from its left corner over the top: `count` points.
void ring(Landmarks& head, std::size_t first, std::size_t count, cv::Point2f centre,
          cv::Point2f radius) {
    const float step = 360.0F / static_cast<float>(count);
    arc(head, first, count, centre, radius, 180.0F, 180.0F + step * static_cast<float>(count - 1));
}

/// The 68 points in head coordinates: x right, y down, origin between the eyes.
Landmarks headPoints(float opening) {
    Landmarks head{};
    arc(head, 0, 17, {0.0F, 0.05F}, {0.83F, 1.3F + opening}, 180.0F, 0.0F);
    arc(head, 17, 5, {-0.4F, -0.17F}, {0.27F, 0.13F}, 180.0F, 360.0F);
    arc(head, 22, 5, {0.4F, -0.17F}, {0.27F, 0.13F}, 180.0F, 360.0F);
    for (std::size_t k = 0; k < 4; ++k) {
        head[27 + k] = {0.0F, -0.05F + 0.13F * static_cast<float>(k)};
    }
    arc(head, 31, 5, {0.0F, 0.47F}, {0.157F, 0.05F}, 180.0F, 0.0F);
    ring(head, 36, 6, {-0.36F, 0.0F}, {0.14F, 0.05F});
    ring(head, 42, 6, {0.36F, 0.0F}, {0.14F, 0.05F});
    const float middle = 0.8F + 0.5F * opening;
    ring(head, kMouthBegin, 12, {0.0F, middle}, {0.3F, 0.13F + 0.5F * opening});
    ring(head, kInnerBegin, 8, {0.0F, middle}, {0.24F, 0.02F + 0.5F * opening});
    return head;
}

void fill(cv::Mat& rgb, const Landmarks& points, std::size_t first, std::size_t end,
          const cv::Scalar& colour) {
    std::vector<cv::Point> outline(points.begin() + static_cast<std::ptrdiff_t>(first),
                                   points.begin() + static_cast<std::ptrdiff_t>(end));
    cv::fillPoly(rgb, std::vector<std::vector<cv::Point>>{outline}, colour, cv::LINE_AA);
}

}  // namespace

DrawnFace drawFace(cv::Size size, float unit, float opening) {
    DrawnFace face;
    const cv::Point2f eyes(0.5F * static_cast<float>(size.width),
                           0.35F * static_cast<float>(size.height));
    face.landmarks = headPoints(opening);
    for (cv::Point2f& point : face.landmarks) {
        point = eyes + point * unit;
    }
    cv::Mat3f skin(size);
    cv::RNG random(kSkinSeed);
    random.fill(skin, cv::RNG::NORMAL, cv::Scalar(185, 150, 130), cv::Scalar::all(14));
    cv::GaussianBlur(skin, skin, {}, 1.2);
    skin.convertTo(face.rgb, CV_8UC3);
    fill(face.rgb, face.landmarks, kMouthBegin, kInnerBegin, {165, 80, 85});
    fill(face.rgb, face.landmarks, kInnerBegin, face.landmarks.size(), {40, 15, 18});
    return face;
}

}  // namespace lipwright::dubbing
