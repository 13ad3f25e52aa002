#include "app/presenter/headshape.h"

#include "app/presenter/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace lipwright::presenter {

namespace {

struct Knot {
    float y;
    float value;
};

// Half width, z of the front, z of the widest place, and depth behind it, from crown to chin.
constexpr std::array<Knot, 15> kHalfWidth = {{{-1.36F, 0.02F},
                                              {-1.31F, 0.26F},
                                              {-1.20F, 0.46F},
                                              {-1.00F, 0.66F},
                                              {-0.70F, 0.79F},
                                              {-0.30F, 0.835F},
                                              {0.05F, 0.815F},
                                              {0.26F, 0.80F},
                                              {0.48F, 0.78F},
                                              {0.69F, 0.745F},
                                              {0.89F, 0.675F},
                                              {1.06F, 0.56F},
                                              {1.21F, 0.41F},
                                              {1.32F, 0.225F},
                                              {1.37F, 0.04F}}};
constexpr std::array<Knot, 12> kFront = {{{-1.36F, -0.70F},
                                          {-1.28F, -0.33F},
                                          {-1.10F, -0.08F},
                                          {-0.80F, 0.10F},
                                          {-0.45F, 0.16F},
                                          {-0.10F, 0.13F},
                                          {0.30F, 0.13F},
                                          {0.70F, 0.15F},
                                          {1.00F, 0.13F},
                                          {1.20F, 0.11F},
                                          {1.32F, 0.07F},
                                          {1.37F, 0.0F}}};
constexpr std::array<Knot, 8> kWidest = {{{-1.36F, -0.75F},
                                          {-0.50F, -0.72F},
                                          {0.05F, -0.66F},
                                          {0.69F, -0.52F},
                                          {0.89F, -0.40F},
                                          {1.06F, -0.27F},
                                          {1.21F, -0.13F},
                                          {1.37F, -0.05F}}};
constexpr std::array<Knot, 8> kBack = {{{-1.36F, 0.02F},
                                        {-1.20F, 0.55F},
                                        {-0.80F, 1.0F},
                                        {-0.20F, 1.20F},
                                        {0.40F, 1.0F},
                                        {0.90F, 0.55F},
                                        {1.20F, 0.25F},
                                        {1.37F, 0.05F}}};

/// Hermite interpolation with finite-difference slopes.
float interpolate(std::span<const Knot> knots, float y) {
    y = std::clamp(y, knots.front().y, knots.back().y);
    std::size_t i = 1;
    while (i + 1 < knots.size() && knots[i].y < y) {
        ++i;
    }
    const auto slope = [&](std::size_t k) {
        const std::size_t a = k == 0 ? 0 : k - 1;
        const std::size_t b = std::min(k + 1, knots.size() - 1);
        return (knots[b].value - knots[a].value) / (knots[b].y - knots[a].y);
    };
    const Knot& p = knots[i - 1];
    const Knot& q = knots[i];
    const float h = q.y - p.y;
    const float t = (y - p.y) / h;
    const float u = 1.0F - t;
    return u * u * (1.0F + 2.0F * t) * p.value + t * t * (3.0F - 2.0F * t) * q.value +
           h * t * u * (u * slope(i - 1) - t * slope(i));
}

/// 1 in the middle of the lips, 0 from the corners on.
float lipOpeningShape(float x, float halfWidth) {
    const float t = 1.0F - (x / halfWidth) * (x / halfWidth);
    return t > 0.0F ? std::pow(t, 0.65F) : 0.0F;
}

}  // namespace

cv::Vec3f MouthWeights::displacement(const MouthPose& pose) const {
    const float raised = 0.18F * pose.opening;
    const float lowered = pose.opening - raised - pose.jaw;
    return jaw * pose.jaw + upperLip * raised + lowerLip * lowered + width * pose.width +
           rounding * pose.rounding;
}

HeadShape::HeadShape(const Identity& identity) : m_identity(identity) {}

