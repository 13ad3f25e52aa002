// What the mouse does on the timeline: which drag has begun, where it stands, and what it asks for
// when it ends. Holds no widget.
#pragma once

#include "widgets/timeline/lanelayout_p.h"
#include "widgets/timeline/snapping_p.h"

#include <QPoint>
#include <QRect>

namespace lipwright::widgets {

/// What lies under a point.
struct Hit {
    enum class Part { nothing, ruler, playhead, inHandle, outHandle, marker, segment, start, end };
    Part part = Part::nothing;
    project::Id id = 0;  ///< of the segment or marker
};

struct Scene {
    const TimelineModel& model;
    const TimeAxis& axis;
    const LaneLayout& layout;
    std::int64_t playhead = 0;
};

[[nodiscard]] Hit hitAt(const Scene& scene, QPoint point);
/// Widget coordinates; empty when it is not drawn.
[[nodiscard]] QRect boxOf(const Scene& scene, project::Id segment);
/// Segments whose boxes touch the rectangle.
[[nodiscard]] std::vector<project::Id> segmentsIn(const Scene& scene, const QRect& area);

class Gesture {
public:
    enum class Kind { none, pressed, scrub, rubber, move, trimStart, trimEnd, inPoint, outPoint };

    void press(const Scene& scene, Hit hit, QPoint point);
    /// True when something is being dragged now.
    bool drag(const Scene& scene, QPoint point, bool snap);
    void end() { *this = Gesture(); }
    /// The view moved under the drag: what was pressed lies further left now.
    void scrolled(int columns) { m_start.rx() -= columns; }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] Hit hit() const { return m_hit; }
    [[nodiscard]] QRect rubberBand() const { return QRect(m_start, m_now).normalized(); }
    /// Of a move: frames by which the selection goes.
    [[nodiscard]] std::int64_t frames() const { return m_frames; }
    /// Of a trim: the segment's new ends. Of an in or out point: the new range.
    [[nodiscard]] core::FrameRange range() const { return m_range; }
    /// Where the drag snapped to; nothing when it did not.
    [[nodiscard]] std::optional<std::int64_t> snapped() const { return m_snapped; }

private:
    void begin(const Scene& scene);
    void dragMove(const Scene& scene, const Snapping* snapping);
    void dragEdge(const Scene& scene, const Snapping* snapping);

    Kind m_kind = Kind::none;
    Hit m_hit;
    QPoint m_start;
    QPoint m_now;
    core::FrameRange m_original;
    core::FrameRange m_span;  ///< of the whole selection
    core::FrameRange m_range;
    std::int64_t m_frames = 0;
    std::optional<std::int64_t> m_snapped;
    std::optional<Snapping> m_snapping;
};

}  // namespace lipwright::widgets
