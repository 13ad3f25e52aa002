#include "app/presenter/rasterizer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::presenter {

cv::Vec3f Camera::project(const cv::Vec3f& point) const {
    const cv::Vec3f p = rotation * (point - pivot) + pivot + shift;
    const float scale = pixelsPerUnit * distance / (distance - p[2]);
    return {centre.x + scale * p[0], centre.y + scale * p[1], p[2]};
}

void Rasterizer::begin(cv::Size size) {
    const auto count = static_cast<std::size_t>(size.area());
    m_size = size;
    m_depth.assign(count, -std::numeric_limits<float>::infinity());
    m_fragments.assign(count, Fragment{});
    m_touched = {};
}

void Rasterizer::draw(const Mesh& mesh, const std::vector<cv::Vec3f>& screen, int meshNumber) {
    Fragment fragment;
    fragment.mesh = meshNumber;
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& [a, b, c] = mesh.triangles[i];
        fragment.triangle = static_cast<std::int32_t>(i);
        drawTriangle(screen[static_cast<std::size_t>(a)], screen[static_cast<std::size_t>(b)],
                     screen[static_cast<std::size_t>(c)], fragment);
    }
}

void Rasterizer::drawTriangle(const cv::Vec3f& a, const cv::Vec3f& b, const cv::Vec3f& c,
                              Fragment fragment) {
    const float area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    if (!(area > 1e-9F)) {
        return;
    }
    const int left = std::max(0, static_cast<int>(std::ceil(std::min({a[0], b[0], c[0]}))));
    const int right =
        std::min(m_size.width - 1, static_cast<int>(std::floor(std::max({a[0], b[0], c[0]}))));
    const int top = std::max(0, static_cast<int>(std::ceil(std::min({a[1], b[1], c[1]}))));
    const int bottom =
        std::min(m_size.height - 1, static_cast<int>(std::floor(std::max({a[1], b[1], c[1]}))));
    if (left > right || top > bottom) {
        return;
    }
    m_touched |= cv::Rect(left, top, right - left + 1, bottom - top + 1);
    const float inverse = 1.0F / area;
    constexpr float kEdge = -1e-4F;
    for (int y = top; y <= bottom; ++y) {
        const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width);
        for (int x = left; x <= right; ++x) {
            const float px = static_cast<float>(x) - a[0];
            const float py = static_cast<float>(y) - a[1];
            const float wb = (px * (c[1] - a[1]) - py * (c[0] - a[0])) * inverse;
            const float wc = ((b[0] - a[0]) * py - (b[1] - a[1]) * px) * inverse;
            if (wb < kEdge || wc < kEdge || wb + wc > 1.0F - kEdge) {
                continue;
            }
            const float z = a[2] + wb * (b[2] - a[2]) + wc * (c[2] - a[2]);
            const std::size_t at = row + static_cast<std::size_t>(x);
            if (z > m_depth[at]) {
                m_depth[at] = z;
                fragment.weightB = wb;
                fragment.weightC = wc;
                m_fragments[at] = fragment;
            }
        }
    }
}

}  // namespace lipwright::presenter
