// What is seen of curves over film frames at the axis' zoom: a point per frame where frames are
// wide, the least and greatest value of each column where they are not. Gaps (NaN) part the lines.
#pragma once

#include "engine/core/framerange.h"
#include "widgets/timeline/timeaxis.h"

#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::widgets {

class VisibleCurve {
public:
    explicit VisibleCurve(const TimeAxis& axis);

    /// `valueAt`: float of a frame of `frames`; only those in sight are asked for.
    template <typename ValueAt>
    void add(core::FrameRange frames, ValueAt&& valueAt) {
        frames.first = std::max(frames.first, m_seen.first);
        frames.end = std::min(frames.end, m_seen.end);
        if (m_perFrame) {
            addFrames(frames, valueAt);
        } else {
            addColumns(frames, valueAt);
        }
    }

    /// x: column, y: value.
    [[nodiscard]] std::vector<QPolygonF> lines() const;

private:
    template <typename ValueAt>
    void addFrames(core::FrameRange frames, ValueAt& valueAt) {
        QPolygonF line;
        for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
            const float value = valueAt(frame);
            if (std::isnan(value)) {
                endLine(line, frame);
            } else {
                line << QPointF(m_axis.columnOf(frame), value);
            }
        }
        endLine(line, frames.end);
    }

    template <typename ValueAt>
    void addColumns(core::FrameRange frames, ValueAt& valueAt) {
        if (frames.empty()) {
            return;
        }
        auto column = static_cast<int>(std::max(0.0, m_axis.columnOf(frames.first)));
        std::int64_t frame = frames.first;
        for (; frame < frames.end && column < m_axis.width(); ++column) {
            const std::int64_t next = std::min(m_axis.frameAtColumn(column + 1), frames.end);
            for (; frame < next; ++frame) {
                addToColumn(static_cast<std::size_t>(column), valueAt(frame));
            }
        }
    }

    void addToColumn(std::size_t column, float value);
    /// A frame lasts until the next begins: lone ones show, too.
    void endLine(QPolygonF& line, std::int64_t frame);

    const TimeAxis& m_axis;
    core::FrameRange m_seen;
    bool m_perFrame;
    std::vector<QPolygonF> m_lines;
    std::vector<float> m_low;
    std::vector<float> m_high;
};

}  // namespace lipwright::widgets
