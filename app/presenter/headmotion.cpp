#include "app/presenter/headmotion.h"

#include "app/presenter/noise.h"

#include <cmath>

namespace lipwright::presenter {

HeadPosition headAt(std::uint64_t seed, double seconds, float amount) {
    const auto sway = [&](std::uint64_t channel, double rate) {
        return 0.75F * waver(seed * 16 + channel, seconds * rate) +
               0.25F * waver(seed * 16 + channel + 8, seconds * rate * 2.7);
    };
    HeadPosition head;
    head.yaw = amount * 0.13F * sway(101, 0.45);
    head.pitch = amount * 0.065F * sway(102, 0.6);
    head.roll = amount * 0.045F * sway(103, 0.4);
    head.shift =
        cv::Vec3f(0.07F * sway(104, 0.3), 0.03F * sway(105, 0.5), 0.10F * sway(106, 0.25)) * amount;
    return head;
}

EyePose eyesAt(std::uint64_t seed, double seconds) {
    EyePose eyes;
    // One blink in each stretch of 3.1 s, at a moment of its own; a sixth of a second long.
    const double stretch = std::floor(seconds / 3.1);
    const auto cell = static_cast<std::uint64_t>(std::fmax(stretch, 0.0));
    const double blink = stretch * 3.1 + 0.5 + 2.1 * uniform(seed + 211, cell);
    eyes.closed = 0.97F * bump(static_cast<float>((seconds - blink) / 0.075));
    // The gaze rests and jumps.
    const auto rest = static_cast<std::uint64_t>(std::fmax(std::floor(seconds / 0.9), 0.0));
    eyes.gazeX = between(seed + 212, rest, -0.014F, 0.014F);
    eyes.gazeY = between(seed + 213, rest, -0.006F, 0.006F);
    return eyes;
}

cv::Matx33f rotationOf(const HeadPosition& head) {
    const float cy = std::cos(head.yaw);
    const float sy = std::sin(head.yaw);
    const float cp = std::cos(head.pitch);
    const float sp = std::sin(head.pitch);
    const float cr = std::cos(head.roll);
    const float sr = std::sin(head.roll);
    const cv::Matx33f yaw(cy, 0, sy, 0, 1, 0, -sy, 0, cy);
    const cv::Matx33f pitch(1, 0, 0, 0, cp, sp, 0, -sp, cp);
    const cv::Matx33f roll(cr, -sr, 0, sr, cr, 0, 0, 0, 1);
    return roll * pitch * yaw;
}

}  // namespace lipwright::presenter
