// Keyframes of a retouch resolved frame by frame, and what strokes leave on the mask.
#include "engine/dubbing/brushcanvas.h"
#include "engine/dubbing/retouchtrack.h"
#include "engine/synthesis/headplane.h"
#include "tests/synthesis/drawnactor.h"

#include <QtTest>
#include <array>
#include <cmath>

using namespace lipwright;
using core::FrameRange;
using dubbing::BrushCanvas;
using dubbing::RetouchTrack;
using project::BrushStroke;
using project::Retouch;
using synthesis::BrushField;

namespace {

BrushStroke stroke(std::vector<std::array<float, 2>> points, bool erases = false,
                   float softness = 0.5F) {
    return {erases, 0.1F, softness, std::move(points)};
}

float valueAt(const BrushField& field, float x, float y) {
    return field(cvFloor((y - synthesis::kBrushTop) / synthesis::kBrushCell),
                 cvFloor((x - synthesis::kBrushLeft) / synthesis::kBrushCell));
}

bool same(const BrushField& a, const BrushField& b) {
    return a.size() == b.size() && (a.empty() || cv::norm(a, b, cv::NORM_INF) < 1e-6);
}

RetouchTrack trackOf(const Retouch& retouch,
                     std::shared_ptr<const face::FaceAnalysis> faces = nullptr) {
    return {retouch, 0, -1, std::move(faces)};
}

synthesis::SynthesizedFrame patchOf(const media::VideoFrame& film) {
    synthesis::SynthesizedFrame made;
    made.region = {60, 80, 120, 120};
    made.patch.rgb = film.rgb(made.region)->clone();
    made.patch.alpha = cv::Mat(made.region.size(), CV_8U, cv::Scalar(255));
    return made;
}

}  // namespace

