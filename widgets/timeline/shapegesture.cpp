#include "widgets/timeline/shapegesture_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kStartsDrag = 3;         ///< pixels
constexpr double kGrabRows = 9.0;      ///< rows about the curve
constexpr double kRowsPerFactor = 60;  ///< of the handle for one time more
constexpr double kMostFactor = 3.0;

}  // namespace

const TimelineShape* shapeAt(const ShapeView& view, const TimeAxis& axis,
                             const std::vector<project::Id>& selected, int column) {
    const std::int64_t frame = axis.frameAtColumn(column - view.body.left());
    const TimelineShape* found = nullptr;
    for (const TimelineShape& shape : view.shapes) {
        if (shape.frames.contains(frame)) {
            found = &shape;
            if (std::ranges::find(selected, shape.segment) != selected.end()) {
                break;
            }
        }
    }
    return found;
}

std::int64_t grabbedFrame(const ShapeView& view, const TimeAxis& axis, const TimelineShape& shape,
                          QPoint at) {
    // Points lie where frames begin: the nearer of the two about the mouse.
    const std::int64_t frame = std::clamp(axis.boundaryAtColumn(at.x() - view.body.left()),
                                          shape.frames.first, shape.frames.end - 1);
    const float value = wantedAt(shape, frame, view.channel);
    const bool near = !std::isnan(value) && std::abs(view.rowOf(value) - at.y()) <= kGrabRows;
    return near ? frame : -1;
}

void ShapeDrag::press(const ShapeView& view, const TimeAxis& axis,
                      const std::vector<project::Id>& selected, QPoint at) {
    *this = ShapeDrag();
    m_start = m_now = at;
    if (view.scaleHandle(axis).contains(at)) {
        m_kind = Kind::pressed;
        m_becomes = Kind::scale;
        m_stretch = *view.stretch;
        m_segment = m_stretch.segment;
        return;
    }
    const TimelineShape* shape = shapeAt(view, axis, selected, at.x());
    if (shape == nullptr) {
        return;
    }
    m_kind = Kind::pressed;
    m_segment = shape->segment;
    m_bounds = shape->frames;
    m_frame = grabbedFrame(view, axis, *shape, at);
    m_becomes = m_frame >= 0 ? Kind::point : Kind::stretch;
    if (m_frame >= 0) {
        m_from = m_value = wantedAt(*shape, m_frame, view.channel);
    }
}

bool ShapeDrag::drag(const TimeAxis& axis, const ShapeView& view, QPoint to) {
    m_now = to;
    if (m_kind == Kind::pressed && (to - m_start).manhattanLength() >= kStartsDrag) {
        m_kind = m_becomes;
    }
    const int up = m_start.y() - to.y();
    if (m_kind == Kind::point) {
        m_value =
            std::clamp<double>(m_from + up * view.valuesPerRow(), kLowestShape, kHighestShape);
    } else if (m_kind == Kind::scale) {
        m_factor = std::clamp(1.0 + up / kRowsPerFactor, 0.0, kMostFactor);
    } else if (m_kind == Kind::stretch) {
        const auto [left, right] = std::minmax({m_start.x(), to.x()});
        core::FrameRange frames{axis.frameAtColumn(left - view.body.left()),
                                axis.frameAtColumn(right - view.body.left()) + 1};
        m_stretch = {m_segment, core::intersection(frames, m_bounds)};
    }
    return m_kind != Kind::none && m_kind != Kind::pressed;
}

ShapeGesture ShapeDrag::gesture(ShapeChannel channel, int radius) const {
    if (m_kind == Kind::scale) {
        return {ShapeGesture::Kind::scale, m_segment, m_stretch.frames, channel, m_factor, 0};
    }
    return {ShapeGesture::Kind::drag, m_segment, {m_frame, m_frame + 1}, channel, m_value, radius};
}

}  // namespace lipwright::widgets
