// What the viewer remembers between paints, and the painting itself; events are ViewerWidget's.
#pragma once

#include "widgets/viewer/comparedsides_p.h"
#include "widgets/viewer/faceoverlay_p.h"
#include "widgets/viewer/maskbrush_p.h"
#include "widgets/viewer/mouthinset_p.h"
#include "widgets/viewer/scaledpicture_p.h"
#include "widgets/viewer/viewerwidget.h"
#include "widgets/viewer/viewgeometry_p.h"

#include <QPainterPath>
#include <array>

namespace lipwright::widgets {

class BrushStrip;

struct ViewerWidget::State {
    enum class Drag { none, press, pan, wipe };

    explicit State(ViewerWidget& viewer);

    ViewerPicture picture;
    std::vector<FaceOverlay> faces;
    ViewMode mode = ViewMode::dubbed;
    Overlays overlays = faceBoxes;
    double wipe = 0.5;
    QString placeholder;
    QString banner;
    ViewGeometry geometry;
    MouthInset inset;
    FaceMarks marks;
    ComparedSides sides;
    MaskBrush brush;
    BrushStrip* strip;       ///< the viewer's child
    double zoomTold = -1.0;  ///< what zoomChanged said last

    Drag drag = Drag::none;
    QPointF pressed;
    QPointF last;

    void paint(QPainter& painter, const QRectF& area);
    [[nodiscard]] double wipeX() const;
    [[nodiscard]] bool onWipe(QPointF position) const;
    /// The pane `position` lies in shows the film there, not the black around it.
    [[nodiscard]] bool onPicture(QPointF position) const;

private:
    void paintPictures(QPainter& painter);
    void paintPicture(QPainter& painter, ScaledPicture& scaled, const QImage& image, int pane,
                      const QRectF& visible);
    void paintOverlays(QPainter& painter, int pane);
    void paintMask(QPainter& painter, int pane);
    void paintContour(QPainter& painter, const QRectF& target);
    void paintWipe(QPainter& painter);
    void paintInset(QPainter& painter, const QRectF& area);
    void paintCaptions(QPainter& painter, const QRectF& area);
    [[nodiscard]] QString differenceText() const;
    const QImage& difference();
    void takeMask();

    std::array<ScaledPicture, 2> m_scaled;  ///< original or left, dubbed or right
    std::array<ScaledPicture, 2> m_scaledMask;
    QImage m_difference;
    std::array<qint64, 2> m_differenceOf{};
    QImage m_tint;
    QPainterPath m_contour;  ///< mask pixels
    qint64 m_maskTaken = 0;  ///< the mask that both are made of
};

}  // namespace lipwright::widgets
