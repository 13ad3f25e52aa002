// The sync confidence of every frame below the timeline: the film's own sound, the voice before and
// after on one scale, gaps hatched with their reason, bands of what is good for this film, each
// segment's numbers. Shows values; the mouse reads them off and drags the playhead.
#pragma once

#include "widgets/style/syncrating.h"
#include "widgets/timeline/axislane.h"

#include <memory>

namespace lipwright::widgets {

class ConfidenceLane : public AxisLane {
    Q_OBJECT
public:
    explicit ConfidenceLane(QWidget* parent = nullptr);
    ~ConfidenceLane() override;

    /// The film's own sound on its own picture; null: not yet measured.
    void setBaseline(std::shared_ptr<const TimelineSyncCurve> curve, qint64 filmFrames);
    void setScale(const SyncScale& scale);
    /// All segments, measured or not.
    void setSegments(std::vector<TimelineSegmentSync> segments);
    /// One of them, measured anew.
    void setSegment(const TimelineSegmentSync& segment);

    /// What the tip says at a place of the widget; rich text.
    [[nodiscard]] QString tipAt(QPoint at) const;

    [[nodiscard]] QSize sizeHint() const override { return {1200, 96}; }

protected:
    void axisMoved() override;
    void playheadMoved(qint64 before) override;
    void selectionChanged() override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void hover(qint64 frame);

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
