// The wanted mouth shape over each segment's voice, rendered or not, and the gestures that change
// it: drag a point of the curve (Shift+wheel: how many frames follow), choose a stretch and pull
// its handle, double click to close the lips, Escape to take a drag back. Changes nothing itself:
// it says what was done, and shows the preview it is given meanwhile.
#pragma once

#include "widgets/timeline/paintedlane.h"

#include <memory>
#include <optional>

namespace lipwright::widgets {

class ShapeLane : public PaintedLane {
    Q_OBJECT
public:
    static constexpr int kMostRadius = 25;

    explicit ShapeLane(QWidget* parent = nullptr);
    ~ShapeLane() override;

    void setShapes(std::vector<TimelineShape> shapes);
    void setSounds(std::vector<TimelineSound> sounds);
    /// How the segment would be with the drag that goes on; dropped when it ends.
    void setPreview(project::Id segment, project::ShapeEdit edit, TimelineControls wanted);

    void setChannel(ShapeChannel channel);
    [[nodiscard]] ShapeChannel channel() const;
    void setRadius(int frames);
    [[nodiscard]] int radius() const;
    /// What was chosen by dragging over it; empty frames: nothing.
    [[nodiscard]] project::Id stretchSegment() const;
    [[nodiscard]] core::FrameRange stretch() const;
    /// The curve of the chosen channel; nothing: not known.
    [[nodiscard]] std::optional<double> wantedAt(project::Id segment, qint64 frame) const;
    /// Where the wanted curve begins a frame, widget coordinates; null when it is not known.
    [[nodiscard]] QPoint pointOf(project::Id segment, qint64 frame) const;
    /// The handle of the chosen stretch; empty without one.
    [[nodiscard]] QRect scaleHandle() const;

    [[nodiscard]] QSize sizeHint() const override { return {1200, 84}; }

Q_SIGNALS:
    void shaping(const lipwright::widgets::ShapeGesture& gesture);  ///< a drag goes on: see setPreview()
    void shaped(const lipwright::widgets::ShapeGesture& gesture);
    void channelChanged(lipwright::widgets::ShapeChannel channel);
    void contextMenuRequested(QPoint globalPosition, lipwright::project::Id segment, qint64 frame);

protected:
    void paintContent(QPainter& painter) override;
    void paintOverlay(QPainter& painter) override;
    void axisMoved() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void goOn();
    void finish();
    void dropPreview();
    void showCursor(QPoint at);
    [[nodiscard]] QString label() const;

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
