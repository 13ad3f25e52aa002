// Draws one presenter: the head in any position, mouth and eye pose, before a room that is painted
// once. Pictures depend on the arguments alone. One thread.
#pragma once

#include "app/presenter/facemesh.h"
#include "app/presenter/headmotion.h"
#include "app/presenter/headshape.h"
#include "app/presenter/identity.h"
#include "app/presenter/rasterizer.h"
#include "app/presenter/shading.h"

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace lipwright::presenter {

struct Moment {
    HeadPosition head;
    MouthPose mouth;
    EyePose eyes;
    std::uint64_t grain = 0;  ///< seed of the camera's noise
};

class HeadRenderer {
public:
    /// `headHeight`: crown to chin as a share of the picture's height.
    HeadRenderer(const Identity& identity, cv::Size size, float headHeight);

    /// (h, w) CV_8UC3, RGB, gamma-encoded (sRGB-like, exponent 2.2).
    [[nodiscard]] cv::Mat render(const Moment& moment);

    /// Where a point of the front surface at rest (x, y) is seen, pixels of the picture.
    [[nodiscard]] cv::Point2f pixelOf(const Moment& moment, float x, float y, bool below) const;
    /// Where the silhouette at height y on one side (-1 left, 1 right) is seen.
    [[nodiscard]] cv::Point2f silhouetteOf(const Moment& moment, float side, float y) const;
    [[nodiscard]] const HeadShape& shape() const { return m_shape; }

private:
    [[nodiscard]] Camera cameraFor(const HeadPosition& head, int scale) const;
    void placeHead(const Moment& moment);
    void shade(const Moment& moment, const Camera& camera);
    [[nodiscard]] cv::Vec3f colourAt(const Fragment& fragment, const Moment& moment,
                                     const Camera& camera) const;
    [[nodiscard]] cv::Vec4f skinAt(float column, float row) const;
    void paintBackground();
    void encode(std::uint64_t grainSeed, cv::Mat& picture) const;

    Identity m_identity;
    cv::Size m_size;
    float m_pixelsPerUnit;
    HeadShape m_shape;
    FaceMesh m_face;
    std::vector<float> m_neckFollows;
    std::vector<Mesh> m_meshes;  // face first, neck second
    std::vector<Mesh> m_posed;
    cv::Mat m_texture;
    cv::Mat m_background;  // CV_32FC3 linear, with the shoulders
    Rasterizer m_rasterizer;
    cv::Mat m_canvas;  // CV_32FC3 linear, the picture's size
    std::array<std::uint8_t, 4097> m_gamma{};
    cv::Mat m_noise;  // CV_32FC1, tiled with an offset per frame
};

}  // namespace lipwright::presenter
