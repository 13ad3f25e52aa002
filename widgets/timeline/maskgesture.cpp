#include "engine/project/retouchkeys.h"
#include "widgets/timeline/maskgesture_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr int kStartsDrag = 3;  ///< pixels

}  // namespace

void MaskDrag::grab(const TimelineRetouch& retouch, const MaskItem& item, QPoint at) {
    *this = MaskDrag();
    m_kind = Kind::pressed;
    m_becomes = Kind::item;
    m_item = item;
    m_start = m_now = at;
    m_before = m_after = retouch;
}

void MaskDrag::create(const TimelineRetouch& retouch, const TimeAxis& axis, const MaskView& view,
                      QPoint at) {
    grab(retouch, {MaskItem::Kind::none, retouch.segment, 0}, at);
    m_becomes = Kind::create;
    m_from = axis.boundaryAtColumn(at.x() - view.body.left());
}

bool MaskDrag::drag(const TimeAxis& axis, const MaskView& view, QPoint to) {
    m_now = to;
    if (m_kind == Kind::pressed && (to - m_start).manhattanLength() >= kStartsDrag) {
        m_kind = m_becomes;
    }
    if (m_kind == Kind::create) {
        const std::int64_t now = axis.boundaryAtColumn(to.x() - view.body.left());
        const auto [first, end] = std::minmax(m_from, now);
        m_after = m_before;
        project::forceOriginal(m_after.values, core::intersection({first, end}, m_before.frames));
    } else if (m_kind == Kind::item) {
        dragItem(axis, view);
    }
    return m_kind == Kind::item || m_kind == Kind::create;
}

void MaskDrag::dragItem(const TimeAxis& axis, const MaskView& view) {
    const std::int64_t boundary = axis.boundaryAtColumn(m_now.x() - view.body.left());
    switch (m_item.kind) {
        case MaskItem::Kind::maskKey:
            moveMaskKey(boundary);
            break;
        case MaskItem::Kind::opacityKey:
            moveOpacityKey(boundary, view.opacityOfRow(m_now.y()));
            break;
        case MaskItem::Kind::originalStart:
        case MaskItem::Kind::originalEnd:
            moveEnd(boundary, m_item.kind == MaskItem::Kind::originalStart);
            break;
        default:
            break;
    }
}

void MaskDrag::moveMaskKey(std::int64_t frame) {
    // Keyframes do not pass each other.
    const auto& keys = m_before.values.mask;
    const std::size_t i = m_item.index;
    const std::int64_t low = i > 0 ? keys[i - 1].frame + 1 : m_before.frames.first;
    const std::int64_t high = i + 1 < keys.size() ? keys[i + 1].frame - 1 : m_before.frames.end - 1;
    m_after.values.mask[i].frame = std::clamp(frame, low, std::max(low, high));
}

void MaskDrag::moveOpacityKey(std::int64_t frame, double opacity) {
    const auto& keys = m_before.values.opacity;
    const std::size_t i = m_item.index;
    const std::int64_t low = i > 0 ? keys[i - 1].frame + 1 : m_before.frames.first;
    const std::int64_t high = i + 1 < keys.size() ? keys[i + 1].frame - 1 : m_before.frames.end - 1;
    m_after.values.opacity[i] = {std::clamp(frame, low, std::max(low, high)), opacity};
}

void MaskDrag::moveEnd(std::int64_t boundary, bool start) {
    const auto& ranges = m_before.values.original;
    const std::size_t i = m_item.index;
    core::FrameRange range = ranges[i];
    if (start) {
        const std::int64_t low = i > 0 ? ranges[i - 1].end + 1 : m_before.frames.first;
        range.first = std::clamp(boundary, std::min(low, range.first), range.end - 1);
    } else {
        const std::int64_t high =
            i + 1 < ranges.size() ? ranges[i + 1].first - 1 : m_before.frames.end;
        range.end = std::clamp(boundary, range.first + 1, std::max(high, range.end));
    }
    m_after.values.original[i] = range;
}

}  // namespace lipwright::widgets
