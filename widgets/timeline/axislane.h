// A lane below the timeline that shares its axis: a header with the name and a button to fold the
// lane away on the left, the lane itself from the same column on as the timeline's. Knows axis and
// playhead; what is drawn is the derived lane's. Wheel events are left to the parent.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinecontent.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace lipwright::widgets {

class AxisLane : public QWidget {
    Q_OBJECT
public:
    AxisLane(const QString& name, QWidget* parent);

    void setAxis(const TimeAxis& axis);
    void setTimecode(const core::TimecodeFormat& timecode) { m_timecode = timecode; }
    void setPlayhead(qint64 frame);
    void setSelection(const std::vector<project::Id>& segments);
    void setFolded(bool folded);
    [[nodiscard]] bool folded() const { return m_folded; }

    /// Pixel column of a frame's start in the widget, and the frame under a column: the timeline's.
    [[nodiscard]] int columnOf(qint64 frame) const;
    [[nodiscard]] qint64 frameAt(int column) const;

Q_SIGNALS:
    void foldedChanged(bool folded);
    /// The user drags where nothing else is: the playhead follows.
    void scrubbed(lipwright::widgets::ScrubStep step, int column);

protected:
    [[nodiscard]] const TimeAxis& axis() const { return m_axis; }
    [[nodiscard]] qint64 playhead() const { return m_playhead; }
    [[nodiscard]] const std::vector<project::Id>& selection() const { return m_selection; }
    [[nodiscard]] bool isSelected(project::Id segment) const;
    [[nodiscard]] QString timecodeOf(qint64 frame) const;
    [[nodiscard]] QRect body() const;  ///< right of the header, as wide as the axis
    /// Below the name; hidden while the lane is folded.
    void addToHeader(QWidget* widget);

    virtual void axisMoved() = 0;
    virtual void playheadMoved(qint64 before) = 0;
    virtual void selectionChanged() = 0;

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    TimeAxis m_axis;
    core::TimecodeFormat m_timecode;
    qint64 m_playhead = 0;
    std::vector<project::Id> m_selection;
    bool m_folded = false;
    QWidget* m_header;
    QWidget* m_more;  ///< of the header, what is hidden while folded
    QToolButton* m_fold;
};

}  // namespace lipwright::widgets
