// How the head sways, where the eyes look and when they blink, at any moment, from a seed.
#pragma once

#include "app/presenter/rasterizer.h"
#include "app/presenter/shading.h"

#include <cstdint>

namespace lipwright::presenter {

struct HeadPosition {
    float yaw = 0.0F;    ///< radians; positive: towards the picture's right
    float pitch = 0.0F;  ///< positive: down
    float roll = 0.0F;   ///< positive: clockwise
    cv::Vec3f shift;     ///< head units
};

/// `amount`: 0 still, 1 a calm speaker.
[[nodiscard]] HeadPosition headAt(std::uint64_t seed, double seconds, float amount);
[[nodiscard]] EyePose eyesAt(std::uint64_t seed, double seconds);
[[nodiscard]] cv::Matx33f rotationOf(const HeadPosition& head);

}  // namespace lipwright::presenter
