// Retouches and compared takes in the player, on a numbered film with red patches.
#include "tests/playback/listened.h"
#include "tests/playback/numberedfilm.h"

#include <QtTest>

using namespace lipwright;
using namespace lipwright::app;
using test::isRed;
using test::Listened;
using widgets::ViewerPicture;

namespace {

constexpr core::FrameRange kShown{10, 30};
const QRect kRegion(100, 100, 64, 48);

}  // namespace

class TestRetouchedPlayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!test::Clips::available()) {
            QSKIP("the ffmpeg command is not installed");
        }
        QVERIFY(test::makeNumberedFilm(m_clips, "film.mp4", 75, 25));
        m_film = {m_clips.file("film.mp4"), test::indexOf(m_clips.file("film.mp4"))};
        QVERIFY(m_film.index);
        QVERIFY(test::makeRedTake(m_clips.file("take"), 10, 20, kRegion));
    }

    void aRetouchIsSeenAndItsMask() {
        Listened heard(m_film);
        show(heard, 15, take({}));
        QVERIFY(isRed(heard.pictures.last().dubbed, kRegion.center()));
        project::Retouch retouch;
        retouch.opacity = {{0, 0.5}};
        retouch.feather = 0.3;
        show(heard, 15, take(retouch));
        const ViewerPicture shown = heard.pictures.last();
        QVERIFY(!isRed(shown.dubbed, kRegion.center()));
        QCOMPARE(qAlpha(shown.mask.pixel(shown.mask.width() / 2, shown.mask.height() / 2)), 128);
        QVERIFY(qAlpha(shown.mask.pixel(1, shown.mask.height() / 2)) < 64);
        QCOMPARE(test::numberIn(shown.original), 15);
        QCOMPARE(heard.errors, QStringList());
    }

    void forcedFramesShowTheFilm() {
        project::Retouch retouch;
        retouch.original = {{14, 17}};
        Listened heard(m_film);
        heard.player.setTakes({take(retouch)});
        for (qint64 frame = 12; frame < 20; ++frame) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
            const bool forced = frame >= 14 && frame < 17;
            QCOMPARE(heard.pictures.last().dubbed.isNull(), forced);
            QCOMPARE(heard.pictures.last().mask.isNull(), forced);
        }
    }

    // Only the frames concerned are composed anew, and the one on the screen decodes nothing.
    void onlyWhatChangedIsMadeAnew() {
        Listened heard(m_film);
        heard.player.setTakes({take({})});
        for (const qint64 frame : {22, 15}) {
            heard.player.seek(frame);
            QVERIFY(heard.waitFor(frame));
        }
        const auto of = [&heard](qint64 frame) {
            return *std::ranges::find_if(
                heard.pictures, [frame](const ViewerPicture& p) { return p.frame == frame; });
        };
        const ViewerPicture untouched = of(22);
        const ViewerPicture before = of(15);
        project::Retouch retouch;
        retouch.original = {{16, 20}};
        retouch.opacity = {{15, 0.4}, {16, 1.0}};
        show(heard, 15, take(retouch));
        const ViewerPicture after = heard.pictures.last();
        QVERIFY(after.dubbed.cacheKey() != before.dubbed.cacheKey());
        QCOMPARE(after.original.cacheKey(), before.original.cacheKey());
        heard.player.seek(22);
        QVERIFY(heard.waitFor(22));
        QCOMPARE(heard.pictures.last().dubbed.cacheKey(), untouched.dubbed.cacheKey());
        heard.player.seek(18);
        QVERIFY(heard.waitFor(18));
        QVERIFY(heard.pictures.last().dubbed.isNull());
    }

    void theSameRetouchIsNoChange() {
        Listened heard(m_film);
        project::Retouch retouch;
        retouch.opacity = {{15, 0.4}};
        show(heard, 15, take(retouch));
        heard.pictures.clear();
        heard.player.setTakes({take(retouch)});  // another pointer to the same
        QTest::qWait(100);
        QVERIFY(heard.pictures.isEmpty());
    }

    void anotherTakeIsShownBeside() {
        Listened heard(m_film);
        heard.player.seek(15);
        QVERIFY(heard.waitFor(15));
        QVERIFY(heard.pictures.last().compared.isNull());
        heard.pictures.clear();
        heard.player.setComparedTakes({take({})});
        QVERIFY(heard.waitFor(15));
        QVERIFY(isRed(heard.pictures.last().compared, kRegion.center()));
        QVERIFY(heard.pictures.last().dubbed.isNull());
        heard.player.seek(35);
        QVERIFY(heard.waitFor(35));
        QVERIFY(heard.pictures.last().compared.isNull());

        project::Retouch forced;
        forced.original = {{0, 75}};
        heard.player.setComparedTakes({take(forced)});
        heard.player.seek(16);
        QVERIFY(heard.waitFor(16));
        QCOMPARE(heard.pictures.last().compared, heard.pictures.last().original);

        heard.pictures.clear();
        heard.player.setComparedTakes({});
        QVERIFY(heard.waitFor(16));
        QVERIFY(heard.pictures.last().compared.isNull());
        QCOMPARE(heard.errors, QStringList());
    }

private:
    [[nodiscard]] PlayerTake take(const project::Retouch& retouch) const {
        return {m_clips.file("take"), kShown, std::make_shared<project::Retouch>(retouch)};
    }

    static void show(Listened& heard, qint64 frame, const PlayerTake& take) {
        heard.player.seek(frame);
        QVERIFY(heard.waitFor(frame));
        heard.pictures.clear();
        heard.player.setTakes({take});
        QVERIFY(heard.waitFor(frame));
    }

    test::Clips m_clips;
    PlayerFilm m_film;
};

QTEST_MAIN(TestRetouchedPlayer)
#include "tst_retouchedplayer.moc"
