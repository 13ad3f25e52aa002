#include "widgets/timeline/maskview_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kReach = 6.0;  ///< pixels about what is grabbed
constexpr int kMargin = 4;      ///< rows above full and below no opacity

}  // namespace

const TimelineRetouch* MaskView::retouch(project::Id segment) const {
    const auto found = std::ranges::find(retouches, segment, &TimelineRetouch::segment);
    return found == retouches.end() ? nullptr : &*found;
}

TimelineRetouch* MaskView::retouch(project::Id segment) {
    return const_cast<TimelineRetouch*>(std::as_const(*this).retouch(segment));
}

double MaskView::rowOfOpacity(double opacity) const {
    const double height = body.height() - kKeyRows - kBarRows - 2 * kMargin;
    return body.top() + kKeyRows + kMargin + (1.0 - opacity) * height;
}

double MaskView::opacityOfRow(double row) const {
    const double height = std::max(1, body.height() - kKeyRows - kBarRows - 2 * kMargin);
    return std::clamp(1.0 - (row - body.top() - kKeyRows - kMargin) / height, 0.0, 1.0);
}

QRect MaskView::barRows() const {
    return {body.left(), body.bottom() + 1 - kBarRows, body.width(), kBarRows};
}

const TimelineRetouch* MaskView::at(const TimeAxis& axis, const std::vector<project::Id>& selection,
                                    int column) const {
    const std::int64_t frame = axis.frameAtColumn(column - body.left());
    const TimelineRetouch* found = nullptr;
    for (const TimelineRetouch& retouch : retouches) {
        if (retouch.frames.contains(frame)) {
            found = &retouch;
            if (std::ranges::find(selection, retouch.segment) != selection.end()) {
                break;
            }
        }
    }
    return found;
}

MaskItem MaskView::itemAt(const TimeAxis& axis, const TimelineRetouch& retouch,
                          QPoint point) const {
    using Kind = MaskItem::Kind;
    MaskItem best;
    double distance = kReach;
    const auto consider = [&](Kind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const MaskItem item{kind, retouch.segment, i};
            const QPoint there = pointOf(axis, item);
            const double far = std::hypot(there.x() - point.x(), there.y() - point.y());
            if (far <= distance) {
                distance = far;
                best = item;
            }
        }
    };
    consider(Kind::maskKey, retouch.values.mask.size());
    consider(Kind::opacityKey, retouch.values.opacity.size());
    consider(Kind::originalStart, retouch.values.original.size());
    consider(Kind::originalEnd, retouch.values.original.size());
    const std::int64_t frame = axis.frameAtColumn(point.x() - body.left());
    for (std::size_t i = 0; i < retouch.values.original.size() && best.kind == Kind::none; ++i) {
        if (barRows().contains(point) && retouch.values.original[i].contains(frame)) {
            best = {Kind::original, retouch.segment, i};
        }
    }
    return best;
}

QPoint MaskView::pointOf(const TimeAxis& axis, const MaskItem& item) const {
    const TimelineRetouch* owner = retouch(item.segment);
    if (owner == nullptr || item.kind == MaskItem::Kind::none) {
        return {};
    }
    const auto place = [&](std::int64_t frame, double row) {
        return QPoint(static_cast<int>(std::lround(columnOf(axis, frame))),
                      static_cast<int>(std::lround(row)));
    };
    const double bar = barRows().center().y();
    switch (item.kind) {
        case MaskItem::Kind::maskKey:
            return place(owner->values.mask[item.index].frame, body.top() + kKeyRows / 2.0);
        case MaskItem::Kind::opacityKey: {
            const project::OpacityKeyframe& key = owner->values.opacity[item.index];
            return place(key.frame, rowOfOpacity(key.opacity));
        }
        case MaskItem::Kind::originalEnd:
            return place(owner->values.original[item.index].end, bar);
        default:
            return place(owner->values.original[item.index].first, bar);
    }
}

std::int64_t MaskView::frameOf(const MaskItem& item) const {
    const TimelineRetouch* owner = retouch(item.segment);
    if (owner == nullptr || item.kind == MaskItem::Kind::none) {
        return -1;
    }
    switch (item.kind) {
        case MaskItem::Kind::maskKey:
            return owner->values.mask[item.index].frame;
        case MaskItem::Kind::opacityKey:
            return owner->values.opacity[item.index].frame;
        default:
            return owner->values.original[item.index].first;
    }
}

}  // namespace lipwright::widgets
