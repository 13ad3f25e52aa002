// Where the 68 landmarks of a drawn face truly are.
#pragma once

#include "app/presenter/headrenderer.h"

#include <array>

namespace lipwright::presenter {

[[nodiscard]] std::array<cv::Point2f, 68> truePoints(const HeadRenderer& renderer,
                                                     const Moment& moment);

/// Distance of the mouth corners, head units.
[[nodiscard]] float mouthWidth(const HeadShape& shape, const MouthPose& mouth);

}  // namespace lipwright::presenter
