// Where the lanes lie: heights, tops and names. Widget coordinates; the ruler does not scroll.
#pragma once

#include "widgets/timeline/timelinemodel_p.h"

#include <QRect>
#include <QString>
#include <vector>

namespace lipwright::widgets {

struct Lane {
    enum class Kind { ruler, thumbnails, sound, segments };
    Kind kind = Kind::ruler;
    std::size_t number = 0;  ///< of the sound or the row of segments
    int top = 0;
    int height = 0;
    QString name;
};

class LaneLayout {
public:
    static constexpr int kHeaderWidth = 116;
    static constexpr int kRulerHeight = 26;

    /// `size`: of the widget without its scroll bars.
    void arrange(const TimelineModel& model, QSize size, int scrolled);

    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }
    [[nodiscard]] const Lane* laneAt(int y) const;
    [[nodiscard]] const Lane* segmentLane(int row) const;
    [[nodiscard]] QRect rectOf(const Lane& lane) const;  ///< right of the header
    [[nodiscard]] int wholeHeight() const { return m_wholeHeight; }

private:
    std::vector<Lane> m_lanes;
    QSize m_size;
    int m_wholeHeight = 0;
};

}  // namespace lipwright::widgets
