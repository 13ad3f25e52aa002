// bench_timeline
// How long the timeline takes to draw two hours of film: 172,800 frames at 24 a second, 3,000
// segments, the original and five dubs, two curves over the whole film and 400 cuts, 1920x520,
// without a screen. Prints a table in the form docs/PERFORMANCE.md keeps.
#include "widgets/style/theme.h"
#include "widgets/timeline/timelinewidget.h"

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

widgets::TimelineCurve curve(double speed) {
    widgets::TimelineCurve result;
    result.values.reserve(kFrames);
    for (std::int64_t i = 0; i < kFrames; ++i) {
        const double at = static_cast<double>(i) * speed;
        result.values.push_back(
            i % 400 < 60 ? std::numeric_limits<float>::quiet_NaN()
                         : static_cast<float>(0.5 + 0.5 * std::sin(at) * std::sin(at * 0.05)));
    }
    return result;
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
    view.resize(1920, 520);
    view.setFilm(film());
    view.setSounds(sounds());
    view.setSegments(segments(0));
    view.setCuts(cuts(0));
    view.setShapeCurves({curve(0.2)});
    view.setConfidenceCurves({curve(0.13)});
    view.setMarkers({{90'001, 3000, "Door"}, {90'002, 120'000, "Snow"}});
    view.setInOut(core::FrameRange{1000, 90'000});
    view.setSelection({1500, 1501});
    view.setPlayhead(kFrames / 2);
    view.show();
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

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    widgets::applyTheme(application, widgets::Theme::dark);
    TimelineWidget view;
    fill(view);
    if (!QTest::qWaitForWindowExposed(&view)) {
        std::fprintf(stderr, "The timeline was not shown.\n");
        return 1;
    }
    std::printf("| %-38s | median  |   p95   |   max   |\n", "milliseconds");
    std::printf("|%s|--------:|--------:|--------:|\n", std::string(40, '-').c_str());
    measure(view);
    return 0;
}
