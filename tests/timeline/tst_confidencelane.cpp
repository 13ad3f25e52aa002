// The confidence lane: on the timeline's columns, with gaps that are never values, and its numbers.
#include "tests/timeline/shownlanes.h"
#include "widgets/timeline/confidenceplot_p.h"

#include <qcustomplot.h>

#include <QScreen>
#include <QSplitter>
#include <QToolButton>
#include <QToolTip>
#include <cmath>
#include <limits>

using namespace lipwright;
using namespace lipwright::testsupport;
using namespace lipwright::widgets;

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
constexpr core::FrameRange kSilence{1000, 1400};
constexpr core::FrameRange kTurned{1900, 1930};

std::shared_ptr<TimelineSyncCurve> curveOf(core::FrameRange frames, float confidence) {
    auto curve = std::make_shared<TimelineSyncCurve>();
    const auto count = static_cast<std::size_t>(frames.length());
    curve->firstFrame = frames.first;
    curve->confidence.assign(count, confidence);
    curve->raw.assign(count, confidence + 0.11F);
    curve->gaps.assign(count, SyncGap::none);
    return curve;
}

void makeGap(TimelineSyncCurve& curve, core::FrameRange frames, SyncGap reason) {
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const auto place = static_cast<std::size_t>(frame - curve.firstFrame);
        curve.confidence[place] = curve.raw[place] = kNothing;
        curve.gaps[place] = reason;
    }
}

std::shared_ptr<TimelineSyncCurve> baseline() {
    auto curve = curveOf({0, kFilmFrames}, 0.9F);
    makeGap(*curve, kSilence, SyncGap::silence);
    makeGap(*curve, kTurned, SyncGap::turnedAway);
    return curve;
}

class ShownSync : public ShownLanes {
public:
    ShownSync() {
        lane.setBaseline(baseline(), kFilmFrames);
        lane.setScale({0.4, 0.8});
        auto before = curveOf({200, 400}, 0.2F);
        auto after = curveOf({200, 400}, 0.7F);
        makeGap(*after, {300, 320}, SyncGap::offScreen);
        after->summary = {3.21, 8.05, 0.7, 0.82, 1};
        before->summary = {1.5, 9.5, 0.2, 0.9, -4};
        lane.setSegments({{1, {200, 400}, before, after}, {2, {600, 800}, nullptr, nullptr}});
        settle();
    }

    /// Lets the plot draw itself, as the idle event loop does.
    void settle() { QTest::qWait(1); }
    [[nodiscard]] QCustomPlot& plot() { return *lane.findChild<QCustomPlot*>(); }
    [[nodiscard]] QSharedPointer<QCPGraphDataContainer> data(SyncKind kind) {
        return plot().graph(static_cast<int>(kind))->data();
    }
    [[nodiscard]] QPoint on(qint64 frame) const {
        return {lane.columnOf(frame) + 1, lane.height() / 2};
    }

    ConfidenceLane& lane = view.confidence();
};

}  // namespace

class ConfidenceLaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lanesLieOnTheTimelinesColumns();
    void curvesLieOnTheTimelinesColumns_data();
    void curvesLieOnTheTimelinesColumns();
    void wheelOverALaneMovesTheTimeline();
    void gapsAreNoValues_data();
    void gapsAreNoValues();
    void gapsAreHatched();
    void pointsInSightAloneAreHandedOver();
    void tipTellsAllNumbersOfTheFrame();
    void tipTellsTheReasonOfAGap_data();
    void tipTellsTheReasonOfAGap();
    void tipOfTheBracketTellsTheSegmentsNumbers();
    void curvesDifferInMoreThanColour_data();
    void curvesDifferInMoreThanColour();
    void dragMovesThePlayhead();
    void playheadGoesThroughAllLanes();
    void measuredAnewOneSegmentChanges();
    void foldedLaneGivesItsRoomAndGetsItBack();
    void heightsAndFoldsAreKept();
};

void ConfidenceLaneTest::lanesLieOnTheTimelinesColumns() {
    ShownLanes shown;
    TimelineWidget& timeline = shown.view.timeline();
    for (const int step : {0, 1, 2, 3, 4, 5, 6, 7}) {
        for (AxisLane* lane : shown.lanes()) {
            for (const qint64 frame : {0, 137, 600, 1333, 2999}) {
                QCOMPARE(lane->columnOf(frame), timeline.columnOf(frame));
            }
            for (const int column : {116, 300, 777, 1150}) {
                QCOMPARE(lane->frameAt(column), timeline.frameAt(column));
            }
        }
        if (step % 2 == 0) {
            timeline.zoomIn();
        } else {
            ShownLanes::wheel(timeline, {600, 40}, -120);
        }
    }
}

