// bench_timeline
// How long the timeline takes to draw two hours of film: 172,800 frames at 24 a second, 3,000
// segments with shapes, opacity and sync of their own, the original and five dubs, the film's own
// sync over all of it and 400 cuts, 1920 wide, without a screen; each lane alone as well. Prints a
// table in the form docs/PERFORMANCE.md keeps.
#include "widgets/style/theme.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <utility>

using namespace lipwright;
using widgets::TimelineWidget;

namespace {

constexpr std::int64_t kFrames = 172'800;
constexpr core::TimeBase kFrame{1, 24};
constexpr int kSegments = 3000;
constexpr int kDubs = 5;
constexpr int kCuts = 400;
constexpr int kSeconds = 7200;
constexpr int kRepeats = 60;

widgets::TimelineFilm film() {
    std::vector<media::FrameIndex::Entry> entries;
    entries.reserve(kFrames);
    for (std::int64_t i = 0; i < kFrames; ++i) {
        entries.push_back({i, 1, i % 24 == 0});
    }
    return {std::make_shared<media::FrameIndex>(kFrame, std::move(entries)),
            core::TimecodeFormat::of(kFrame, "01:00:00:00")};
}

/// Noise that swells and pauses as speech does; a different one for every seed.
std::shared_ptr<const media::Waveform> speech(unsigned seed) {
    std::vector<float> samples(static_cast<std::size_t>(kSeconds) * media::Waveform::kSampleRate);
    unsigned state = seed * 7919U + 1U;
    double loudness = 0.0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i % 160 == 0) {
            const double seconds = static_cast<double>(i) / media::Waveform::kSampleRate + seed;
            const bool speaks = std::sin(seconds * 0.7) > -0.3;
            loudness = speaks ? 0.1 + 0.6 * std::pow(std::sin(seconds * 9.0), 2) : 0.01;
        }
        state = state * 1664525U + 1013904223U;
        samples[i] = static_cast<float>(((state >> 16) / 32768.0 - 1.0) * loudness);
    }
    return std::make_shared<media::Waveform>(media::Waveform::fromSamples(samples));
}

std::vector<widgets::TimelineSound> sounds() {
    std::vector<widgets::TimelineSound> result;
    for (int i = 0; i <= kDubs; ++i) {
        const QString name = i == 0 ? QStringLiteral("Original") : QStringLiteral("Dub %1").arg(i);
        result.push_back({i, name, speech(static_cast<unsigned>(i)), i * 0.7, i == 3});
    }
    return result;
}

std::vector<widgets::TimelineSegment> segments(int version) {
    std::vector<widgets::TimelineSegment> result;
    for (int i = 0; i < kSegments; ++i) {
        widgets::TimelineSegment segment;
        segment.id = i + 1;
        segment.frames = {i * 57, i * 57 + (i % 7 == 0 ? 80 : 45)};
        segment.status = static_cast<project::SegmentStatus>((i + version) % 5);
        segment.actor = i % 3;
        segment.actorName = QStringLiteral("Oksana %1").arg(i % 3);
        segment.takeName = i % 2 == 1 ? QStringLiteral("Take 2") : QString();
        segment.text = QStringLiteral("We should have left before the snow came.");
        segment.progress = i % 11 == 0 ? 0.4 : -1.0;
        segment.stale = i % 9 == 0;
        result.push_back(std::move(segment));
    }
    return result;
}

std::vector<std::int64_t> cuts(int version) {
    std::vector<std::int64_t> result;
    for (int i = 0; i < kCuts; ++i) {
        result.push_back(i * (kFrames / kCuts) + (i == kCuts - 1 ? version % 2 : 0));
    }
    return result;
}

float confidenceAt(std::int64_t frame, double speed) {
    const double at = static_cast<double>(frame) * speed;
    return frame % 400 < 60 ? std::numeric_limits<float>::quiet_NaN()
                            : static_cast<float>(0.5 + 0.5 * std::sin(at) * std::sin(at * 0.05));
}

