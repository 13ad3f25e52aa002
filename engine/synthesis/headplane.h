// The plane of a face that is painted on: parallel to the face and at the depth of its lips, as the
// head's pose (scale, roll, yaw, pitch of the landmarks that speech does not move) shows it in the
// film. Head coordinates: 1 = distance of the outer eye corners, origin between them, y down.
#pragma once

#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

#include <optional>

namespace lipwright::synthesis {

class HeadPlane {
public:
    /// Nothing where the landmarks are no face, or show one too far from the side.
    [[nodiscard]] static std::optional<HeadPlane> of(const face::Landmarks& landmarks);

    /// Film pixels per head unit, seen from the front.
    [[nodiscard]] float unit() const { return m_unit; }
    [[nodiscard]] cv::Point2f toFilm(cv::Point2f head) const;
    [[nodiscard]] cv::Point2f toHead(cv::Point2f film) const;
    /// Film pixels (x, y, 1) to head coordinates.
    [[nodiscard]] const cv::Matx23f& filmToHead() const { return m_filmToHead; }

private:
    HeadPlane(float unit, const cv::Matx22f& axes, cv::Point2f origin);

    float m_unit;
    cv::Matx23f m_headToFilm;
    cv::Matx23f m_filmToHead;
};

}  // namespace lipwright::synthesis
