#include "tests/timeline/indices.h"
#include "widgets/timeline/timeaxis.h"

#include <QTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::widgets;

namespace {

constexpr int kWidth = 1000;
constexpr std::size_t kFrames = 3000;

std::shared_ptr<const media::FrameIndex> indexNamed(const QString& rate) {
    if (rate == QLatin1String("uneven")) {
        return testsupport::unevenIndex(kFrames);
    }
    return testsupport::evenIndex(
        kFrames, rate == QLatin1String("25") ? core::TimeBase{1, 25} : core::TimeBase{1001, 24000});
}

TimeAxis axisOf(const QString& rate) {
    TimeAxis axis;
    axis.setWidth(kWidth);
    axis.setIndex(indexNamed(rate));
    return axis;
}

double filmEnd(const TimeAxis& axis) {
    return axis.secondsOf(axis.frameCount());
}

}  // namespace

class TimelineAxisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrameFindsItsColumnBack_data();
    void everyFrameFindsItsColumnBack();
    void framesLieWhereTheirTimestampsSay();
    void anInstantBelongsToTheFrameShownThen_data() { rates(); }
    void anInstantBelongsToTheFrameShownThen();
    void zoomKeepsWhatIsUnderTheAnchor_data();
    void zoomKeepsWhatIsUnderTheAnchor();
    void zoomStopsAtTheWholeFilmAndAtSingleFrames_data() { rates(); }
    void zoomStopsAtTheWholeFilmAndAtSingleFrames();
    void scrollStaysWithinTheFilm_data() { rates(); }
    void scrollStaysWithinTheFilm();
    void wholeFilmFollowsTheWidth();
    void zoomedViewKeepsItsScaleWhenTheWidthChanges();
    void showsTheSecondsAskedForInTheMiddle();
    void boundaryIsTheNearestOne_data() { rates(); }
    void boundaryIsTheNearestOne();
    void boundariesEndWithTheFilm_data() { rates(); }
    void boundariesEndWithTheFilm();
    void withoutAFilmNothingBreaks();

private:
    static void rates() {
        QTest::addColumn<QString>("rate");
        for (const char* rate : {"25", "23.976", "uneven"}) {
            QTest::newRow(rate) << QString::fromLatin1(rate);
        }
    }
};

void TimelineAxisTest::everyFrameFindsItsColumnBack_data() {
    QTest::addColumn<QString>("rate");
    QTest::addColumn<double>("zoom");
    for (const char* rate : {"25", "23.976", "uneven"}) {
        for (const double zoom : {1.0, 3.7, 20.0, 80.0, 1000.0}) {
            QTest::addRow("%s, %g times", rate, zoom) << QString::fromLatin1(rate) << zoom;
        }
    }
}

void TimelineAxisTest::everyFrameFindsItsColumnBack() {
    QFETCH(QString, rate);
    QFETCH(double, zoom);
    TimeAxis axis = axisOf(rate);
    axis.zoomBy(zoom, kWidth / 3.0);
    for (std::int64_t frame = 0; frame < axis.frameCount(); ++frame) {
        QCOMPARE(axis.frameAtColumn(axis.columnOf(frame)), frame);
        QCOMPARE(axis.frameAtSeconds(axis.secondsOf(frame)), frame);
        QCOMPARE(axis.boundaryAtColumn(axis.columnOf(frame)), frame);
    }
    QCOMPARE(axis.boundaryAtColumn(axis.columnOf(axis.frameCount())), axis.frameCount());
}

void TimelineAxisTest::framesLieWhereTheirTimestampsSay() {
    TimeAxis axis = axisOf(QStringLiteral("uneven"));
    axis.zoomBy(10.0, 0.0);
    QCOMPARE(axis.columnOf(0), 0.0);
    const double slow = axis.columnOf(251) - axis.columnOf(250);
    const double usual = axis.columnOf(51) - axis.columnOf(50);
    const double fast = axis.columnOf(151) - axis.columnOf(150);
    QVERIFY(std::abs(usual - 0.040 * axis.columnsPerSecond()) < 1e-6);
    QVERIFY(std::abs(fast - 0.020 * axis.columnsPerSecond()) < 1e-6);
    QVERIFY(std::abs(slow - 0.100 * axis.columnsPerSecond()) < 1e-6);
    QCOMPARE(axis.secondsOf(0), 3.0);
}

void TimelineAxisTest::anInstantBelongsToTheFrameShownThen() {
    QFETCH(QString, rate);
    TimeAxis axis = axisOf(rate);
    axis.zoomBy(80.0, 500.0);
    for (std::int64_t frame = 0; frame < axis.frameCount(); frame += 7) {
        const double start = axis.columnOf(frame);
        const double length = axis.columnOf(frame + 1) - start;
        QCOMPARE(axis.frameAtColumn(start + 0.02 * length), frame);
        QCOMPARE(axis.frameAtColumn(start + 0.98 * length), frame);
    }
    QCOMPARE(axis.frameAtColumn(-1e6), std::int64_t(0));
    QCOMPARE(axis.frameAtColumn(1e6), axis.frameCount() - 1);
}

void TimelineAxisTest::zoomKeepsWhatIsUnderTheAnchor_data() {
    QTest::addColumn<QString>("rate");
    QTest::addColumn<double>("anchor");
    for (const char* rate : {"25", "23.976", "uneven"}) {
        for (const double anchor : {0.0, 137.0, 500.0, 999.0}) {
            QTest::addRow("%s at %g", rate, anchor) << QString::fromLatin1(rate) << anchor;
        }
    }
}

