#include "app/cli/timespan.h"

#include <QtTest>

using lipwright::cli::parseSeconds;
using lipwright::cli::parseTimeSpan;

class TestTimeSpan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTimes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds");  // negative: refused
        QTest::newRow("seconds") << "12.5" << 12.5;
        QTest::newRow("minutes") << "1:02" << 62.0;
        QTest::newRow("hours") << "1:02:03.25" << 3723.25;
        QTest::newRow("many seconds alone") << "125" << 125.0;
        QTest::newRow("nothing") << "" << -1.0;
        QTest::newRow("word") << "soon" << -1.0;
        QTest::newRow("negative") << "-3" << -1.0;
        QTest::newRow("sixty-one seconds behind minutes") << "1:61" << -1.0;
        QTest::newRow("four parts") << "1:2:3:4" << -1.0;
        QTest::newRow("trailing text") << "12s" << -1.0;
        QTest::newRow("not a number") << "nan" << -1.0;
    }

    void readsTimes() {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        const auto parsed = parseSeconds(text.toStdString());
        QCOMPARE(parsed.has_value(), seconds >= 0.0);
        if (parsed) {
            QCOMPARE(*parsed, seconds);
        }
    }

    void readsSpans() {
        const auto span = parseTimeSpan("0:10-1:00");
        QVERIFY(span.has_value());
        QCOMPARE(span->startSeconds, 10.0);
        QCOMPARE(span->endSeconds, 60.0);
        QVERIFY(parseTimeSpan("5-").has_value());
        QVERIFY(!parseTimeSpan("5").has_value());
        QVERIFY(!parseTimeSpan("10-5").has_value());
        QVERIFY(!parseTimeSpan("5-5").has_value());
        QVERIFY(!parseTimeSpan("-5").has_value());
    }
};

QTEST_GUILESS_MAIN(TestTimeSpan)
#include "tst_timespan.moc"
