#include "tests/playback/listened.h"
#include "tests/playback/numberedfilm.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace lipwright;
using namespace lipwright::app;
using test::isRed;
using test::Listened;
using widgets::ViewerPicture;

namespace {

constexpr int kFrames = 150;

}  // namespace

class TestPlayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!test::Clips::available()) {
            QSKIP("the ffmpeg command is not installed");
        }
        QVERIFY(test::makeNumberedFilm(m_clips, "film.mp4", kFrames, 25));
        m_film = film("film.mp4");
        QVERIFY(m_film.index);
        QCOMPARE(m_film.index->frameCount(), kFrames);
    }

    void seekIsExact() {
        Listened heard(m_film);
        QVERIFY(heard.waitFor(0));
        for (const qint64 frame : {149, 0, 24, 25, 26, 1, 101, 74, 75, 148, 60}) {
            heard.player.seek(frame);
            QCOMPARE(heard.player.position(), frame);
            QVERIFY(heard.waitFor(frame));
            QCOMPARE(test::numberIn(heard.pictures.last().original), frame);
            QCOMPARE(heard.pictures.last().filmSize, QSize(320, 180));
            QVERIFY(heard.pictures.last().dubbed.isNull());
        }
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void stepsCrossGroupsOfPictures() {
        Listened heard(m_film);
        heard.player.seek(20);
        QVERIFY(heard.waitFor(20));
        for (int i = 0; i < 12; ++i) {
            heard.player.step(1);
            QVERIFY(heard.waitFor(21 + i));
        }
        for (int i = 0; i < 12; ++i) {
            heard.player.step(-1);
            QVERIFY(heard.waitFor(31 - i));
        }
        QCOMPARE(heard.player.position(), 20);
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void staysInTheFilm() {
        Listened heard(m_film);
        heard.player.seek(100000);
        QCOMPARE(heard.player.position(), kFrames - 1);
        QVERIFY(heard.waitFor(kFrames - 1));
        heard.player.step(1);
        QCOMPARE(heard.player.position(), kFrames - 1);
        heard.player.seek(-5);
        QCOMPARE(heard.player.position(), 0);
        QVERIFY(heard.waitFor(0));
    }

    void playsAtTheFilmsPaceAndStopsAtTheEnd() {
        Listened heard(m_film);
        heard.player.seek(125);
        QVERIFY(heard.waitFor(125));
        QTest::qWait(100);
        heard.positions.clear();
        QElapsedTimer wall;
        wall.start();
        heard.player.play();
        QCOMPARE(heard.player.speed(), 1.0);
        QVERIFY(QTest::qWaitFor([&] { return !heard.player.playing(); }, 5000));
        QVERIFY2(qAbs(wall.elapsed() - 1000) < 250, qPrintable(QString::number(wall.elapsed())));
        QCOMPARE(heard.player.position(), kFrames - 1);
        QVERIFY(heard.waitFor(kFrames - 1));
        QVERIFY(std::ranges::is_sorted(heard.positions));
        QVERIFY2(heard.positions.size() >= 15, qPrintable(QString::number(heard.positions.size())));
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void playsBackwardsToTheBeginning() {
        Listened heard(m_film);
        heard.player.seek(60);
        QVERIFY(heard.waitFor(60));
        QTest::qWait(100);
        heard.positions.clear();
        heard.pictures.clear();
        heard.player.shuttle(-1);
        heard.player.shuttle(-1);
        QCOMPARE(heard.player.speed(), -2.0);
        QVERIFY(QTest::qWaitFor([&] { return !heard.player.playing(); }, 5000));
        QCOMPARE(heard.player.position(), 0);
        QVERIFY(heard.waitFor(0));
        QVERIFY(std::ranges::is_sorted(heard.positions, std::greater<>()));
        QVERIFY2(heard.pictures.size() >= 25, qPrintable(QString::number(heard.pictures.size())));
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void fastForwardShowsEveryFewFrames() {
        Listened heard(m_film);
        QVERIFY(heard.waitFor(0));
        heard.positions.clear();
        heard.player.play(8.0);
        QVERIFY(QTest::qWaitFor([&] { return !heard.player.playing(); }, 5000));
        QVERIFY(heard.waitFor(kFrames - 1));
        QVERIFY(heard.positions.size() <= kFrames / 4 + 2);
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void loopsWithItsRolls() {
        Listened heard(m_film);
        heard.player.seek(50);
        QVERIFY(heard.waitFor(50));
        heard.player.setLoop(core::FrameRange{52, 57}, 0.08, 0.12);
        QCOMPARE(heard.player.loop(), (core::FrameRange{52, 57}));
        heard.positions.clear();
        heard.player.play();
        const auto rounds = [&] {
            int count = 0;
            for (qsizetype i = 1; i < heard.positions.size(); ++i) {
                count += heard.positions[i] < heard.positions[i - 1] ? 1 : 0;
            }
            return count;
        };
        QVERIFY(QTest::qWaitFor([&] { return rounds() >= 2; }, 5000));
        QCOMPARE(*std::ranges::min_element(heard.positions), 50);
        QVERIFY(*std::ranges::max_element(heard.positions) <= 59);
        heard.player.setLoop({});
        QVERIFY(QTest::qWaitFor([&] { return heard.player.position() > 62; }, 5000));
        heard.player.pause();
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void variableRateKeepsItsTimes() {
        // 40 ms, then 120 ms, and so on in turns: 80 ms on average.
        QVERIFY(test::makeNumberedFilm(m_clips, "vfr.mkv", 60, 12,
                                       "settb=1/1000,setpts='N*80+40*mod(N,2)'",
                                       {"-vsync", "passthrough", "-enc_time_base", "1:1000"}));
        const PlayerFilm vfr = film("vfr.mkv");
        QVERIFY(vfr.index && vfr.index->variableRate());
        Listened heard(vfr);
        for (const qint64 frame : {13, 12, 11, 59, 30}) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
        }
        QElapsedTimer wall;
        wall.start();
        heard.player.play();
        QVERIFY(QTest::qWaitFor([&] { return heard.player.position() >= 42; }, 5000));
        QVERIFY2(qAbs(wall.elapsed() - 12 * 80) < 250, qPrintable(QString::number(wall.elapsed())));
        heard.player.pause();
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void takesShowOnTheirFramesOnly() {
        const auto folder = m_clips.file("take");
        const QRect region(100, 100, 64, 48);
        QVERIFY(test::makeRedTake(folder, 10, 20, region));
        Listened heard(m_film);
        heard.player.seek(15);
        QVERIFY(heard.waitFor(15));
        QVERIFY(heard.pictures.last().dubbed.isNull());
        QTest::qWait(200);  // neighbours are made ready without the take
        heard.pictures.clear();
        heard.player.setTakes({{folder, {12, 25}}});
        QVERIFY(heard.waitFor(15));
        const ViewerPicture shown = heard.pictures.last();
        QVERIFY(isRed(shown.dubbed, region.center()));
        QVERIFY(!isRed(shown.original, region.center()));
        QVERIFY(!isRed(shown.dubbed, region.topLeft() - QPoint(6, 6)));
        QCOMPARE(shown.maskRegion, region);
        QCOMPARE(shown.mask.size(), region.size());
        QCOMPARE(qAlpha(shown.mask.pixel(5, 5)), 255);
        QCOMPARE(test::numberIn(shown.dubbed), 15);
        for (qint64 frame = 9; frame < 28; ++frame) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
            QCOMPARE(!heard.pictures.last().dubbed.isNull(), frame >= 12 && frame < 25);
        }
        heard.player.seek(15);
        QVERIFY(heard.waitFor(15));
        heard.pictures.clear();
        heard.player.setTakes({});
        QVERIFY(heard.waitFor(15));
        QVERIFY(heard.pictures.last().dubbed.isNull());
        QCOMPARE(heard.errors, QStringList());
    }

    /// A picture on its way when takes change is not the last one shown.
    void anEarlierAnswerIsNotTakenForTheNewOne() {
        const auto folder = m_clips.file("late-take");
        const QRect region(100, 100, 64, 48);
        QVERIFY(test::makeRedTake(folder, 10, 20, region));
        Listened heard(m_film);
        heard.player.seek(30);
        QVERIFY(heard.waitFor(30));
        heard.player.seek(15);
        QThread::msleep(500);  // made, and waiting in this thread's queue
        heard.player.setTakes({{folder, {12, 25}}});
        QTRY_VERIFY(heard.pictures.last().frame == 15 && !heard.pictures.last().dubbed.isNull());
    }

    void brokenTakeIsToldOnceAndTheFilmShown() {
        Listened heard(m_film);
        heard.player.setTakes({{m_clips.file("no-take"), {0, 150}}});
        for (const qint64 frame : {3, 4, 90}) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
            QVERIFY(heard.pictures.last().dubbed.isNull());
        }
        QCOMPARE(heard.mislabelled(), QList<qint64>());
        QCOMPARE(heard.errors.size(), 1);
    }

    void picturesFitTheViewer() {
        Listened heard(m_film);
        QVERIFY(heard.waitFor(0));
        heard.pictures.clear();
        heard.player.setMaximumPictureSize({160, 160});
        QVERIFY(heard.waitFor(0));
        QCOMPARE(heard.pictures.last().original.size(), QSize(160, 90));
        QCOMPARE(heard.pictures.last().filmSize, QSize(320, 180));
        heard.player.setMaximumPictureSize({5000, 5000});
        QVERIFY(QTest::qWaitFor([&] { return heard.pictures.last().original.width() == 320; }));
    }

    void lastOfManySeeksComesLast() {
        Listened heard(m_film);
        auto* const random = QRandomGenerator::global();
        for (int i = 0; i < 200; ++i) {
            heard.player.seek(random->bounded(kFrames));
        }
        heard.player.seek(77);
        QVERIFY(heard.waitFor(77));
        QTest::qWait(200);
        QCOMPARE(heard.pictures.last().frame, 77);
        QVERIFY2(heard.pictures.size() <= 5, "wishes that were replaced have been answered");
        QCOMPARE(heard.mislabelled(), QList<qint64>());
    }

    void memoryStaysInTheBudget() {
        Listened heard(m_film);
        constexpr qint64 kBudget = qint64{4} << 20;
        heard.player.setMemoryBudget(kBudget);
        for (qint64 frame = 0; frame < kFrames; frame += 3) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
            QVERIFY(heard.player.memoryHeld() <= kBudget);
        }
        QTest::qWait(200);
        QVERIFY(heard.player.memoryHeld() > 0);
        QVERIFY(heard.player.memoryHeld() <= kBudget);
    }

    void damageIsToldAndHeldOver() {
        QVERIFY(test::makeNumberedFilm(m_clips, "whole.mp4", 100, 10));
        const PlayerFilm whole = film("whole.mp4");
        QFile file(m_clips.path("whole.mp4"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 from = file.size() * 40 / 100;
        QVERIFY(file.seek(from));
        file.write(QByteArray(static_cast<int>(file.size() / 5), '\xff'));
        file.close();
        Listened heard(whole);
        for (qint64 frame = 0; frame < 100; frame += 3) {
            heard.player.seek(frame);
            QVERIFY2(heard.waitFor(frame), qPrintable(QString::number(frame)));
            QVERIFY(!heard.pictures.last().original.isNull());
        }
        QCOMPARE(heard.errors.size(), 1);
        QVERIFY2(heard.errors.first().contains("whole.mp4"), qPrintable(heard.errors.first()));
        heard.player.seek(99);
        QVERIFY(heard.waitFor(99));
        QCOMPARE(test::numberIn(heard.pictures.last().original), 99);
    }

    void missingFilmIsAnError() {
        Listened heard({m_clips.file("nowhere.mp4"), m_film.index});
        QVERIFY(QTest::qWaitFor([&] { return heard.errors.size() == 1; }));
        heard.player.setFilm(m_film);
        QVERIFY(heard.waitFor(0));
        heard.player.setFilm({});
        heard.pictures.clear();
        heard.player.play();
        QVERIFY(!heard.player.playing());
        QTest::qWait(100);
        QVERIFY(heard.pictures.isEmpty());
    }

    void filmWithoutIndexIsIndexedAside() {
        Listened heard({m_film.path, nullptr});
        heard.player.seek(100000);
        QVERIFY(heard.waitFor(kFrames - 1));
        QCOMPARE(heard.player.position(), kFrames - 1);
    }

    void thumbnailsAreSmallAndNearTheirFrames() {
        Listened heard(m_film);
        heard.player.requestThumbnails({0, 1, 2, 3}, 45);
        heard.player.requestThumbnails({30, 31, 32, 33}, 45);  // replaces them
        QVERIFY(QTest::qWaitFor([&] { return heard.thumbnails.size() >= 4; }));
        QTest::qWait(100);
        for (qint64 frame = 30; frame < 34; ++frame) {
            QCOMPARE(heard.thumbnails[frame].size(), QSize(80, 45));
            QCOMPARE(test::numberIn(heard.thumbnails[frame]), frame);
        }
        heard.player.requestThumbnails({10, 60, 110}, 45);
        QVERIFY(QTest::qWaitFor([&] { return heard.thumbnails.contains(110); }));
        QCOMPARE(test::numberIn(heard.thumbnails[60]), 50);  // the key frame before it
    }

    void goesQuicklyWhileDecoding() {
        for (int round = 0; round < 5; ++round) {
            auto heard = std::make_unique<Listened>(m_film);
            heard->player.requestThumbnails({10, 40, 80, 120, 149}, 45);
            heard->player.seek(140);
            heard->player.play();
            QTest::qWait(10 * round);
            QElapsedTimer wall;
            wall.start();
            heard.reset();
            QVERIFY2(wall.elapsed() < 1000, qPrintable(QString::number(wall.elapsed())));
        }
    }

    void wallClockWithoutADevice() {
        Listened heard(m_film);
        heard.player.setSounds({{"film", {{m_film.path, 0, 0.0, 0.0}}}});
        heard.player.selectSound(0);
        QVERIFY(!heard.player.audioNote().isEmpty());
        heard.player.play();
        QVERIFY(QTest::qWaitFor([&] { return heard.player.position() >= 20; }, 3000));
        QVERIFY(!heard.player.audioNote().isEmpty());
        QCOMPARE(heard.errors, QStringList());  // a film without sound is no mistake
    }

private:
    PlayerFilm film(const QString& name) const {
        return {m_clips.file(name), test::indexOf(m_clips.file(name))};
    }

    test::Clips m_clips;
    PlayerFilm m_film;
};

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"
