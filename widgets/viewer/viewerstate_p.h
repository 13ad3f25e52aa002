// What the viewer remembers between paints, and the painting itself; events are ViewerWidget's.
#pragma once

#include "widgets/viewer/faceoverlay_p.h"
#include "widgets/viewer/mouthinset_p.h"
#include "widgets/viewer/scaledpicture_p.h"
#include "widgets/viewer/viewerwidget.h"
#include "widgets/viewer/viewgeometry_p.h"

#include <array>

namespace lipwright::widgets {

struct ViewerWidget::State {
    enum class Drag { none, press, pan, wipe };

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
    double zoomTold = -1.0;  ///< what zoomChanged said last

    Drag drag = Drag::none;
    QPointF pressed;
    QPointF last;

    void paint(QPainter& painter, const QRectF& area);
    [[nodiscard]] bool hasDubbed() const { return !picture.dubbed.isNull(); }
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
    void paintWipe(QPainter& painter);
    void paintCaptions(QPainter& painter, const QRectF& area);
    const QImage& shownDubbed() const;
    const QImage& difference();
    const QImage& maskTint();

    std::array<ScaledPicture, 2> m_scaled;  ///< original or left, dubbed or right
    std::array<ScaledPicture, 2> m_scaledMask;
    QImage m_difference;
    qint64 m_differenceOf[2] = {0, 0};
    QImage m_tint;
    qint64 m_tintOf = 0;
};

}  // namespace lipwright::widgets
