// The head at rest as a smooth surface and how it follows the mouth. Proportions of the front are
// those of the mean 68-point face. Pure functions of an identity; safe to share.
#pragma once

#include "app/presenter/identity.h"
#include "app/presenter/mouthpose.h"

#include <opencv2/core.hpp>

namespace lipwright::presenter {

inline constexpr float kMouthLine = 0.795F;  ///< y of the closed lips
inline constexpr float kCrown = -1.36F;      ///< y of the top of the skull
inline constexpr float kChinBottom = 1.37F;  ///< y of the lowest point of the chin

/// How one point of the face moves per unit of each part of a mouth pose.
struct MouthWeights {
    cv::Vec3f jaw;
    cv::Vec3f upperLip;
    cv::Vec3f lowerLip;
    cv::Vec3f width;
    cv::Vec3f rounding;

    [[nodiscard]] cv::Vec3f displacement(const MouthPose& pose) const;
};

class HeadShape {
public:
    explicit HeadShape(const Identity& identity);

    /// Rest position at angle `theta` around the vertical axis (0: front, ±π/2: ears) and height y.
    [[nodiscard]] cv::Vec3f surface(float theta, float y) const;
    /// Rest position of the front surface at (x, y); x is clamped to the silhouette.
    [[nodiscard]] cv::Vec3f frontPoint(float x, float y) const;
    /// `below`: the point belongs to the lower lip and jaw, which matters on the mouth line only.
    [[nodiscard]] MouthWeights weights(const cv::Vec3f& rest, bool below) const;

    [[nodiscard]] float halfWidth(float y) const;
    /// Half the length of the slit between the lips.
    [[nodiscard]] float slitHalfWidth() const { return 0.27F * m_identity.mouthWidth; }
    /// y of the lips' outer edges at x; the mouth line beyond the corners.
    [[nodiscard]] float upperLipEdge(float x) const;
    [[nodiscard]] float lowerLipEdge(float x) const;
    /// 0 (skin) .. 1 (hair) at a point of the surface.
    [[nodiscard]] float hairCover(float theta, float y) const;
    /// The same without the ragged edge, rising slowly: how thick the hair lies, 0..1.
    [[nodiscard]] float hairVolume(float theta, float y) const;

private:
    [[nodiscard]] float hairline(float theta) const;
    [[nodiscard]] float relief(float x, float y) const;
    [[nodiscard]] float lipRelief(float x, float y) const;

    Identity m_identity;
};

}  // namespace lipwright::presenter