std::shared_ptr<const widgets::TimelineSyncCurve> sync(core::FrameRange frames, double speed) {
    auto curve = std::make_shared<widgets::TimelineSyncCurve>();
    curve->firstFrame = frames.first;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        curve->confidence.push_back(confidenceAt(frame, speed));
        curve->raw.push_back(curve->confidence.back());
        curve->gaps.push_back(frame % 400 < 60 ? widgets::SyncGap::silence
                                               : widgets::SyncGap::none);
    }
    return curve;
}

widgets::TimelineControls controls(core::FrameRange frames) {
    auto values = std::make_shared<std::vector<project::MouthControl>>();
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const auto value = static_cast<float>(2 * std::sin(static_cast<double>(frame) * 0.7));
        values->push_back({value, -value, 0.0F});
    }
    return values;
}

void fillLanes(widgets::TimelineView& view) {
    std::vector<widgets::TimelineShape> shapes;
    std::vector<widgets::TimelineRetouch> retouches;
    std::vector<widgets::TimelineSegmentSync> syncs;
    for (const widgets::TimelineSegment& segment : segments(0)) {
        const core::FrameRange frames = segment.frames;
        shapes.push_back({segment.id,
                          frames,
                          segment.id % 5 + 1,
                          frames.first,
                          controls(frames),
                          nullptr,
                          {{frames.first + 9, {2.0F, 0.0F, 0.0F}}}});
        project::Retouch retouch;
        retouch.opacity = {{frames.first + 5, 1.0}, {frames.first + 20, 0.4}};
        retouch.original = {{frames.first, frames.first + 4}};
        retouches.push_back({segment.id, frames, retouch});
        syncs.push_back({segment.id, frames, sync(frames, 0.21), sync(frames, 0.17)});
    }
    view.shape().setShapes(std::move(shapes));
    view.shape().setSounds(sounds());
    view.mask().setRetouches(std::move(retouches));
    view.confidence().setBaseline(sync({0, kFrames}, 0.13), kFrames);
    view.confidence().setScale({0.3, 0.6});
    view.confidence().setSegments(std::move(syncs));
    for (widgets::AxisLane* lane : {static_cast<widgets::AxisLane*>(&view.shape()),
                                    static_cast<widgets::AxisLane*>(&view.mask()),
                                    static_cast<widgets::AxisLane*>(&view.confidence())}) {
        lane->setFolded(false);
    }
}

/// Sees whether what is measured was painted at all.
class PaintCount : public QObject {
public:
    explicit PaintCount(QObject& of) { of.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    [[nodiscard]] int take() { return std::exchange(m_count, 0); }

private:
    int m_count = 0;
};

class Bench {
public:
    explicit Bench(TimelineWidget& view) : m_view(view), m_paints(view) {}

