// The timeline with its lanes on the (unseen) screen, a film of two minutes, and a hand on the
// mouse of any of them.
#pragma once

#include "tests/timeline/showntimeline.h"
#include "widgets/timeline/timelineview.h"

namespace lipwright::testsupport {

class ShownLanes {
public:
    ShownLanes() {
        view.resize(1200, 760);
        view.setFilm(filmOf(kFilmFrames));
        view.timeline().setSegments(ShownTimeline::segments());
        for (widgets::AxisLane* lane : lanes()) {
            lane->setFolded(false);
        }
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }

    [[nodiscard]] std::vector<widgets::AxisLane*> lanes() {
        return {&view.shape(), &view.mask(), &view.confidence()};
    }
    void zoomTo(project::Id segment) {
        view.timeline().setSelection({segment});
        view.timeline().zoomToSelection();
    }

    static void move(QWidget& lane, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, to, lane.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QCoreApplication::sendEvent(&lane, &event);
    }
    /// Presses and goes there in steps, as a hand does; does not let go.
    static void pull(QWidget& lane, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&lane, Qt::LeftButton, modifiers, from);
        constexpr int kSteps = 8;
        for (int step = 1; step <= kSteps; ++step) {
            move(lane, from + (to - from) * step / kSteps, modifiers);
        }
    }
    static void drag(QWidget& lane, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        pull(lane, from, to, modifiers);
        QTest::mouseRelease(&lane, Qt::LeftButton, modifiers, to);
    }
    /// As the window system does: to the lane first, to its parents while it is not taken.
    static void wheel(QWidget& lane, QPoint at, int delta, Qt::KeyboardModifiers modifiers = {}) {
        for (QWidget* to = &lane; to != nullptr; to = to->parentWidget()) {
            const QPoint there = lane.mapTo(to, at);
            QWheelEvent event(there, lane.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            event.ignore();
            QCoreApplication::sendEvent(to, &event);
            if (event.isAccepted()) {
                return;
            }
        }
    }

    widgets::TimelineView view;
};

/// Pixels of about this colour in a column of a picture.
inline int pixelsNear(const QImage& picture, int column, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const QColor pixel = picture.pixelColor(column, y);
        const int far = std::abs(pixel.red() - colour.red()) +
                        std::abs(pixel.green() - colour.green()) +
                        std::abs(pixel.blue() - colour.blue());
        count += far < 24 ? 1 : 0;
    }
    return count;
}

}  // namespace lipwright::testsupport
