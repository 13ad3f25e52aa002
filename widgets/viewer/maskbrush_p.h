// The brush that paints on the mask and erases from it: while a tool is chosen it takes mouse, pen
// and its keys off the viewer, collects strokes and shows them until the next picture has them.
#pragma once

#include "widgets/viewer/brushrecorder_p.h"
#include "widgets/viewer/viewerwidget.h"
#include "widgets/viewer/viewgeometry_p.h"

#include <QTimer>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QTabletEvent;
class QWheelEvent;

namespace lipwright::widgets {

class MaskBrush : public QObject {
    Q_OBJECT
public:
    using Tool = ViewerWidget::Tool;

    /// Both must outlive the brush.
    MaskBrush(ViewerWidget& viewer, const ViewGeometry& geometry);

    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }
    [[nodiscard]] bool isActive() const { return m_tool != Tool::look; }

    void setRadius(double filmPixels);
    [[nodiscard]] double radius() const { return m_radius; }
    [[nodiscard]] double largestRadius() const;
    void setSoftness(double softness);
    [[nodiscard]] double softness() const { return m_softness; }

    /// Another picture is shown: it has the strokes painted before.
    void setPicture(QSize film);
    void paint(QPainter& painter, int pane) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

    static constexpr double kLeastRadius = 1.0;

Q_SIGNALS:
    void toolChanged(lipwright::widgets::ViewerWidget::Tool tool);
    void brushChanged();
    void strokeBegun();
    void strokePainted(const QList<lipwright::widgets::BrushMark>& marks);

private:
    bool mouse(const QMouseEvent& event);
    bool tablet(QTabletEvent& event);
    bool wheel(const QWheelEvent& event);
    bool key(const QKeyEvent& event);
    [[nodiscard]] bool knows(const QKeyEvent& event) const;
    void begin(QPointF position, bool erases, double pressure);
    void extend(QPointF position, double pressure);
    void finish(QPointF position);
    void cancel();
    void moveCursor(std::optional<QPointF> position);
    [[nodiscard]] bool erasesNow() const;
    [[nodiscard]] QTransform toWidget(int pane) const;
    [[nodiscard]] QPointF toFilm(QPointF position) const;

    ViewerWidget& m_viewer;
    const ViewGeometry& m_geometry;
    Tool m_tool = Tool::look;
    QSize m_film;
    double m_radius = 0.0;  ///< 0: not yet chosen, no film was shown
    double m_softness = 0.5;
    BrushRecorder m_recorder;
    int m_pane = 0;              ///< the stroke is painted in
    QList<BrushMark> m_waiting;  ///< painted, not yet in the picture
    QTimer m_patience;           ///< that long they are shown
    std::optional<QPointF> m_cursor;
    bool m_alt = false;
    bool m_penErases = false;
};

}  // namespace lipwright::widgets
