// Where the mask lane shows what of a segment's retouch: keyframes of the mask on top, opacity in
// the middle, forced original at the bottom. Shared by its painter and its gestures.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinecontent.h"

#include <QPoint>
#include <QRect>

namespace lipwright::widgets {

/// Something of a segment's retouch that can be grabbed.
struct MaskItem {
    enum class Kind { none, maskKey, opacityKey, originalStart, originalEnd, original };
    Kind kind = Kind::none;
    project::Id segment = 0;
    std::size_t index = 0;
    friend bool operator==(const MaskItem&, const MaskItem&) = default;
};

struct MaskView {
    std::vector<TimelineRetouch> retouches;  ///< by first frame
    MaskItem selected;
    QRect body;  ///< widget coordinates

    static constexpr int kKeyRows = 14;
    static constexpr int kBarRows = 11;

    [[nodiscard]] const TimelineRetouch* retouch(project::Id segment) const;
    [[nodiscard]] TimelineRetouch* retouch(project::Id segment);
    [[nodiscard]] double columnOf(const TimeAxis& axis, std::int64_t frame) const {
        return body.left() + axis.columnOf(frame);
    }
    [[nodiscard]] double rowOfOpacity(double opacity) const;
    [[nodiscard]] double opacityOfRow(double row) const;
    [[nodiscard]] QRect barRows() const;
    /// The segment under a column: a selected one first, else the last; null: none.
    [[nodiscard]] const TimelineRetouch* at(const TimeAxis& axis,
                                            const std::vector<project::Id>& selection,
                                            int column) const;
    [[nodiscard]] MaskItem itemAt(const TimeAxis& axis, const TimelineRetouch& retouch,
                                  QPoint point) const;
    /// Where an item is grabbed; null when it is not there.
    [[nodiscard]] QPoint pointOf(const TimeAxis& axis, const MaskItem& item) const;
    /// The film frame of an item, of a range its first.
    [[nodiscard]] std::int64_t frameOf(const MaskItem& item) const;
};

}  // namespace lipwright::widgets
