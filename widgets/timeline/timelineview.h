// The timeline with the lanes below it that share its axis: mouth shape, mask, sync. Keeps axis,
// playhead and selection the same in all of them; each lane's height is the user's, and each can be
// folded away.
#pragma once

#include "widgets/timeline/confidencelane.h"
#include "widgets/timeline/masklane.h"
#include "widgets/timeline/shapelane.h"
#include "widgets/timeline/timelinewidget.h"

#include <QByteArray>
#include <map>

class QSplitter;

namespace lipwright::widgets {

class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    [[nodiscard]] TimelineWidget& timeline() { return *m_timeline; }
    [[nodiscard]] ShapeLane& shape() { return *m_shape; }
    [[nodiscard]] MaskLane& mask() { return *m_mask; }
    [[nodiscard]] ConfidenceLane& confidence() { return *m_confidence; }

    void setFilm(const TimelineFilm& film);
    void setSelection(const std::vector<project::Id>& segments);

    /// Heights and which lanes are folded; restoring refuses what it does not know.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] std::vector<AxisLane*> lanes() const { return {m_shape, m_mask, m_confidence}; }
    void connectLane(AxisLane& lane);
    void giveRoom(AxisLane& lane, bool folded);

    QSplitter* m_splitter;
    TimelineWidget* m_timeline;
    ShapeLane* m_shape;
    MaskLane* m_mask;
    ConfidenceLane* m_confidence;
    std::map<const AxisLane*, int> m_unfolded;  ///< heights before folding
};

}  // namespace lipwright::widgets