float HeadShape::halfWidth(float y) const {
    const float jaw = mix(m_identity.faceWidth, m_identity.faceWidth * m_identity.jawWidth,
                          smoothStep(0.3F, 1.0F, y));
    return interpolate(kHalfWidth, y) * jaw;
}

float HeadShape::upperLipEdge(float x) const {
    const float half = 0.297F * m_identity.mouthWidth;
    const float t = 1.0F - (x / half) * (x / half);
    if (t <= 0.0F) {
        return kMouthLine;
    }
    const float bow = 1.0F - 0.20F * bump(x / 0.045F) + 0.10F * bump((std::abs(x) - 0.08F) / 0.05F);
    return kMouthLine - 0.118F * m_identity.lipFullness * std::pow(t, 0.85F) * bow;
}

float HeadShape::lowerLipEdge(float x) const {
    const float half = 0.297F * m_identity.mouthWidth;
    const float t = 1.0F - (x / half) * (x / half);
    return t <= 0.0F ? kMouthLine
                     : kMouthLine + 0.138F * m_identity.lipFullness * std::pow(t, 0.75F);
}

float HeadShape::lipRelief(float x, float y) const {
    const bool upper = y < kMouthLine;
    const float edge = upper ? upperLipEdge(x) : lowerLipEdge(x);
    const float height = std::abs(edge - kMouthLine);
    const float depth = std::abs(y - kMouthLine);
    const float side = smoothStep(0.31F, 0.20F, std::abs(x));
    const float fold = -0.03F * side * bump((y - kMouthLine) / 0.015F);
    if (height < 0.004F) {
        return fold;
    }
    // Full at the middle of the lip, back to the skin a little beyond its edge.
    const float t = depth / height;
    const float bulge = t < 1.0F ? std::sin(std::numbers::pi_v<float> * (0.22F + 0.62F * t))
                                 : 0.48F * bump((t - 1.0F) / 0.35F);
    return (upper ? 0.055F : 0.050F) * bulge * side + fold;
}

float HeadShape::relief(float x, float y) const {
    const float ax = std::abs(x);
    const Identity& id = m_identity;
    float z = 0.055F * bump((ax - 0.33F) / 0.24F) * bump((y + 0.235F + id.browHeight) / 0.085F);
    z += 0.03F * bump(x / 0.12F) * bump((y + 0.2F) / 0.1F);
    z -= 0.13F * bump((ax - 0.33F) / 0.18F) * bump((y + 0.03F) / 0.12F);
    z += 0.07F * bump((ax - 0.36F) / 0.125F) * bump(y / 0.08F);
    z -= 0.025F * bump((ax - 0.34F) / 0.16F) * bump((y - 0.13F) / 0.05F);
    z += 0.075F * bump((ax - 0.47F) / 0.19F) * bump((y - 0.34F) / 0.17F);
    z -= 0.05F * bump((ax - 0.55F) / 0.16F) * bump((y - 0.80F) / 0.25F);
    // The nose: a ridge that grows to its tip, two wings, a steep underside.
    const float tip = 0.40F * id.noseLength;
    const float base = 0.525F * id.noseLength;
    const float along = std::clamp((y + 0.12F) / (tip + 0.12F), 0.0F, 1.0F);
    const float under = smoothStep(base + 0.035F, tip - 0.01F, y);
    const float ridge = mix(0.05F, 0.33F, along * along * (1.4F - 0.4F * along));
    const float width = id.noseWidth * mix(0.075F, 0.105F, along);
    z += ridge * smoothStep(-0.25F, -0.05F, y) * under * bump(x / width);
    z += 0.05F * bump(x / 0.07F) * bump((y - tip + 0.01F) / 0.07F);
    z += 0.13F * bump((ax - 0.118F * id.noseWidth) / 0.055F) * bump((y - base + 0.075F) / 0.07F) *
         under;
    // Muzzle, philtrum, fold beside the nose, chin.
    z += 0.10F * bump(x / 0.34F) * bump((y - 0.80F) / 0.26F);
    z -= 0.016F * bump(x / 0.028F) * bump((y - 0.61F) / 0.06F);
    const float fold = 0.19F + 0.45F * (y - 0.5F);
    z -= 0.02F * bump((ax - fold) / 0.035F) * bump((y - 0.64F) / 0.15F);
    z -= 0.055F * bump(x / 0.22F) * bump((y - 1.045F) / 0.055F);
    z += 0.07F * id.chin * bump(x / 0.19F) * bump((y - 1.21F) / 0.11F);
    z -= 0.04F * bump((ax - 0.72F) / 0.15F) * bump((y + 0.15F) / 0.25F);
    return z + lipRelief(x, y);
}