class TestRetouchTrack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strokesAreSoftAndRound() {
        BrushCanvas canvas;
        const BrushField field = canvas.drawn({stroke({{-0.3F, 1.0F}, {0.3F, 1.0F}})});
        QCOMPARE(valueAt(field, 0.0F, 1.0F), 1.0F);
        QCOMPARE(valueAt(field, 0.0F, 1.04F), 1.0F);  // half of the radius is hard
        const float edge = valueAt(field, 0.0F, 1.075F);
        QVERIFY(edge > 0.3F && edge < 0.7F);
        QCOMPARE(valueAt(field, 0.0F, 1.115F), 0.0F);
        QVERIFY(valueAt(field, 0.375F, 1.0F) > 0.3F);  // round behind its end
        QCOMPARE(valueAt(field, 0.375F, 1.08F), 0.0F);
        QCOMPARE(valueAt(canvas.drawn({stroke({{0.0F, 1.0F}})}), 0.0F, 1.0F), 1.0F);
        QVERIFY(canvas.drawn({}).empty());
    }

    void aStrokeCoversItselfOnce() {
        BrushCanvas canvas;
        const auto once = canvas.drawn({stroke({{0.0F, 1.0F}, {0.4F, 1.0F}})}).clone();
        const auto twice =
            canvas.drawn({stroke({{0.0F, 1.0F}, {0.4F, 1.0F}, {0.0F, 1.0F}, {0.4F, 1.0F}})});
        QVERIFY(same(once, twice));
    }

    void theLaterStrokeWins() {
        const auto paint = stroke({{0.0F, 1.0F}});
        const auto erase = stroke({{0.0F, 1.0F}}, true);
        BrushCanvas canvas;
        QCOMPARE(valueAt(canvas.drawn({paint, erase}), 0.0F, 1.0F), -1.0F);
        QCOMPARE(valueAt(canvas.drawn({erase, paint}), 0.0F, 1.0F), 1.0F);
    }

    // However the strokes came about, the field is that of drawing them all at once.
    void goingOnDrawsTheSame() {
        const auto a = stroke({{-0.4F, 0.8F}, {0.1F, 0.9F}});
        const auto b = stroke({{0.0F, 0.8F}, {0.2F, 1.0F}}, true);
        auto longer = b;
        longer.points.push_back({0.6F, 1.1F});
        const auto c = stroke({{0.1F, 0.7F}, {0.1F, 1.3F}});
        BrushCanvas canvas;
        const std::vector<std::vector<BrushStroke>> steps{
            {a}, {a, b}, {a, longer}, {a, b, c}, {a, c}, {c}, {a, b, c}, {a, longer}, {}};
        for (const auto& strokes : steps) {
            BrushCanvas fresh;
            QVERIFY(same(canvas.drawn(strokes), fresh.drawn(strokes)));
        }
    }

    void opacityGoesLinearly_data() {
        QTest::addColumn<qint64>("frame");
        QTest::addColumn<double>("opacity");
        QTest::newRow("before the first") << qint64{0} << 0.2;
        QTest::newRow("first") << qint64{10} << 0.2;
        QTest::newRow("between") << qint64{15} << 0.6;
        QTest::newRow("second") << qint64{20} << 1.0;
        QTest::newRow("falling") << qint64{24} << 0.6;
        QTest::newRow("behind the last") << qint64{1000} << 0.0;
    }
    void opacityGoesLinearly() {
        QFETCH(qint64, frame);
        QFETCH(double, opacity);
        Retouch retouch;
        retouch.opacity = {{10, 0.2}, {20, 1.0}, {30, 0.0}};
        QVERIFY(std::abs(trackOf(retouch).at(frame).opacity - opacity) < 1e-9);
        QCOMPARE(trackOf(retouch).keepsFilm(frame), opacity == 0.0);
        QCOMPARE(trackOf({}).at(frame).opacity, 1.0);
    }

    void paintingDissolvesFromKeyToKey() {
        Retouch retouch;
        retouch.mask = {
            {10, {stroke({{0.0F, 1.0F}})}}, {20, {stroke({{0.0F, 1.0F}}, true)}}, {30, {}}};
        const RetouchTrack track = trackOf(retouch);
        const auto at = [&track](std::int64_t frame) {
            return valueAt(track.at(frame).brush, 0.0F, 1.0F);
        };
        QCOMPARE(at(0), 1.0F);
        QCOMPARE(at(10), 1.0F);
        QVERIFY(std::abs(at(15)) < 1e-6F);
        QVERIFY(std::abs(at(17) + 0.4F) < 1e-6F);
        QCOMPARE(at(20), -1.0F);
        QVERIFY(std::abs(at(25) + 0.5F) < 1e-6F);
        QVERIFY(track.at(30).brush.empty());
        QVERIFY(track.at(99).brush.empty());
        QVERIFY(trackOf({}).at(10).changesNothing());
    }

    // However many keyframes there are and in whatever order they are asked for.
    void manyKeyframes() {
        Retouch retouch;
        for (int key = 0; key < 30; ++key) {
            retouch.mask.push_back(
                {10 * key, {stroke({{0.03F * static_cast<float>(key), 1.0F}}, key % 2 == 1)}});
        }
        const RetouchTrack track = trackOf(retouch);
        for (const std::int64_t frame : {0, 290, 155, 15, 40, 285, 155, 0, 222}) {
            QVERIFY(same(track.at(frame).brush, trackOf(retouch).at(frame).brush));
            QVERIFY(!track.at(frame).brush.empty());
        }
    }

    void anotherRetouchKeepsWhatIsStillRight() {
        Retouch retouch;
        retouch.mask = {{10, {stroke({{0.0F, 1.0F}})}}, {20, {stroke({{0.4F, 1.0F}})}}};
        const RetouchTrack first = trackOf(retouch);
        const BrushField before = first.at(14).brush.clone();
        Retouch changed = retouch;
        changed.grow = 0.1;
        changed.mask[1].strokes.push_back(stroke({{0.4F, 1.0F}}, true));
        const RetouchTrack second = first.with(changed);
        for (const std::int64_t frame : {10, 14, 20}) {
            QVERIFY(same(second.at(frame).brush, trackOf(changed).at(frame).brush));
        }
        QCOMPARE(second.at(14).grow, 0.1);
        QVERIFY(same(second.with(retouch).at(14).brush, before));
    }

    void forcedFramesKeepTheFilm() {
        const test::DrawnActor actor({0.1F, 0.1F, 0.1F, 0.1F});
        Retouch retouch;
        retouch.sharpness = 0.5;
        retouch.original = {{1, 2}, {3, 9}};
        const RetouchTrack track = trackOf(retouch);
        for (int frame = 0; frame < 4; ++frame) {
            const auto film = actor.frame(frame);
            const auto laid = track.apply(patchOf(film), film);
            QVERIFY(laid.has_value());
            QCOMPARE(laid->has_value(), frame % 2 == 0);
            QCOMPARE(track.keepsFilm(frame), frame % 2 == 1);
            QCOMPARE(track.at(frame).opacity, frame % 2 == 1 ? 0.0 : 1.0);
        }
    }

    // On another actor's face, or with none, there is nothing to paint on.
    void strokesNeedTheTracksFace() {
        test::DrawnActor actor({0.1F, 0.1F});
        actor.hide(1, face::FaceUsability::noFace);
        const auto faces = std::make_shared<const face::FaceAnalysis>(actor.analysis());
        Retouch retouch;
        retouch.mask = {{0, {stroke({{0.0F, 1.0F}}, true)}}};
        const auto erasedIn = [&](const RetouchTrack& track, int frame) {
            const auto film = actor.frame(frame);
            const auto made = patchOf(film);
            const auto laid = track.apply(made, film);
            return laid && laid->has_value() &&
                   cv::countNonZero((*laid)->patch.alpha) < cv::countNonZero(made.patch.alpha);
        };
        QVERIFY(erasedIn(RetouchTrack(retouch, 0, -1, faces), 0));
        QVERIFY(erasedIn(RetouchTrack(retouch, 5, 0, faces), 0));  // the track says whose face
        QVERIFY(!erasedIn(RetouchTrack(retouch, 0, -1, faces), 1));
        QVERIFY(!erasedIn(RetouchTrack(retouch, 1, -1, faces), 0));
        QVERIFY(!erasedIn(RetouchTrack(retouch, 0, 7, faces), 0));
        QVERIFY(!erasedIn(RetouchTrack(retouch, 0, -1, nullptr), 0));
        QVERIFY(!RetouchTrack(retouch, 0, -1, nullptr).faceAt(0).has_value());
    }

    void pointsGoToTheHeadAndBack() {
        const test::DrawnActor actor({0.1F});
        const synthesis::FacePlace face{actor.landmarks(0)};
        const cv::Point2f film(171.5F, 180.25F);
        const cv::Point2f back = dubbing::filmPoint(face, dubbing::headPoint(face, film));
        QVERIFY(std::hypot(back.x - film.x, back.y - film.y) < 0.01F);
        const cv::Point2f origin = dubbing::headPoint(face, actor.pose(0).centre);
        QVERIFY(std::hypot(origin.x, origin.y) < 0.1F);
        QCOMPARE(dubbing::headPoint({}, film), cv::Point2f());
    }

    void onlyWhatDiffersIsTold_data() {
        QTest::addColumn<QList<QList<qint64>>>("ranges");
        QTest::addColumn<int>("which");
        QTest::newRow("nothing") << QList<QList<qint64>>{} << 0;
        QTest::newRow("sharpness: all") << QList<QList<qint64>>{{0, 100}} << 1;
        QTest::newRow("one range more kept") << QList<QList<qint64>>{{40, 50}} << 2;
        QTest::newRow("an opacity key between others") << QList<QList<qint64>>{{11, 30}} << 3;
        QTest::newRow("painting of the last key") << QList<QList<qint64>>{{31, 90}} << 4;
    }
    void onlyWhatDiffersIsTold() {
        QFETCH(QList<QList<qint64>>, ranges);
        QFETCH(int, which);
        Retouch before;
        before.opacity = {{10, 0.5}, {30, 1.0}};
        before.mask = {{30, {stroke({{0.0F, 1.0F}})}}, {60, {}}};
        before.original = {{90, 100}};
        Retouch after = before;
        if (which == 1) {
            after.sharpness = 0.2;
        } else if (which == 2) {
            after.original.insert(after.original.begin(), {40, 50});
        } else if (which == 3) {
            after.opacity.insert(after.opacity.begin() + 1, {20, 0.9});
        } else if (which == 4) {
            after.mask[1].strokes = {stroke({{0.3F, 1.0F}})};
        }
        QList<QList<qint64>> found;
        for (const FrameRange& range : dubbing::framesThatDiffer(before, after, {0, 100})) {
            found.append({range.first, range.end});
        }
        QCOMPARE(found, ranges);
    }

    void whatNeedsFaces() {
        Retouch retouch;
        QVERIFY(dubbing::isNeutral(retouch));
        retouch.opacity = {{0, 0.5}};
        retouch.original = {{3, 4}};
        QVERIFY(!dubbing::isNeutral(retouch) && !dubbing::needsFaces(retouch));
        retouch.feather = 0.1;
        QVERIFY(dubbing::needsFaces(retouch));
    }
};

QTEST_GUILESS_MAIN(TestRetouchTrack)
#include "tst_retouchtrack.moc"