void ConfidenceLaneTest::curvesLieOnTheTimelinesColumns_data() {
    QTest::addColumn<int>("zooms");
    QTest::addColumn<bool>("uneven");
    for (const int zooms : {0, 3, 6, 9}) {
        QTest::addRow("%d zooms", zooms) << zooms << false;
        QTest::addRow("%d zooms, variable rate", zooms) << zooms << true;
    }
}

void ConfidenceLaneTest::curvesLieOnTheTimelinesColumns() {
    QFETCH(int, zooms);
    QFETCH(bool, uneven);
    ShownSync shown;
    if (uneven) {
        shown.view.setFilm({unevenIndex(kFilmFrames), {}});
    }
    shown.view.timeline().setPlayhead(kSilence.first);
    for (int i = 0; i < zooms; ++i) {
        shown.view.timeline().zoomIn();
    }
    ShownLanes::wheel(shown.lane, {600, 30}, -120);
    shown.settle();
    // The line ends where the silence begins; in pixels of the plot and of the timeline.
    double end = -1;
    const int wanted = shown.view.timeline().columnOf(kSilence.first);
    for (const QCPGraphData& point : *shown.data(SyncKind::baseline)) {
        const double column = 116 + shown.plot().xAxis->coordToPixel(point.key);
        if (!std::isnan(point.value) && column <= wanted + 2) {
            end = std::max(end, column);
        }
    }
    if (wanted >= 116 && wanted < 1190) {
        QVERIFY2(std::abs(end - wanted) <= 1.0,
                 qPrintable(QStringLiteral("%1, not %2").arg(end).arg(wanted)));
    }
}

void ConfidenceLaneTest::wheelOverALaneMovesTheTimeline() {
    ShownSync shown;
    TimelineWidget& timeline = shown.view.timeline();
    const QPoint at(700, 30);
    const qint64 frame = timeline.frameAt(at.x());
    const int width = timeline.columnOf(2000) - timeline.columnOf(1000);
    ShownLanes::wheel(shown.lane, at, 480, Qt::ControlModifier);
    QVERIFY(timeline.columnOf(2000) - timeline.columnOf(1000) > width * 3 / 2);
    QVERIFY(std::abs(timeline.columnOf(frame) - at.x()) <= 3);
    const int before = timeline.columnOf(1000);
    ShownLanes::wheel(shown.lane, at, -120);
    QVERIFY(timeline.columnOf(1000) < before - 20);
}

void ConfidenceLaneTest::gapsAreNoValues_data() {
    QTest::addColumn<int>("zooms");
    for (const int zooms : {0, 4, 8}) {
        QTest::addRow("%d zooms", zooms) << zooms;
    }
}

void ConfidenceLaneTest::gapsAreNoValues() {
    QFETCH(int, zooms);
    ShownSync shown;
    shown.view.timeline().setPlayhead(kSilence.first + 20);
    for (int i = 0; i < zooms; ++i) {
        shown.view.timeline().zoomIn();
    }
    shown.settle();
    const double from = shown.view.timeline().columnOf(kSilence.first) - 116.0;
    const double to = shown.view.timeline().columnOf(kSilence.end) - 116.0;
    int parted = 0;
    for (const QCPGraphData& point : *shown.data(SyncKind::baseline)) {
        if (std::isnan(point.value)) {
            ++parted;
            continue;
        }
        QVERIFY(std::abs(point.value - 0.9) < 1e-6);  // never zero, never between
        QVERIFY(point.key <= from + 1.5 || point.key >= to - 1.5);
    }
    const bool bothSides = from > 0 && to < shown.plot().xAxis->range().upper;
    QVERIFY(!bothSides || parted >= 1);
}

