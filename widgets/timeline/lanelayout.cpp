#include "widgets/timeline/lanelayout_p.h"
#include "widgets/timeline/timelinewidget.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr int kThumbnailHeight = 46;
constexpr int kSoundHeight = 34;
constexpr int kRowHeight = 40;
constexpr int kMostExtra = 26;  ///< a lane grows by at most this where there is room

}  // namespace

void LaneLayout::arrange(const TimelineModel& model, QSize size, int scrolled) {
    m_size = size;
    m_lanes.clear();
    m_lanes.push_back({Lane::Kind::ruler, 0, 0, kRulerHeight, {}});
    const auto add = [this](Lane::Kind kind, std::size_t number, int height, const QString& name) {
        m_lanes.push_back({kind, number, 0, height, name});
    };
    // What is worked on comes first: it stays in sight however low the timeline is.
    for (std::size_t row = 0; row < std::max<std::size_t>(1, model.rows.size()); ++row) {
        add(Lane::Kind::segments, row, kRowHeight,
            row == 0 ? TimelineWidget::tr("Segments") : QString());
    }
    add(Lane::Kind::thumbnails, 0, kThumbnailHeight, TimelineWidget::tr("Picture"));
    for (std::size_t i = 0; i < model.sounds.size(); ++i) {
        add(Lane::Kind::sound, i, kSoundHeight, model.sounds[i].name);
    }

    int least = 0;
    for (const Lane& lane : m_lanes) {
        least += lane.height;
    }
    const int spare = std::max(0, size.height() - least);
    const int extra = std::min(kMostExtra, spare / static_cast<int>(m_lanes.size()));
    int y = 0;
    for (Lane& lane : m_lanes) {
        if (lane.kind != Lane::Kind::ruler) {
            lane.height += extra;
        }
        lane.top = lane.kind == Lane::Kind::ruler ? 0 : y - scrolled;
        y += lane.height;
    }
    m_wholeHeight = y;
}

const Lane* LaneLayout::laneAt(int y) const {
    for (const Lane& lane : m_lanes) {  // the ruler is first and lies over the others
        if (y >= lane.top && y < lane.top + lane.height) {
            return &lane;
        }
    }
    return nullptr;
}

const Lane* LaneLayout::segmentLane(int row) const {
    for (const Lane& lane : m_lanes) {
        if (lane.kind == Lane::Kind::segments && static_cast<int>(lane.number) == row) {
            return &lane;
        }
    }
    return nullptr;
}

QRect LaneLayout::rectOf(const Lane& lane) const {
    return {kHeaderWidth, lane.top, std::max(0, m_size.width() - kHeaderWidth), lane.height};
}

}  // namespace lipwright::widgets
