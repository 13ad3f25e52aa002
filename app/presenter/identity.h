// Who the presenter is: proportions, skin, hair, clothes, light and room, all from a seed.
// Lengths in head units (1 = distance of the outer eye corners); colours linear RGB in [0, 1].
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace lipwright::presenter {

struct Identity {
    std::uint64_t seed = 0;
    // Proportions, factors about 1.
    float faceWidth = 1.0F;
    float jawWidth = 1.0F;
    float noseLength = 1.0F;
    float noseWidth = 1.0F;
    float lipFullness = 1.0F;
    float mouthWidth = 1.0F;
    float browHeight = 0.0F;  ///< head units, up is positive
    float browWeight = 1.0F;
    float chin = 1.0F;
    // Looks.
    cv::Vec3f skin;
    cv::Vec3f lips;
    cv::Vec3f hair;
    cv::Vec3f iris;
    cv::Vec3f shirt;
    float beard = 0.0F;  ///< shadow of a shaven beard, 0..1
    float freckles = 0.0F;
    float hairline = -0.72F;  ///< y of the hairline at the forehead
    bool longHair = false;
    // Light and room.
    cv::Vec3f keyDirection;  ///< towards the light, unit length
    cv::Vec3f keyColour;
    cv::Vec3f fillColour;
    cv::Vec3f roomTop;
    cv::Vec3f roomBottom;
    // Voice.
    bool highVoice = false;
    int pitch = 50;  ///< espeak's 0..99
    int wordsPerMinute = 160;
};

[[nodiscard]] Identity identityOf(int seed);

}  // namespace lipwright::presenter
