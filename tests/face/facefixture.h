// Made-up faces for the geometric tests: the mean face with a chosen mouth under a chosen pose.
#pragma once

#include "engine/face/headpose.h"
#include "engine/face/meanface_p.h"

#include <cmath>
#include <random>

namespace lipwright::face::test {

inline HeadPose poseOf(float yaw, float pitch, float roll, float scale = 120.0F,
                       cv::Point2f centre = {400.0F, 300.0F}) {
    HeadPose pose;
    pose.yaw = yaw;
    pose.pitch = pitch;
    pose.roll = roll;
    pose.scale = scale;
    pose.centre = centre;
    return pose;
}

/// The mean face in head coordinates, the inner lips `opening` apart and the mouth `wider` wider.
inline Landmarks headFace(float opening = 0.0F, float wider = 0.0F) {
    Landmarks head;
    for (std::size_t i = 0; i < head.size(); ++i) {
        head[i] = {kMeanFace[i][0], kMeanFace[i][1]};
    }
    for (const std::size_t i : {55, 56, 57, 58, 59}) {
        head[i].y += opening;
    }
    for (const std::size_t k : {0, 1, 2}) {
        head[65 + k].y = head[63 - k].y + opening;
    }
    for (std::size_t i = 4; i <= 12; ++i) {
        head[i].y += opening;
    }
    for (const std::size_t i : {48, 60}) {
        head[i].x -= wider / 2;
    }
    for (const std::size_t i : {54, 64}) {
        head[i].x += wider / 2;
    }
    return head;
}

inline Landmarks pictureFace(const HeadPose& pose, float opening = 0.0F, float wider = 0.0F) {
    return toPicture(headFace(opening, wider), pose);
}

inline Landmarks noisy(Landmarks landmarks, float sigma, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0.0F, sigma);
    for (auto& p : landmarks) {
        p += cv::Point2f(noise(random), noise(random));
    }
    return landmarks;
}

}  // namespace lipwright::face::test
