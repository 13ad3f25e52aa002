// Which point of which triangle each pixel shows: a z-buffer without shading. One thread.
#pragma once

#include "app/presenter/mesh.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace lipwright::presenter {

/// Head coordinates to pixels: rotation about `pivot`, then a camera `distance` units away.
struct Camera {
    cv::Matx33f rotation = cv::Matx33f::eye();
    cv::Vec3f pivot;
    cv::Vec3f shift;           ///< head units, after the rotation
    float pixelsPerUnit = 90;  ///< at z = 0
    float distance = 9.0F;
    cv::Point2f centre;  ///< pixels of head coordinates (0, 0, 0) when nothing is turned

    /// x, y in pixels; z in head units, larger is nearer.
    [[nodiscard]] cv::Vec3f project(const cv::Vec3f& point) const;
    [[nodiscard]] cv::Vec3f turn(const cv::Vec3f& direction) const { return rotation * direction; }
};

struct Fragment {
    std::int32_t mesh = -1;  ///< -1: nothing here
    std::int32_t triangle = 0;
    float weightB = 0.0F;  ///< barycentric weights of the second and third corner
    float weightC = 0.0F;
};

class Rasterizer {
public:
    void begin(cv::Size size);
    /// `screen`: projected corners. Triangles facing away are dropped.
    void draw(const Mesh& mesh, const std::vector<cv::Vec3f>& screen, int meshNumber);

    [[nodiscard]] const Fragment& at(int x, int y) const {
        return m_fragments[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width) +
                           static_cast<std::size_t>(x)];
    }
    /// What was drawn lies inside.
    [[nodiscard]] cv::Rect touched() const { return m_touched; }

private:
    void drawTriangle(const cv::Vec3f& a, const cv::Vec3f& b, const cv::Vec3f& c,
                      Fragment fragment);

    cv::Size m_size;
    std::vector<float> m_depth;
    std::vector<Fragment> m_fragments;
    cv::Rect m_touched;
};

}  // namespace lipwright::presenter
