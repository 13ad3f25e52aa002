// What lies over each segment's take: keyframes of the mask, opacity with keyframes, stretches
// where the film's own picture is forced. Dragging moves keyframes and ends, a double click adds an
// opacity keyframe, dragging along the bottom (or with Ctrl anywhere) draws a forced stretch,
// Delete removes what is selected, Escape takes a drag back. Asks for edits by signals.
#pragma once

#include "widgets/timeline/paintedlane.h"

#include <memory>

namespace lipwright::widgets {

class MaskLane : public PaintedLane {
    Q_OBJECT
public:
    explicit MaskLane(QWidget* parent = nullptr);
    ~MaskLane() override;

    void setRetouches(std::vector<TimelineRetouch> retouches);

    /// Where things lie, widget coordinates; null when they are not there.
    [[nodiscard]] QPoint maskKeyframePoint(project::Id segment, std::size_t index) const;
    [[nodiscard]] QPoint opacityPoint(project::Id segment, std::size_t index) const;
    [[nodiscard]] QRect originalBar(project::Id segment, std::size_t index) const;
    [[nodiscard]] int rowOfOpacity(double opacity) const;

    [[nodiscard]] QSize sizeHint() const override { return {1200, 60}; }

Q_SIGNALS:
    void opacityRequested(lipwright::project::Id segment,
                          const std::vector<lipwright::project::OpacityKeyframe>& keyframes);
    void originalRequested(lipwright::project::Id segment,
                           const std::vector<lipwright::core::FrameRange>& ranges);
    void maskKeyframeMoved(lipwright::project::Id segment, qint64 from, qint64 to);
    void maskKeyframeRemoved(lipwright::project::Id segment, qint64 frame);
    void contextMenuRequested(QPoint globalPosition, lipwright::project::Id segment, qint64 frame);

protected:
    void paintContent(QPainter& painter) override;
    void paintOverlay(QPainter& painter) override;
    void axisMoved() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    void finish();
    void ask(const TimelineRetouch& before, const TimelineRetouch& after);
    void removeSelected();
    void goTo(int column);
    void showCursor(QPoint at);
    [[nodiscard]] QString label() const;

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
