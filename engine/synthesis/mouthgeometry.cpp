#include "engine/synthesis/mouthgeometry.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace lipwright::synthesis {

namespace {

constexpr std::size_t kChin = 8;
constexpr std::size_t kMouthBegin = 48;
constexpr float kLongestDrop = 0.2F;
constexpr float kLargestDetail = 0.06F;
constexpr float kContourDistance = 0.12F;
// Share of the chin's drop that jaw landmarks 0..16 follow: the contour beside the mouth stays.
constexpr std::array<float, 17> kJawShare = {0,    0,   0,    0,   .1F, .35F, .7F, .93F, 1.F,
                                             .93F, .7F, .35F, .1F, 0,   0,    0,   0};
constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kInnerPairs = {
    {{61, 67}, {62, 66}, {63, 65}}};

cv::Point2f between(cv::Point2f a, cv::Point2f b, float share) {
    return a + (b - a) * share;
}

cv::Point2f limited(cv::Point2f offset) {
    const float length = std::hypot(offset.x, offset.y);
    return length > kLargestDetail ? offset * (kLargestDetail / length) : offset;
}

// Upper above lower, in head coordinates; a lip that crosses meets the other halfway.
void keepLipsApart(Landmarks& head) {
    for (const auto& [upper, lower] : kInnerPairs) {
        if (head[lower].y < head[upper].y) {
            head[lower].y = head[upper].y = 0.5F * (head[lower].y + head[upper].y);
        }
    }
}

std::vector<cv::Point2f> convexHull(const std::vector<cv::Point2f>& points) {
    std::vector<cv::Point2f> hull;
    cv::convexHull(points, hull);
    return hull;
}

cv::Rect boundsOf(const std::vector<cv::Point2f>& points, float margin) {
    cv::Rect2f box(points.front(), cv::Size2f());
    float right = box.x;
    float bottom = box.y;
    for (const cv::Point2f& point : points) {
        box.x = std::min(box.x, point.x);
        box.y = std::min(box.y, point.y);
        right = std::max(right, point.x);
        bottom = std::max(bottom, point.y);
    }
    const cv::Point topLeft(cvFloor(box.x - margin), cvFloor(box.y - margin));
    const cv::Point bottomRight(cvCeil(right + margin), cvCeil(bottom + margin));
    return {topLeft, bottomRight};
}

// On a turned head the far cheek is narrow, and a mouth as wide as wanted would reach over the
// face's edge and drag it along. Goes back towards the measured mouth until every point keeps its
// distance from the contour.
void keepInFace(Landmarks& moved, const Landmarks& measured, float unit) {
    const std::vector<cv::Point2f> face = faceOutline(moved);
    const auto fits = [&](float share) {
        for (std::size_t k = kMouthBegin; k < moved.size(); ++k) {
            const float enough =
                std::min(kContourDistance * unit, 0.6F * depthInside(face, measured[k]));
            if (depthInside(face, between(measured[k], moved[k], share)) < enough) {
                return false;
            }
        }
        return true;
    };
    if (fits(1.0F)) {
        return;
    }
    float share = 0.0F;
    for (float step = 0.5F; step > 0.01F; step *= 0.5F) {
        share += fits(share + step) ? step : 0.0F;
    }
    for (std::size_t k = kMouthBegin; k < moved.size(); ++k) {
        moved[k] = between(measured[k], moved[k], share);
    }
}

}  // namespace

Landmarks carriedLandmarks(const FrameLibrary& library, std::size_t target,
                           const MouthShape& change) {
    const LibraryFrame& frame = library.frames()[target];
    Landmarks head = library.head(target);
    const Landmarks motion = library.model().change(change);
    const float drop = std::clamp(motion[kChin].y, -kLongestDrop, kLongestDrop);
    for (std::size_t k = 0; k < kJawShare.size(); ++k) {
        head[k].y += drop * kJawShare[k];
    }
    for (std::size_t k = kMouthBegin; k < head.size(); ++k) {
        head[k] += motion[k];
    }
    keepLipsApart(head);
    Landmarks picture = face::toPicture(head, frame.pose);
    std::copy(frame.landmarks.begin() + kJawShare.size(), frame.landmarks.begin() + kMouthBegin,
              picture.begin() + kJawShare.size());
    keepInFace(picture, frame.landmarks, frame.pose.scale);
    return picture;
}

