// What the mouse does on the shape lane: drags a point of the curve, chooses a stretch, scales it
// by its handle. Holds no widget.
#pragma once

#include "widgets/timeline/shapeview_p.h"

namespace lipwright::widgets {

class ShapeDrag {
public:
    enum class Kind { none, pressed, point, stretch, scale };

    /// Kind none afterwards: nothing of the lane's is there.
    void press(const ShapeView& view, const TimeAxis& axis,
               const std::vector<project::Id>& selected, QPoint at);
    /// True when something is being dragged now.
    bool drag(const TimeAxis& axis, const ShapeView& view, QPoint to);
    void end() { *this = ShapeDrag(); }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool edits() const { return m_kind == Kind::point || m_kind == Kind::scale; }
    [[nodiscard]] project::Id segment() const { return m_segment; }
    [[nodiscard]] std::int64_t frame() const { return m_frame; }
    [[nodiscard]] QPoint now() const { return m_now; }
    [[nodiscard]] ShapeStretch stretch() const { return m_stretch; }
    [[nodiscard]] double factor() const { return m_factor; }
    /// What a drag of a point or of the handle asks for.
    [[nodiscard]] ShapeGesture gesture(ShapeChannel channel, int radius) const;

private:
    Kind m_kind = Kind::none;
    Kind m_becomes = Kind::none;  ///< once the mouse moves
    project::Id m_segment = 0;
    core::FrameRange m_bounds;  ///< of the segment
    std::int64_t m_frame = 0;
    QPoint m_start;
    QPoint m_now;
    double m_from = 0.0;
    double m_value = 0.0;
    double m_factor = 1.0;
    ShapeStretch m_stretch;
};

/// The segment under a column: a selected one first, else the one drawn last; null: none.
[[nodiscard]] const TimelineShape* shapeAt(const ShapeView& view, const TimeAxis& axis,
                                           const std::vector<project::Id>& selected, int column);
/// The frame of the segment whose point is grabbed there; -1: none.
[[nodiscard]] std::int64_t grabbedFrame(const ShapeView& view, const TimeAxis& axis,
                                        const TimelineShape& shape, QPoint at);

}  // namespace lipwright::widgets
