// A timeline on the (unseen) screen with a film of two minutes, and a hand on its mouse.
#pragma once

#include "tests/timeline/indices.h"
#include "widgets/timeline/timelinewidget.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace lipwright::testsupport {

using Ids = std::vector<project::Id>;

inline constexpr std::int64_t kFilmFrames = 3000;
inline constexpr std::int64_t kCut = 900;
inline constexpr project::Id kMarker = 70;
inline constexpr std::int64_t kMarkerFrame = 2000;

inline widgets::TimelineSegment segmentOf(project::Id id, core::FrameRange frames, int actor) {
    widgets::TimelineSegment segment;
    segment.id = id;
    segment.frames = frames;
    segment.actor = actor;
    segment.actorName = QStringLiteral("Oksana");
    return segment;
}

inline widgets::TimelineFilm filmOf(std::size_t frames) {
    constexpr core::TimeBase kFrame{1, 25};
    return {evenIndex(frames, kFrame), core::TimecodeFormat::of(kFrame, "01:00:00:00")};
}

class ShownTimeline {
public:
    ShownTimeline() {
        view.resize(1200, 420);
        view.setFilm(filmOf(kFilmFrames));
        view.setSegments(segments());
        view.setCuts({0, kCut, 1800});
        view.setMarkers({{kMarker, kMarkerFrame, "Door"}});
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }

    /// One to four lie in the first row; five overlaps two and has a row of its own.
    static std::vector<widgets::TimelineSegment> segments() {
        return {segmentOf(1, {200, 400}, 0), segmentOf(2, {600, 800}, 0),
                segmentOf(3, {1000, 1200}, 0), segmentOf(4, {1400, 1600}, 0),
                segmentOf(5, {650, 750}, 1)};
    }

    [[nodiscard]] QPoint middleOf(project::Id segment) const {
        return view.segmentRect(segment).center();
    }
    /// A point at a frame, as high as a segment.
    [[nodiscard]] QPoint beside(project::Id segment, std::int64_t frame) const {
        return {view.columnOf(frame), view.segmentRect(segment).center().y()};
    }
    [[nodiscard]] QPoint onRuler(std::int64_t frame) const { return {view.columnOf(frame), 6}; }

    void click(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(&view, Qt::LeftButton, modifiers, at);
    }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QCoreApplication::sendEvent(&view, &event);
    }
    /// Presses and goes there in steps, as a hand does; does not let go.
    void pull(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers & ~Qt::AltModifier, from);
        constexpr int kSteps = 8;
        for (int step = 1; step <= kSteps; ++step) {
            move(from + (to - from) * step / kSteps, modifiers);
        }
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, at);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        pull(from, to, modifiers);
        release(to, modifiers);
    }
    void wheel(QPoint at, int delta, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    widgets::TimelineWidget view;
};

}  // namespace lipwright::testsupport