Landmarks wantedLandmarks(const FrameLibrary& library, std::size_t target, std::size_t source,
                          const MouthShape& wanted, const Landmarks& carried) {
    const LibraryFrame& frame = library.frames()[target];
    const face::HeadPose& pose = frame.pose;
    Landmarks head = library.model().predict(wanted, pose) + library.slowResidual(target);
    const Landmarks detail = library.detail(source);
    for (std::size_t k = kMouthBegin; k < head.size(); ++k) {
        head[k] += limited(detail[k]);
    }
    keepLipsApart(head);
    Landmarks picture = face::toPicture(head, pose);
    std::copy(carried.begin(), carried.begin() + kMouthBegin, picture.begin());
    keepInFace(picture, frame.landmarks, frame.pose.scale);
    return picture;
}

std::vector<cv::Point2f> mouthOutline(const Landmarks& p) {
    std::vector<cv::Point2f> points;
    constexpr std::array<std::pair<std::size_t, std::size_t>, 5> kNoseToLip = {
        {{31, 50}, {32, 50}, {33, 51}, {34, 52}, {35, 52}}};
    for (const auto& [nose, lip] : kNoseToLip) {
        points.push_back(between(p[nose], p[lip], 0.12F));
    }
    struct Towards {
        std::size_t from, to;
        float share;
    };
    constexpr std::array<Towards, 13> kSpokes = {{{48, 3, .45F},
                                                  {48, 4, .55F},
                                                  {48, 5, .6F},
                                                  {59, 6, .66F},
                                                  {58, 7, .7F},
                                                  {57, 8, .72F},
                                                  {56, 9, .7F},
                                                  {55, 10, .66F},
                                                  {54, 11, .6F},
                                                  {54, 12, .55F},
                                                  {54, 13, .45F},
                                                  {31, 3, .3F},
                                                  {35, 13, .3F}}};
    for (const Towards& spoke : kSpokes) {
        points.push_back(between(p[spoke.from], p[spoke.to], spoke.share));
    }
    for (std::size_t k = kMouthBegin; k < 60; ++k) {
        points.push_back(p[k]);
    }
    return convexHull(points);
}

std::vector<cv::Point2f> lipOutline(const Landmarks& p) {
    return convexHull({p.begin() + kMouthBegin, p.begin() + 60});
}

std::vector<cv::Point2f> lowerFaceOutline(const Landmarks& p) {
    std::vector<cv::Point2f> points(p.begin() + 3, p.begin() + 14);
    points.insert(points.end(), p.begin() + 31, p.begin() + 36);
    return convexHull(points);
}

std::vector<cv::Point2f> faceOutline(const Landmarks& p) {
    return convexHull({p.begin(), p.begin() + 27});
}

cv::Rect changeableRegion(const LibraryFrame& frame) {
    const float margin = (kNeckReach + kLongestDrop) * frame.pose.scale + 4.0F;
    return boundsOf(lowerFaceOutline(frame.landmarks), margin);
}

cv::Rect mouthRegion(const LibraryFrame& frame, cv::Size film) {
    const float margin = 0.15F * frame.pose.scale + 6.0F;
    return boundsOf(lowerFaceOutline(frame.landmarks), margin) & cv::Rect({0, 0}, film);
}

cv::Mat1b outlineMask(const std::vector<cv::Point2f>& outline, const cv::Rect& area) {
    std::vector<cv::Point> points;
    for (const cv::Point2f& point : outline) {
        points.emplace_back(cvRound(point.x) - area.x, cvRound(point.y) - area.y);
    }
    cv::Mat1b mask(area.size(), uchar{0});
    cv::fillConvexPoly(mask, points, cv::Scalar(255));
    return mask;
}

float depthInside(const std::vector<cv::Point2f>& outline, cv::Point2f point) {
    return static_cast<float>(cv::pointPolygonTest(outline, point, true));
}

}  // namespace lipwright::synthesis