cv::Vec3f HeadShape::surface(float theta, float y) const {
    const float sine = std::sin(theta);
    const float cosine = std::cos(theta);
    const float x = halfWidth(y) * sine;
    const float widest = interpolate(kWidest, y);
    if (cosine <= 0.0F) {
        return {x, y, widest + interpolate(kBack, y) * cosine};
    }
    const float front = interpolate(kFront, y) - widest;
    const float facing = smoothStep(0.0F, 0.45F, cosine);
    return {x, y, widest + front * std::pow(cosine, 0.92F) + facing * relief(x, y)};
}

cv::Vec3f HeadShape::frontPoint(float x, float y) const {
    return surface(std::asin(std::clamp(x / halfWidth(y), -1.0F, 1.0F)), y);
}

MouthWeights HeadShape::weights(const cv::Vec3f& rest, bool below) const {
    MouthWeights w;
    const float x = rest[0];
    const float dy = rest[1] - kMouthLine;
    const float front = smoothStep(-0.9F, -0.2F, rest[2]);
    const float gap = lipOpeningShape(x, slitHalfWidth());
    if (below) {
        const float bone = 1.0F - 0.75F * smoothStep(0.25F, 0.80F, std::abs(x));
        const float follows = mix(gap, bone, smoothStep(0.0F, 0.34F, dy)) * front;
        w.jaw = cv::Vec3f(0.0F, 1.0F, -0.30F) * follows;
        w.lowerLip = cv::Vec3f(0.0F, 1.0F, 0.0F) * (gap * smoothStep(0.36F, 0.13F, dy));
    } else {
        w.upperLip = cv::Vec3f(0.0F, -1.0F, 0.0F) * (gap * smoothStep(-0.30F, -0.11F, dy));
    }
    const float near = bump(x / 0.5F) * bump(dy / 0.28F) * front;
    w.width = cv::Vec3f(0.22F * x, 0.0F, -0.10F * std::abs(x)) * near;
    const float lips = bump(x / 0.26F) * bump(dy / 0.17F) * front;
    w.rounding = cv::Vec3f(-0.30F * x * near, 0.12F * dy * lips, 0.10F * lips);
    return w;
}

float HeadShape::hairline(float theta) const {
    // Forehead, temple, sideburn, and all of the back.
    const float side = std::abs(theta);
    const float front = m_identity.hairline;
    float line = mix(front, front + 0.10F, smoothStep(0.2F, 0.7F, side));
    line = mix(line, m_identity.longHair ? 1.2F : 0.12F, smoothStep(0.75F, 1.45F, side));
    return mix(line, m_identity.longHair ? 1.3F : 0.75F, smoothStep(1.55F, 2.1F, side));
}

float HeadShape::hairCover(float theta, float y) const {
    const float ragged = 0.030F * grain(m_identity.seed + 5, theta * 75.0F, y * 6.0F) +
                         0.025F * grain(m_identity.seed + 7, theta * 14.0F, y * 3.0F);
    return smoothStep(0.05F, -0.05F, y - hairline(theta) - ragged);
}

float HeadShape::hairVolume(float theta, float y) const {
    return smoothStep(-0.10F, -0.42F, y - hairline(theta));
}

}  // namespace lipwright::presenter
