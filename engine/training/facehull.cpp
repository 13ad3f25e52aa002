#include "engine/training/facehull_p.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lipwright::training {

namespace {

constexpr std::size_t kFirstChin = 2;
constexpr std::size_t kEndChin = 15;
constexpr std::size_t kNoseTip = 30;

struct Point {
    double x = 0.0;
    double y = 0.0;
};

double turn(const Point& a, const Point& b, const Point& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Andrew's monotone chain; the interior lies to the left of every edge.
std::vector<Point> convexHull(std::vector<Point> points) {
    std::ranges::sort(
        points, [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<Point> hull;
    const auto walk = [&hull](auto begin, auto end) {
        const std::size_t fixed = hull.size();
        for (auto point = begin; point != end; ++point) {
            while (hull.size() >= fixed + 2 &&
                   turn(hull[hull.size() - 2], hull.back(), *point) <= 0.0) {
                hull.pop_back();
            }
            hull.push_back(*point);
        }
        hull.pop_back();
    };
    walk(points.begin(), points.end());
    walk(points.rbegin(), points.rend());
    return hull;
}

/// How far a point lies outside of the hull's edges; negative inside.
double outside(const std::vector<Point>& hull, const Point& point) {
    double most = -1e9;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point& a = hull[i];
        const Point& b = hull[(i + 1) % hull.size()];
        const double length = std::max(1e-9, std::hypot(b.x - a.x, b.y - a.y));
        most = std::max(most, -turn(a, b, point) / length);
    }
    return most;
}

}  // namespace

std::vector<float> faceHullMask(std::span<const float> landmarks, int size, double margin) {
    std::vector<Point> points = {{landmarks[2 * kNoseTip], landmarks[2 * kNoseTip + 1]}};
    for (std::size_t i = kFirstChin; i < kEndChin; ++i) {
        points.push_back({landmarks[2 * i], landmarks[2 * i + 1]});
    }
    const std::vector<Point> hull = convexHull(std::move(points));
    std::vector<float> mask;
    mask.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) / 2);
    for (int y = size / 2; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const Point pixel{static_cast<double>(x), static_cast<double>(y)};
            mask.push_back(outside(hull, pixel) <= margin ? 1.0F : 0.0F);
        }
    }
    return mask;
}

}  // namespace lipwright::training
