#include "engine/adaptation/stageclock_p.h"

#include <QtTest>

using namespace lipwright;
using adaptation::StageClock;

class TestStageClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stagesWeighTheirTime_data() {
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<int>("done");
        QTest::addColumn<int>("thousandths");
        QTest::newRow("beginning") << QByteArray("listen") << 0 << 0;
        QTest::newRow("half of the first") << QByteArray("listen") << 2 << 50;
        QTest::newRow("half of the second") << QByteArray("shape") << 2 << 400;
        QTest::newRow("the last") << QByteArray("mouth") << 4 << 1000;
    }
    void stagesWeighTheirTime() {
        QFETCH(const QByteArray, stage);
        QFETCH(const int, done);
        core::Progress told;
        const core::ProgressCallback target = [&](const core::Progress& part) { told = part; };
        StageClock clock({{"listen", 10.0}, {"shape", 60.0}, {"mouth", 30.0}}, target);
        clock.progress()({stage.constData(), done, 4});
        QTEST(static_cast<int>(told.done), "thousandths");
        QCOMPARE(told.total, std::int64_t{1000});
        QCOMPARE(std::string(told.stage), stage.toStdString());
    }

    void aJobIsOneOfTheStages() {
        core::Progress told;
        const core::ProgressCallback target = [&](const core::Progress& part) { told = part; };
        StageClock clock({{"listen", 25.0}, {"shape", 75.0}}, target);
        clock.progressOf("shape")({"train", 1, 3});
        QCOMPARE(told.done, std::int64_t{500});
        QCOMPARE(std::string(told.stage), std::string("shape"));
        clock.progressOf("shape")({"train", 1, 0});  // how much there is to do is not known
        QCOMPARE(told.done, std::int64_t{250});
    }

    void whoeverIsToldHoldsItUp() {
        const core::ProgressCallback target = [](const core::Progress&) { QTest::qSleep(30); };
        StageClock clock({{"listen", 25.0}}, target);
        QCOMPARE(clock.secondsHeldUp(), 0.0);
        QTest::qSleep(30);
        clock.progress()({"listen", 1, 2});
        clock.progress()({"listen", 2, 2});
        QVERIFY(clock.secondsHeldUp() >= 0.06 && clock.secondsHeldUp() < 0.085);
    }
};

QTEST_GUILESS_MAIN(TestStageClock)
#include "tst_stageclock.moc"
