// The colour of one visible point: light on skin, hair, cloth, the eyes and the inside of the
// mouth. Linear RGB. Values only; safe to share.
#pragma once

#include "app/presenter/identity.h"
#include "app/presenter/mouthpose.h"

#include <opencv2/core.hpp>

namespace lipwright::presenter {

/// What the eyes do at one moment.
struct EyePose {
    float closed = 0.0F;  ///< 0 open .. 1 shut
    float gazeX = 0.0F;   ///< shift of the irises, head units
    float gazeY = 0.0F;
};

/// `albedo` lit at unit `normal` (camera axes).
[[nodiscard]] cv::Vec3f lit(const Identity& identity, const cv::Vec3f& albedo, float gloss,
                            const cv::Vec3f& normal);

/// Replaces `albedo` and `gloss` where rest position (x, y) lies within the lids' reach.
void paintEye(const Identity& identity, const EyePose& eyes, float x, float y, cv::Vec3f& albedo,
              float& gloss);

/// Teeth, tongue and darkness at rest position (x, y) of the plane behind the lips.
[[nodiscard]] cv::Vec3f mouthInside(const Identity& identity, const MouthPose& mouth, float x,
                                    float y);

}  // namespace lipwright::presenter