void TimelineAxisTest::zoomKeepsWhatIsUnderTheAnchor() {
    QFETCH(QString, rate);
    QFETCH(double, anchor);
    TimeAxis axis = axisOf(rate);
    const double seconds = axis.secondsOfColumn(anchor);
    for (const double factor : {1.25, 1.25, 1.5, 8.0, 1.25, 0.8, 0.5, 3.0}) {
        const double before = axis.columnsPerSecond();
        axis.zoomBy(factor, anchor);
        QVERIFY(std::abs(axis.columnsPerSecond() - before * factor) < 1e-9 * before);
        QVERIFY(std::abs(axis.columnOfSeconds(seconds) - anchor) <= 1.0);
    }
}

void TimelineAxisTest::zoomStopsAtTheWholeFilmAndAtSingleFrames() {
    QFETCH(QString, rate);
    TimeAxis axis = axisOf(rate);
    axis.zoomBy(1e9, 400.0);
    QVERIFY(axis.columnsPerFrame() > 10.0);
    QVERIFY(axis.columnsPerFrame() < 100.0);
    const double closest = axis.columnsPerSecond();
    axis.zoomBy(2.0, 400.0);
    QCOMPARE(axis.columnsPerSecond(), closest);
    axis.zoomBy(1e-9, 400.0);
    QVERIFY(std::abs(axis.wholeColumns() - kWidth) < 1e-6);
    QVERIFY(std::abs(axis.columnOf(0)) < 1e-6);
    QVERIFY(std::abs(axis.columnOf(axis.frameCount()) - kWidth) < 1e-6);
}

void TimelineAxisTest::scrollStaysWithinTheFilm() {
    QFETCH(QString, rate);
    TimeAxis axis = axisOf(rate);
    axis.zoomBy(10.0, 500.0);
    axis.scrollToColumn(1234.0);
    QVERIFY(std::abs(axis.scrolledColumns() - 1234.0) < 1e-6);
    QVERIFY(std::abs(axis.columnOf(0) + 1234.0) < 1e-6);
    axis.scrollToColumn(-50.0);
    QCOMPARE(axis.columnOf(0), 0.0);
    axis.scrollToColumn(1e9);
    QVERIFY(std::abs(axis.endSeconds() - filmEnd(axis)) < 1e-9);
    QVERIFY(std::abs(axis.scrolledColumns() - (axis.wholeColumns() - kWidth)) < 1e-6);
}

void TimelineAxisTest::wholeFilmFollowsTheWidth() {
    TimeAxis axis = axisOf(QStringLiteral("25"));
    axis.setWidth(500);
    QVERIFY(std::abs(axis.columnOf(axis.frameCount()) - 500.0) < 1e-9);
    axis.zoomBy(4.0, 100.0);
    axis.showAll();
    axis.setWidth(2000);
    QVERIFY(std::abs(axis.columnOf(axis.frameCount()) - 2000.0) < 1e-9);
}

void TimelineAxisTest::zoomedViewKeepsItsScaleWhenTheWidthChanges() {
    TimeAxis axis = axisOf(QStringLiteral("25"));
    axis.zoomBy(4.0, 500.0);
    const double scale = axis.columnsPerSecond();
    const double start = axis.startSeconds();
    axis.setWidth(700);
    QCOMPARE(axis.columnsPerSecond(), scale);
    QCOMPARE(axis.startSeconds(), start);
}

void TimelineAxisTest::showsTheSecondsAskedForInTheMiddle() {
    TimeAxis axis = axisOf(QStringLiteral("25"));
    axis.showSeconds(40.0, 60.0);
    QVERIFY(std::abs(axis.columnOfSeconds(40.0)) < 1e-6);
    QVERIFY(std::abs(axis.columnOfSeconds(60.0) - kWidth) < 1e-6);
    axis.showSeconds(50.0, 50.01);  // closer than single frames allow
    QVERIFY(std::abs(axis.columnOfSeconds(50.005) - kWidth / 2.0) < 1e-6);
}

void TimelineAxisTest::boundaryIsTheNearestOne() {
    QFETCH(QString, rate);
    TimeAxis axis = axisOf(rate);
    axis.zoomBy(30.0, 300.0);
    for (std::int64_t frame = 0; frame < axis.frameCount(); frame += 13) {
        const double start = axis.columnOf(frame);
        const double length = axis.columnOf(frame + 1) - start;
        QCOMPARE(axis.boundaryAtColumn(start + 0.45 * length), frame);
        QCOMPARE(axis.boundaryAtColumn(start + 0.55 * length), frame + 1);
    }
}

void TimelineAxisTest::boundariesEndWithTheFilm() {
    QFETCH(QString, rate);
    const TimeAxis axis = axisOf(rate);
    QCOMPARE(axis.boundaryAtColumn(-5000.0), std::int64_t(0));
    QCOMPARE(axis.boundaryAtColumn(5000.0), axis.frameCount());
    QCOMPARE(axis.secondsOf(axis.frameCount() + 10), filmEnd(axis));
    QCOMPARE(axis.secondsOf(-3), axis.secondsOf(0));
}

void TimelineAxisTest::withoutAFilmNothingBreaks() {
    TimeAxis axis;
    axis.setWidth(0);
    axis.zoomBy(2.0, 10.0);
    axis.scrollToColumn(30.0);
    QVERIFY(axis.empty());
    QCOMPARE(axis.frameCount(), std::int64_t(0));
    QCOMPARE(axis.frameAtColumn(5.0), std::int64_t(0));
    QCOMPARE(axis.boundaryAtColumn(5.0), std::int64_t(0));
    QVERIFY(std::isfinite(axis.columnsPerFrame()));
}

QTEST_GUILESS_MAIN(TimelineAxisTest)
#include "tst_timelineaxis.moc"