    /// The time of `change` and of the painting it makes necessary, of many of them.
    void row(const char* name, const std::function<void(int)>& change) {
        std::vector<double> times;
        QCoreApplication::sendPostedEvents(&m_view, QEvent::UpdateRequest);
        static_cast<void>(m_paints.take());
        for (int i = 0; i < kRepeats; ++i) {
            QElapsedTimer timer;
            timer.start();
            change(i);
            // What the event loop does when it is idle: paints what was marked as changed.
            QCoreApplication::sendPostedEvents(&m_view, QEvent::UpdateRequest);
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        if (const int paints = m_paints.take(); paints != kRepeats) {
            std::printf("| %-38s | painted %d of %d times: not measured |\n", name, paints,
                        kRepeats);
            return;
        }
        std::printf("| %-38s | %7.2f | %7.2f | %7.2f |\n", name, times[kRepeats / 2],
                    times[kRepeats * 95 / 100], times.back());
    }

private:
    TimelineWidget& m_view;
    PaintCount m_paints;
};

void wheel(TimelineWidget& view, int delta, Qt::KeyboardModifiers modifiers) {
    const QPoint at(1000, 200);
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

void fill(TimelineWidget& view) {
    view.setFilm(film());
    view.setSounds(sounds());
    view.setSegments(segments(0));
    view.setCuts(cuts(0));
    view.setMarkers({{90'001, 3000, "Door"}, {90'002, 120'000, "Snow"}});
    view.setInOut(core::FrameRange{1000, 90'000});
    view.setSelection({1500, 1501});
    view.setPlayhead(kFrames / 2);
}

void measure(TimelineWidget& view) {
    Bench bench(view);
    const auto zoomTo = [&view](int steps) {
        view.zoomToFit();
        for (int i = 0; i < steps; ++i) {
            view.zoomIn();
        }
    };
    for (const int steps : {0, 2, 4, 6, 8, 10}) {
        zoomTo(steps);
        const QByteArray name = steps == 0
                                    ? QByteArray("full repaint, whole film")
                                    : "full repaint, " + QByteArray::number(steps) + " zoom-ins";
        bench.row(name.constData(), [&](int i) { view.setCuts(cuts(i + 1)); });
    }
    zoomTo(6);
    bench.row("scroll step, 6 zoom-ins",
              [&](int i) { wheel(view, i / 10 % 2 == 0 ? -120 : 120, Qt::NoModifier); });
    zoomTo(3);
    bench.row("zoom step, 3 to 7 zoom-ins",
              [&](int i) { wheel(view, i / 8 % 2 == 0 ? 120 : -120, Qt::ControlModifier); });
    zoomTo(6);
    bench.row("playhead move, 6 zoom-ins",
              [&](int i) { view.setPlayhead(kFrames / 2 + 5 * (i + 1)); });
    zoomTo(0);
    std::vector<std::vector<widgets::TimelineSegment>> versions;
    for (int i = 0; i < kRepeats; ++i) {
        versions.push_back(segments(i + 1));
    }
    bench.row("setSegments(3,000), whole film",
              [&](int i) { view.setSegments(std::move(versions[static_cast<std::size_t>(i)])); });
}

/// What a step of the axis costs each lane alone, data and painting.
void measureLanes(widgets::TimelineView& view) {
    TimelineWidget& timeline = view.timeline();
    for (const int zooms : {0, 6, 10}) {
        timeline.zoomToFit();
        for (int i = 0; i < zooms; ++i) {
            timeline.zoomIn();
        }
        QCoreApplication::processEvents();
        for (QWidget* lane :
             {static_cast<QWidget*>(&view.shape()), static_cast<QWidget*>(&view.mask()),
              static_cast<QWidget*>(&view.confidence())}) {
            std::vector<double> times;
            for (int i = 0; i < kRepeats; ++i) {
                QElapsedTimer timer;
                // A palette that is set anew draws the whole lane anew.
                QEvent anew(QEvent::PaletteChange);
                QCoreApplication::sendEvent(lane, &anew);
                timer.start();
                if (auto* plot = lane->findChild<QWidget*>(QStringLiteral("confidencePlot"))) {
                    QCoreApplication::processEvents();  // the replot that is queued
                    plot->grab();
                } else {
                    lane->grab();
                }
                times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
            std::ranges::sort(times);
            const QByteArray name =
                lane->objectName().toUtf8() + ", " + QByteArray::number(zooms) + " zoom-ins";
            std::printf("| %-38s | %7.2f | %7.2f | %7.2f |\n", name.constData(),
                        times[kRepeats / 2], times[kRepeats * 95 / 100], times.back());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    widgets::applyTheme(application, widgets::Theme::dark);
    widgets::TimelineView view;
    view.resize(1920, 820);
    fill(view.timeline());
    fillLanes(view);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view)) {
        std::fprintf(stderr, "The timeline was not shown.\n");
        return 1;
    }
    std::printf("| %-38s | median  |   p95   |   max   |\n", "milliseconds");
    std::printf("|%s|--------:|--------:|--------:|\n", std::string(40, '-').c_str());
    measure(view.timeline());
    measureLanes(view);
    return 0;
}