void ConfidenceLaneTest::gapsAreHatched() {
    ShownSync shown;
    shown.settle();
    const QImage picture = shown.lane.grab().toImage();
    const QColor line = syncPen(SyncKind::baseline, shown.lane.palette()).color();
    const auto colours = [&](qint64 frame) {
        QSet<QRgb> found;
        for (int y = 20; y < picture.height() - 2; ++y) {
            found.insert(picture.pixel(shown.on(frame).x(), y));
        }
        return found;
    };
    QVERIFY(pixelsNear(picture, shown.on(900).x(), line) > 0);
    // Where "silence" is not written: the hatch alone, in two colours.
    QVERIFY(colours(kSilence.first + 30).size() >= 2);
    QVERIFY(!colours(kSilence.first + 30).contains(line.rgb()));
    QVERIFY(colours(kSilence.first + 30) != colours(900));
    // The reason is written where there is room for it.
    const int middle = shown.lane.columnOf((kSilence.first + kSilence.end) / 2);
    int written = 0;
    for (int x = middle - 20; x < middle + 20; ++x) {
        written +=
            picture.copy(x, 20, 1, picture.height() - 22) !=
                    picture.copy(shown.on(kSilence.first + 30).x(), 20, 1, picture.height() - 22)
                ? 1
                : 0;
    }
    QVERIFY(written > 20);
}

void ConfidenceLaneTest::pointsInSightAloneAreHandedOver() {
    ShownSync shown;
    const int width = static_cast<int>(shown.plot().xAxis->range().upper);
    QVERIFY(shown.data(SyncKind::baseline)->size() <= 2 * width + 10);
    for (int i = 0; i < 8; ++i) {
        shown.view.timeline().zoomIn();
    }
    shown.settle();
    const qint64 seen = shown.lane.frameAt(1190) - shown.lane.frameAt(116);
    QVERIFY(seen < 200);
    QVERIFY(shown.data(SyncKind::baseline)->size() <= seen + 6);
}

void ConfidenceLaneTest::tipTellsAllNumbersOfTheFrame() {
    ShownSync shown;
    shown.zoomTo(1);
    ShownLanes::move(shown.lane, shown.on(250));
    const QString tip = shown.lane.tipAt(shown.on(250));
    QVERIFY(tip.contains(QStringLiteral("01:00:10:00")));
    for (const double number : {0.9, 0.2, 0.7, 1.01, 0.31, 0.81}) {
        QVERIFY2(tip.contains(QLocale().toString(number, 'f', 2)), qPrintable(tip));
    }
    QTRY_COMPARE(QToolTip::text(), tip);
}

void ConfidenceLaneTest::tipTellsTheReasonOfAGap_data() {
    QTest::addColumn<int>("frame");
    QTest::addColumn<QString>("reason");
    QTest::newRow("silence") << 1200 << QStringLiteral("silence has no sync");
    QTest::newRow("turned away") << 1910 << QStringLiteral("turned too far away");
    QTest::newRow("off screen, the take alone") << 310 << QStringLiteral("outside of the picture");
}

void ConfidenceLaneTest::tipTellsTheReasonOfAGap() {
    QFETCH(int, frame);
    QFETCH(QString, reason);
    ShownSync shown;
    const QString tip = shown.lane.tipAt(shown.on(frame));
    QVERIFY2(tip.contains(reason), qPrintable(tip));
    QVERIFY(!tip.contains(QLocale().toString(0.0, 'f', 2)));
}

void ConfidenceLaneTest::tipOfTheBracketTellsTheSegmentsNumbers() {
    ShownSync shown;
    const QString tip = shown.lane.tipAt({shown.lane.columnOf(250), 6});
    for (const double number : {3.21, 8.05, 1.5, 9.5}) {
        QVERIFY2(tip.contains(QLocale().toString(number, 'f', 2)), qPrintable(tip));
    }
    QVERIFY(tip.contains(QStringLiteral("82")));
    QVERIFY(tip.contains(QStringLiteral("-4")));
    QVERIFY(shown.lane.tipAt({shown.lane.columnOf(700), 6}).isEmpty());  // not yet measured
}

void ConfidenceLaneTest::curvesDifferInMoreThanColour_data() {
    QTest::addColumn<QPalette>("palette");
    QPalette dark(QColor(40, 40, 40));
    dark.setColor(QPalette::Base, QColor(25, 25, 25));
    dark.setColor(QPalette::Window, QColor(40, 40, 40));
    dark.setColor(QPalette::WindowText, QColor(230, 230, 230));
    QPalette light(QColor(240, 240, 240));
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    QTest::newRow("dark") << dark;
    QTest::newRow("light") << light;
}

