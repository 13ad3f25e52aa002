#include "engine/dubbing/brushcanvas.h"

#include "engine/synthesis/smoothstep.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::dubbing {
namespace {

using project::BrushStroke;
using synthesis::BrushField;
using synthesis::kBrushCell;

constexpr double kSimplification = 0.2;  // cells a stroke's line may be off

/// The stroke's points as cells of the field (0.0: the middle of the first).
std::vector<cv::Point2f> lineOf(const BrushStroke& stroke) {
    std::vector<cv::Point2f> points;
    for (const auto& point : stroke.points) {
        points.emplace_back((point[0] - synthesis::kBrushLeft) / kBrushCell - 0.5F,
                            (point[1] - synthesis::kBrushTop) / kBrushCell - 0.5F);
    }
    if (points.size() < 3) {
        return points;
    }
    std::vector<cv::Point2f> simple;
    cv::approxPolyDP(points, simple, kSimplification, false);
    return simple;
}

float distanceTo(cv::Point2f from, cv::Point2f to, cv::Point2f p) {
    const cv::Point2f along = to - from;
    const float length = along.dot(along);
    const float share = length > 0.0F ? std::clamp((p - from).dot(along) / length, 0.0F, 1.0F) : 0;
    const cv::Point2f off = p - (from + along * share);
    return std::hypot(off.x, off.y);
}

/// A round brush in cells: 1 in its middle, 0 from its radius on.
class Brush {
public:
    explicit Brush(const BrushStroke& stroke)
        : m_radius(std::max(stroke.radius / kBrushCell, 1.0F)),
          m_edge(std::max(m_radius * std::clamp(stroke.softness, 0.0F, 1.0F), 1.0F)) {}

    [[nodiscard]] float at(float distance) const {
        return synthesis::smoothStep((m_radius - distance) / m_edge);
    }

    /// The cells it reaches between two points.
    [[nodiscard]] cv::Rect reach(cv::Point2f from, cv::Point2f to) const {
        const cv::Point first(cvFloor(std::min(from.x, to.x) - m_radius),
                              cvFloor(std::min(from.y, to.y) - m_radius));
        const cv::Point end(cvCeil(std::max(from.x, to.x) + m_radius) + 1,
                            cvCeil(std::max(from.y, to.y) + m_radius) + 1);
        return cv::Rect(first, end) &
               cv::Rect(0, 0, synthesis::kBrushColumns, synthesis::kBrushRows);
    }

private:
    float m_radius;
    float m_edge;
};

/// How strongly each cell is under the stroke; where it crosses itself no more than once.
cv::Mat1f coverOf(const BrushStroke& stroke) {
    const std::vector<cv::Point2f> line = lineOf(stroke);
    const Brush brush(stroke);
    cv::Mat1f cover(synthesis::kBrushRows, synthesis::kBrushColumns, 0.0F);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const cv::Point2f from = line[i == 0 ? 0 : i - 1];
        const cv::Rect reach = brush.reach(from, line[i]);
        for (int y = reach.y; y < reach.br().y; ++y) {
            for (int x = reach.x; x < reach.br().x; ++x) {
                const cv::Point2f cell(static_cast<float>(x), static_cast<float>(y));
                cover(y, x) = std::max(cover(y, x), brush.at(distanceTo(from, line[i], cell)));
            }
        }
    }
    return cover;
}

void lay(const BrushStroke& stroke, BrushField& field) {
    const cv::Mat1f cover = coverOf(stroke);
    const float towards = stroke.erases ? -1.0F : 1.0F;
    for (int y = 0; y < field.rows; ++y) {
        for (int x = 0; x < field.cols; ++x) {
            field(y, x) += cover(y, x) * (towards - field(y, x));
        }
    }
}

}  // namespace

void BrushCanvas::reset() {
    m_strokes.clear();
    m_ground = BrushField(synthesis::kBrushRows, synthesis::kBrushColumns, 0.0F);
    m_field = BrushField();
}

const BrushField& BrushCanvas::drawn(const std::vector<BrushStroke>& strokes) {
    if (strokes == m_strokes) {
        return m_field;
    }
    // m_ground holds all strokes but the last: whatever follows them can be laid on it.
    const std::size_t ground = m_strokes.empty() ? 0 : m_strokes.size() - 1;
    const bool goesOn =
        !m_strokes.empty() && strokes.size() > ground &&
        std::equal(m_strokes.begin(), m_strokes.begin() + static_cast<std::ptrdiff_t>(ground),
                   strokes.begin());
    if (!goesOn) {
        reset();
    }
    if (strokes.empty()) {
        return m_field;
    }
    for (std::size_t i = goesOn ? ground : 0; i + 1 < strokes.size(); ++i) {
        lay(strokes[i], m_ground);
    }
    m_field = m_ground.clone();
    lay(strokes.back(), m_field);
    m_strokes = strokes;
    return m_field;
}

}  // namespace lipwright::dubbing
