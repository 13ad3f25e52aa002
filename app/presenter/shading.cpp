#include "app/presenter/shading.h"

#include "app/presenter/headshape.h"
#include "app/presenter/noise.h"

#include <algorithm>
#include <cmath>

namespace lipwright::presenter {

namespace {

constexpr float kEyeX = 0.359F;
constexpr float kEyeHalfWidth = 0.146F;
constexpr float kIrisRadius = 0.066F;

cv::Vec3f blend(const cv::Vec3f& a, const cv::Vec3f& b, float t) {
    return a + (b - a) * t;
}

float power16(float x) {
    x *= x;
    x *= x;
    x *= x;
    return x * x;
}

}  // namespace

cv::Vec3f lit(const Identity& identity, const cv::Vec3f& albedo, float gloss,
              const cv::Vec3f& normal) {
    // Skin lets light in: its shadow edge is soft and reddish.
    const float facing = normal.dot(identity.keyDirection);
    const float key = std::max(0.0F, (facing + 0.12F) / 1.12F);
    const float bleed = std::max(0.0F, (facing + 0.35F) / 1.35F);
    const cv::Vec3f diffuse(0.75F * key + 0.25F * bleed, 0.9F * key + 0.1F * bleed, key);
    const float sky = 0.62F - 0.38F * normal[1];
    const float front = std::max(0.0F, normal[2]);
    const cv::Vec3f ambient = identity.fillColour * (0.45F * sky + 0.75F * front * front);
    cv::Vec3f colour = albedo.mul(diffuse.mul(identity.keyColour) + ambient);
    const cv::Vec3f half = cv::normalize(identity.keyDirection + cv::Vec3f(0.0F, 0.0F, 1.0F));
    const float shine = power16(std::max(0.0F, normal.dot(half)));
    return colour + identity.keyColour * (0.22F * gloss * shine);
}

void paintEye(const Identity& identity, const EyePose& eyes, float x, float y, cv::Vec3f& albedo,
              float& gloss) {
    const float side = x < 0.0F ? -1.0F : 1.0F;
    const float s = (std::abs(x) - kEyeX) / kEyeHalfWidth;
    if (std::abs(s) > 1.35F || y < -0.17F || y > 0.13F) {
        return;
    }
    const float arch = std::max(0.0F, 1.0F - s * s);
    const float lower = 0.044F * arch - 0.004F * s;
    const float open = -0.078F * std::pow(arch, 0.75F) - 0.004F * s;
    const float upper = mix(open, lower - 0.004F, eyes.closed);
    // The fold of the lid above, the lashes on it, the rim below.
    const float fold = bump((y - open + 0.036F) / 0.012F) * smoothStep(1.2F, 0.6F, std::abs(s));
    albedo *= 1.0F - 0.35F * fold * (1.0F - 0.6F * eyes.closed);
    const float inside = std::abs(s) < 1.0F ? smoothStep(upper - 0.006F, upper + 0.006F, y) *
                                                  smoothStep(lower + 0.006F, lower - 0.006F, y)
                                            : 0.0F;
    const float dx = x - side * kEyeX - eyes.gazeX;
    const float dy = y + 0.012F - eyes.gazeY;
    const float r = std::sqrt(dx * dx + dy * dy);
    cv::Vec3f ball = cv::Vec3f(0.70F, 0.66F, 0.63F) * (1.0F - 0.35F * s * s);
    const float spoke = 0.25F * grain(identity.seed + 41, std::atan2(dy, dx) * 9.0F, r * 30.0F);
    const cv::Vec3f iris =
        identity.iris * (1.0F + spoke) * mix(1.25F, 0.5F, smoothStep(0.03F, kIrisRadius, r));
    ball = blend(ball, iris, smoothStep(kIrisRadius + 0.006F, kIrisRadius - 0.006F, r));
    ball = blend(ball, {0.004F, 0.004F, 0.004F}, smoothStep(0.031F, 0.024F, r));
    ball *= mix(0.45F, 1.0F, smoothStep(0.0F, 0.05F, y - upper));  // shadow of the lid
    const float spark = bump((dx - 0.5F * kIrisRadius * identity.keyDirection[0]) / 0.012F) *
                        bump((dy + 0.026F) / 0.012F);
    ball += cv::Vec3f(1.6F, 1.6F, 1.6F) * spark;
    albedo = blend(albedo, ball, inside);
    gloss = mix(gloss, 0.1F, inside);
    const float reach = smoothStep(1.18F, 0.95F, std::abs(s));
    const float lash = bump((y - upper + 0.004F) / 0.013F) * reach;
    const float rim = bump((y - lower) / 0.008F) * reach;
    albedo = blend(albedo, {0.012F, 0.009F, 0.008F}, 0.92F * lash);
    albedo *= 1.0F - 0.35F * rim;
}

cv::Vec3f mouthInside(const Identity& identity, const MouthPose& mouth, float x, float y) {
    const float raised = 0.18F * mouth.opening;
    const float ax = std::abs(x);
    cv::Vec3f colour(0.045F, 0.012F, 0.012F);
    const float tongueTop =
        kMouthLine + mix(0.9F * mouth.jaw + 0.035F, 0.02F, 0.8F * mouth.tongue) + 0.6F * x * x;
    const float tongue =
        smoothStep(tongueTop - 0.012F, tongueTop + 0.03F, y) * smoothStep(0.21F, 0.15F, ax);
    colour = blend(colour, {0.34F, 0.10F, 0.10F}, tongue);
    const float between = std::fmod(ax + 0.0325F, 0.065F) - 0.0325F;
    const float gap = 1.0F - 0.55F * bump(between / 0.0035F);
    const cv::Vec3f enamel = cv::Vec3f(0.66F, 0.62F, 0.54F) * gap;
    const float lowerTop = kMouthLine + 0.9F * mouth.jaw + 0.022F + 0.35F * x * x;
    const float lowerTeeth =
        smoothStep(lowerTop - 0.005F, lowerTop + 0.005F, y) * smoothStep(0.20F, 0.16F, ax);
    colour = blend(colour, enamel * 0.8F, lowerTeeth);
    const float upperEnd = kMouthLine + 0.020F - 0.30F * x * x;
    const float upperTeeth =
        smoothStep(upperEnd + 0.005F, upperEnd - 0.005F, y) * smoothStep(0.23F, 0.17F, ax);
    colour = blend(colour, enamel, upperTeeth);
    // Light comes in between the lips only: darker towards both and towards the corners.
    const float fromUpper = smoothStep(-0.025F, 0.03F, y - (kMouthLine - raised));
    const float corner = smoothStep(0.27F, 0.08F, ax);
    const float entrance = smoothStep(-0.02F, 0.10F, mouth.opening);
    const float light = mix(0.35F, 1.0F, fromUpper) * mix(0.15F, 1.0F, corner) * entrance;
    return (colour * (0.75F * light)).mul(identity.keyColour);
}

}  // namespace lipwright::presenter