void ConfidenceLaneTest::curvesDifferInMoreThanColour() {
    QFETCH(QPalette, palette);
    for (const SyncKind a : kSyncKinds) {
        const QPen pen = syncPen(a, palette);
        QVERIFY(std::abs(pen.color().lightness() - palette.color(QPalette::Base).lightness()) > 40);
        for (const SyncKind b : kSyncKinds) {
            const QPen other = syncPen(b, palette);
            QVERIFY(a == b || pen.style() != other.style() || pen.width() != other.width());
        }
    }
}

void ConfidenceLaneTest::dragMovesThePlayhead() {
    ShownSync shown;
    QSignalSpy moved(&shown.view.timeline(), &TimelineWidget::playheadMoved);
    QSignalSpy scrubbing(&shown.view.timeline(), &TimelineWidget::scrubbingChanged);
    ShownLanes::drag(shown.lane, shown.on(500), shown.on(1500));
    QVERIFY(moved.size() > 3);
    QCOMPARE(moved.back().front().toLongLong(), shown.lane.frameAt(shown.on(1500).x()));
    QCOMPARE(scrubbing.size(), 2);
}

void ConfidenceLaneTest::playheadGoesThroughAllLanes() {
    ShownSync shown;
    const QColor colour(0xff, 0x5a, 0x4f);
    for (const qint64 frame : {500, 2300}) {
        shown.view.timeline().setPlayhead(frame);
        shown.settle();
        const QImage screen = shown.view.screen()->grabWindow(shown.view.winId()).toImage();
        const int at = shown.view.timeline().columnOf(frame);
        for (AxisLane* lane : shown.lanes()) {
            const QImage picture =
                screen.copy(QRect(lane->mapTo(&shown.view, QPoint()), lane->size()));
            for (int x = 116; x < 1180; ++x) {
                const int found = pixelsNear(picture, x, colour);
                QVERIFY2(std::abs(x - at) <= 1 || found < 10, qPrintable(lane->objectName()));
            }
            QVERIFY2(pixelsNear(picture, at, colour) + pixelsNear(picture, at - 1, colour) >
                         lane->height() / 2,
                     qPrintable(lane->objectName()));
        }
    }
}

void ConfidenceLaneTest::measuredAnewOneSegmentChanges() {
    ShownSync shown;
    auto after = curveOf({600, 800}, 0.5F);
    shown.lane.setSegment({2, {600, 800}, nullptr, after});
    shown.settle();
    QVERIFY(shown.lane.tipAt(shown.on(700)).contains(QLocale().toString(0.5, 'f', 2)));
    QVERIFY(shown.lane.tipAt(shown.on(250)).contains(QLocale().toString(0.7, 'f', 2)));
    shown.lane.setSegment({99, {0, 10}, nullptr, after});  // gone meanwhile
    QVERIFY(!shown.lane.tipAt(shown.on(5)).contains(QLocale().toString(0.5, 'f', 2)));
}

void ConfidenceLaneTest::foldedLaneGivesItsRoomAndGetsItBack() {
    ShownSync shown;
    const int height = shown.lane.height();
    const int timeline = shown.view.timeline().height();
    auto* fold = shown.lane.findChild<QToolButton*>(QStringLiteral("fold"));
    QTest::mouseClick(fold, Qt::LeftButton);
    shown.settle();
    QVERIFY(shown.lane.folded());
    QVERIFY(shown.lane.height() < 30);
    QVERIFY(shown.view.timeline().height() > timeline + 20);
    QVERIFY(!shown.plot().isVisible());
    QTest::mouseClick(fold, Qt::LeftButton);
    shown.settle();
    QCOMPARE(shown.lane.height(), height);
    QVERIFY(shown.plot().isVisible());
}

void ConfidenceLaneTest::heightsAndFoldsAreKept() {
    ShownLanes first;
    first.view.mask().setFolded(true);
    auto* splitter = first.view.findChild<QSplitter*>(QStringLiteral("timelineLanes"));
    QList<int> sizes = splitter->sizes();
    sizes[0] -= 60;
    sizes[3] += 60;
    splitter->setSizes(sizes);
    ShownLanes second;
    QVERIFY(second.view.restoreState(first.view.saveState()));
    QTest::qWait(1);
    QVERIFY(second.view.mask().folded());
    QVERIFY(!second.view.shape().folded());
    QCOMPARE(second.view.confidence().height(), first.view.confidence().height());
    QVERIFY(!second.view.restoreState(QByteArrayLiteral("rubbish")));
}

QTEST_MAIN(ConfidenceLaneTest)
#include "tst_confidencelane.moc"
