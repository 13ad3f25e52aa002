#include "app/presenter/truepoints.h"

#include <cmath>

namespace lipwright::presenter {

namespace {

struct Place {
    float x;
    float y;
    bool below = false;
};

constexpr std::array<float, 9> kJawHeights = {0.047F, 0.262F, 0.477F, 0.689F, 0.888F,
                                              1.064F, 1.209F, 1.321F, 1.356F};
// Landmarks 17-47: brows, nose, eyes.
constexpr std::array<Place, 31> kUpperFace = {
    {{-0.66F, -0.19F}, {-0.56F, -0.27F}, {-0.42F, -0.31F}, {-0.27F, -0.30F}, {-0.135F, -0.24F},
     {0.135F, -0.24F}, {0.27F, -0.30F},  {0.42F, -0.31F},  {0.56F, -0.27F},  {0.66F, -0.19F},
     {0.0F, -0.05F},   {0.0F, 0.08F},    {0.0F, 0.21F},    {0.0F, 0.36F},    {-0.155F, 0.485F},
     {-0.08F, 0.51F},  {0.0F, 0.53F},    {0.08F, 0.51F},   {0.155F, 0.485F}, {-0.50F, 0.0F},
     {-0.41F, -0.06F}, {-0.31F, -0.06F}, {-0.218F, 0.0F},  {-0.31F, 0.037F}, {-0.41F, 0.037F},
     {0.218F, 0.0F},   {0.31F, -0.06F},  {0.41F, -0.06F},  {0.50F, 0.0F},    {0.41F, 0.037F},
     {0.31F, 0.037F}}};

constexpr float kCorner = 0.290F;

std::array<Place, 20> lipPlaces(const HeadShape& shape) {
    const float half = shape.slitHalfWidth() / 0.27F;
    const auto upper = [&](float x) { return Place{x * half, shape.upperLipEdge(x * half)}; };
    const auto lower = [&](float x) { return Place{x * half, shape.lowerLipEdge(x * half), true}; };
    const auto inner = [&](float x, bool below) { return Place{x * half, kMouthLine, below}; };
    return {
        inner(-kCorner, false), upper(-0.192F),       upper(-0.08F),         upper(0.0F),
        upper(0.08F),           upper(0.192F),        inner(kCorner, false), lower(0.196F),
        lower(0.087F),          lower(0.0F),          lower(-0.087F),        lower(-0.196F),
        inner(-0.25F, false),   inner(-0.08F, false), inner(0.0F, false),    inner(0.08F, false),
        inner(0.25F, false),    inner(0.08F, true),   inner(0.0F, true),     inner(-0.08F, true)};
}

}  // namespace

std::array<cv::Point2f, 68> truePoints(const HeadRenderer& renderer, const Moment& moment) {
    std::array<cv::Point2f, 68> points{};
    for (std::size_t i = 0; i < kJawHeights.size(); ++i) {
        points[i] = renderer.silhouetteOf(moment, -1.0F, kJawHeights[i]);
        points[16 - i] = renderer.silhouetteOf(moment, 1.0F, kJawHeights[i]);
    }
    points[8] = renderer.pixelOf(moment, 0.0F, kJawHeights.back(), true);
    for (std::size_t i = 0; i < kUpperFace.size(); ++i) {
        points[17 + i] = renderer.pixelOf(moment, kUpperFace[i].x, kUpperFace[i].y, false);
    }
    const std::array<Place, 20> lips = lipPlaces(renderer.shape());
    for (std::size_t i = 0; i < lips.size(); ++i) {
        points[48 + i] = renderer.pixelOf(moment, lips[i].x, lips[i].y, lips[i].below);
    }
    return points;
}

float mouthWidth(const HeadShape& shape, const MouthPose& mouth) {
    const float x = kCorner * shape.slitHalfWidth() / 0.27F;
    const cv::Vec3f rest = shape.frontPoint(x, kMouthLine);
    return 2.0F * (rest + shape.weights(rest, false).displacement(mouth))[0];
}

}  // namespace lipwright::presenter
