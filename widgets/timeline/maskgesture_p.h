// What the mouse does on the mask lane: moves keyframes, pulls the ends of forced ranges and draws
// new ones. Works on a copy of the segment's retouch; holds no widget.
#pragma once

#include "widgets/timeline/maskview_p.h"

namespace lipwright::widgets {

class MaskDrag {
public:
    enum class Kind { none, pressed, item, create };

    /// Grabs `item`.
    void grab(const TimelineRetouch& retouch, const MaskItem& item, QPoint at);
    /// A new forced range will be drawn.
    void create(const TimelineRetouch& retouch, const TimeAxis& axis, const MaskView& view,
                QPoint at);
    /// True when something is being dragged now.
    bool drag(const TimeAxis& axis, const MaskView& view, QPoint to);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const MaskItem& item() const { return m_item; }
    [[nodiscard]] const TimelineRetouch& before() const { return m_before; }
    /// As it is with the drag.
    [[nodiscard]] const TimelineRetouch& after() const { return m_after; }
    [[nodiscard]] QPoint now() const { return m_now; }

private:
    void dragItem(const TimeAxis& axis, const MaskView& view);
    void moveMaskKey(std::int64_t frame);
    void moveOpacityKey(std::int64_t frame, double opacity);
    void moveEnd(std::int64_t boundary, bool start);

    Kind m_kind = Kind::none;
    Kind m_becomes = Kind::none;
    MaskItem m_item;
    QPoint m_start;
    QPoint m_now;
    std::int64_t m_from = 0;  ///< boundary where a new range begins
    TimelineRetouch m_before;
    TimelineRetouch m_after;
};

}  // namespace lipwright::widgets
