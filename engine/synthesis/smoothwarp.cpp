#include "engine/synthesis/smoothwarp.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace lipwright::synthesis {

namespace {

// Thin-plate kernel r² log r, written with r².
double kernel(double squaredDistance) {
    return squaredDistance > 1e-12 ? 0.5 * squaredDistance * std::log(squaredDistance) : 0.0;
}

double squaredDistance(cv::Point2d a, cv::Point2d b) {
    const cv::Point2d d = a - b;
    return d.dot(d);
}

template <typename Value>
cv::Mat_<Value> sampleGrid(const cv::Rect& area, int step,
                           const std::function<Value(cv::Point2f)>& at) {
    // Nodes at the centres of step × step blocks, which is where cv::resize expects them.
    const cv::Size nodes((area.width + step - 1) / step, (area.height + step - 1) / step);
    cv::Mat_<Value> grid(nodes);
    const float half = 0.5F * static_cast<float>(step) - 0.5F;
    for (int y = 0; y < nodes.height; ++y) {
        for (int x = 0; x < nodes.width; ++x) {
            grid(y, x) = at({static_cast<float>(area.x + x * step) + half,
                             static_cast<float>(area.y + y * step) + half});
        }
    }
    return grid;
}

template <typename Value>
cv::Mat enlarged(const cv::Mat_<Value>& grid, const cv::Rect& area, int step, int interpolation) {
    cv::Mat full;
    cv::resize(grid, full, {grid.cols * step, grid.rows * step}, 0, 0, interpolation);
    return full(cv::Rect({0, 0}, area.size()));
}

}  // namespace

SmoothWarp::SmoothWarp(std::span<const cv::Point2f> from, std::span<const cv::Point2f> to,
                       float unit, double stiffness)
    : m_origin(to[0]), m_unit(unit) {
    const auto n = static_cast<int>(to.size());
    for (const cv::Point2f& point : to) {
        m_centres.push_back((cv::Point2d(point) - m_origin) / m_unit);
    }
    cv::Mat1d system(n + 3, n + 3, 0.0);
    cv::Mat1d values(n + 3, 2, 0.0);
    for (int i = 0; i < n; ++i) {
        const cv::Point2d& centre = m_centres[static_cast<std::size_t>(i)];
        for (int j = 0; j < i; ++j) {
            system(i, j) = system(j, i) =
                kernel(squaredDistance(centre, m_centres[static_cast<std::size_t>(j)]));
        }
        system(i, i) = stiffness;
        system(i, n) = system(n, i) = 1.0;
        system(i, n + 1) = system(n + 1, i) = centre.x;
        system(i, n + 2) = system(n + 2, i) = centre.y;
        const cv::Point2f shift =
            from[static_cast<std::size_t>(i)] - to[static_cast<std::size_t>(i)];
        values(i, 0) = shift.x;
        values(i, 1) = shift.y;
    }
    cv::Mat1d solution;
    cv::solve(system, values, solution, cv::DECOMP_LU);
    for (int i = 0; i < n + 3; ++i) {
        m_weights.emplace_back(solution(i, 0), solution(i, 1));
    }
}

cv::Point2f SmoothWarp::displacement(cv::Point2f result) const {
    const cv::Point2d p = (cv::Point2d(result) - m_origin) / m_unit;
    const std::size_t n = m_centres.size();
    cv::Point2d sum = m_weights[n] + m_weights[n + 1] * p.x + m_weights[n + 2] * p.y;
    for (std::size_t k = 0; k < n; ++k) {
        sum += m_weights[k] * kernel(squaredDistance(p, m_centres[k]));
    }
    return {static_cast<float>(sum.x), static_cast<float>(sum.y)};
}

cv::Mat2f sampleSmoothly(const cv::Rect& area, int step,
                         const std::function<cv::Point2f(cv::Point2f)>& function) {
    const auto grid = sampleGrid<cv::Vec2f>(area, step, [&](cv::Point2f p) {
        const cv::Point2f value = function(p);
        return cv::Vec2f(value.x, value.y);
    });
    return enlarged(grid, area, step, cv::INTER_CUBIC);
}

cv::Mat1f sampleSmoothly(const cv::Rect& area, int step,
                         const std::function<float(cv::Point2f)>& function) {
    return enlarged(sampleGrid<float>(area, step, function), area, step, cv::INTER_LINEAR);
}

cv::Mat warpPicture(const cv::Mat& source, cv::Point sourceOrigin, const cv::Rect& area,
                    const cv::Mat2f& displacement, int interpolation) {
    cv::Mat2f map(area.size());
    const cv::Point shift = area.tl() - sourceOrigin;
    for (int y = 0; y < area.height; ++y) {
        const auto* from = displacement[y];
        auto* to = map[y];
        for (int x = 0; x < area.width; ++x) {
            to[x] = {from[x][0] + static_cast<float>(x + shift.x),
                     from[x][1] + static_cast<float>(y + shift.y)};
        }
    }
    cv::Mat result;
    cv::remap(source, result, map, cv::noArray(), interpolation, cv::BORDER_REPLICATE);
    return result;
}

}  // namespace lipwright::synthesis
