// A viewer with a small film, and events that Qt Test does not make.
#pragma once

#include "widgets/viewer/viewerwidget.h"

#include <QTest>
#include <QWheelEvent>

namespace lipwright::test {

inline constexpr QSize kFilm(320, 180);

inline QImage plain(const QColor& colour, QSize size = kFilm) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

inline widgets::ViewerPicture pictureOf(const QColor& original, const QColor& dubbed) {
    widgets::ViewerPicture picture;
    picture.frame = 7;
    picture.filmSize = kFilm;
    picture.original = plain(original);
    picture.dubbed = plain(dubbed);
    return picture;
}

/// QTest's mouseMove() moves the pointer of the screen, too; this one has buttons.
inline void move(QWidget& widget, QPoint to, Qt::MouseButtons buttons,
                 Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, buttons,
                      modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void wheel(QWidget& widget, QPoint at, int delta, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

inline bool near(QPointF a, QPointF b, double tolerance) {
    return std::abs(a.x() - b.x()) <= tolerance && std::abs(a.y() - b.y()) <= tolerance;
}

inline QColor at(widgets::ViewerWidget& viewer, QPointF film) {
    return viewer.grab().toImage().pixelColor(viewer.fromFilm(film).toPoint());
}

/// Original red, dubbed blue, without overlays; two device pixels per film pixel.
struct Shown {
    widgets::ViewerWidget viewer;
    explicit Shown(QSize size = {640, 480}) {
        viewer.resize(size);
        viewer.setOverlays({});
        viewer.setPicture(pictureOf(QColor(200, 40, 40), QColor(40, 40, 200)));
        viewer.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&viewer));
    }
};

}  // namespace lipwright::test
