// Where the head is and how it is turned, from the landmarks that speech does not move (eyes, nose
// bridge, nose base), and the face seen from the front once that is undone.
#pragma once

#include "engine/face/landmarks.h"

namespace lipwright::face {

/// Scaled-orthographic pose of the mean 3-D face. Angles in radians, zero when facing the camera;
/// yaw > 0: the face looks towards the picture's right; pitch > 0: down; roll > 0: clockwise.
struct HeadPose {
    float yaw = 0.0F;
    float pitch = 0.0F;
    float roll = 0.0F;
    float scale =
        1.0F;  ///< pixels per unit of the mean face (1 = distance of the outer eye corners)
    cv::Point2f centre;     ///< picture of the mean face's origin (between the eyes), pixels
    float residual = 0.0F;  ///< RMS of the rigid landmarks after the fit, in units of the mean face
};

[[nodiscard]] HeadPose estimateHeadPose(const Landmarks& landmarks);

/// Landmarks in head coordinates: origin between the eyes, x right, y down, in units of the outer
/// eye corner distance, with yaw, pitch and roll undone at the depth of the mean face.
[[nodiscard]] Landmarks toHeadCoordinates(const Landmarks& landmarks, const HeadPose& pose);

/// The inverse: head coordinates to picture pixels under a pose.
[[nodiscard]] Landmarks toPicture(const Landmarks& headLandmarks, const HeadPose& pose);

}  // namespace lipwright::face
