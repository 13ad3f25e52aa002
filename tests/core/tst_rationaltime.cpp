#include "engine/core/rationaltime.h"

#include <QtTest>

using lipwright::core::RationalTime;
using lipwright::core::TimeBase;
using lipwright::core::TimeRange;

class TestRationalTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comparesInstantsNotRepresentations() {
        QVERIFY((RationalTime{1, {1, 25}} == RationalTime{2, {1, 50}}));
        QVERIFY((RationalTime{1001, {1, 30000}} < RationalTime{1, {1, 29}}));
        QVERIFY((RationalTime{-1, {1, 25}} < RationalTime{0, {1, 90000}}));
    }

    void comparesWithoutOverflow() {
        const RationalTime late{std::int64_t{1} << 60, {1, 90000}};
        const RationalTime later{(std::int64_t{1} << 60) + 1, {1, 90000}};
        QVERIFY(late < later);
    }

    void rescales_data() {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<int>("fromDenominator");
        QTest::addColumn<int>("toDenominator");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("exact") << qint64{25} << 25 << 12800 << qint64{12800};
        QTest::newRow("rounds down") << qint64{1} << 3 << 10 << qint64{3};
        QTest::newRow("half away from zero") << qint64{1} << 2 << 1 << qint64{1};
        QTest::newRow("negative half") << qint64{-1} << 2 << 1 << qint64{-1};
    }

    void rescales() {
        QFETCH(qint64, value);
        QFETCH(int, fromDenominator);
        QFETCH(int, toDenominator);
        QFETCH(qint64, expected);
        const RationalTime time{value, {1, fromDenominator}};
        QCOMPARE(qint64{time.rescaled({1, toDenominator}).value}, expected);
    }

    void twoHoursAtNtscRateStayExact() {
        const TimeBase frame{1001, 30000};
        const std::int64_t frames = 2 * 3600 * 30;
        const RationalTime end{frames, frame};
        QCOMPARE(qint64{end.rescaled({1, 30000}).value}, qint64{frames * 1001});
        QCOMPARE(qint64{end.rescaled({1, 30000}).rescaled(frame).value}, qint64{frames});
    }

    void rangeIsHalfOpen() {
        const TimeRange range{{10, {1, 25}}, {20, {1, 25}}};
        QVERIFY(range.contains({10, {1, 25}}));
        QVERIFY(!range.contains({20, {1, 25}}));
        QVERIFY(range.contains({39, {1, 50}}));
        QVERIFY((TimeRange{{5, {1, 25}}, {5, {1, 25}}}.empty()));
    }

    void showsHoursMinutesSeconds() {
        QCOMPARE(lipwright::core::toDisplayString({3'723'456, {1, 1000}}),
                 std::string("1:02:03.456"));
        QCOMPARE(lipwright::core::toDisplayString({-500, {1, 1000}}), std::string("-0:00:00.500"));
    }
};

QTEST_GUILESS_MAIN(TestRationalTime)
#include "tst_rationaltime.moc"
