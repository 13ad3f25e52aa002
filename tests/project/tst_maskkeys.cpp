#include "engine/project/edits.h"
#include "engine/project/maskkeys.h"

#include <QTest>

using namespace lipwright::project;

namespace {

BrushStroke stroke(float x, std::size_t points = 1) {
    BrushStroke result;
    result.points.assign(points, {x, 0.5F});
    return result;
}

Retouch painted() {
    Retouch retouch;
    retouch.mask = {{10, {stroke(0.1F)}}, {20, {stroke(0.2F), stroke(0.3F)}}};
    return retouch;
}

}  // namespace

class TestMaskKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewKeyframeGoesOnFromTheOneBefore_data() {
        QTest::addColumn<int>("frame");
        QTest::addColumn<int>("strokes");
        QTest::newRow("before the first") << 5 << 1;
        QTest::newRow("between") << 15 << 1;
        QTest::newRow("behind the last") << 30 << 2;
    }
    void aNewKeyframeGoesOnFromTheOneBefore() {
        QFETCH(int, frame);
        QFETCH(int, strokes);
        Retouch retouch = painted();
        QVERIFY(!hasMaskKey(retouch, frame));
        addMaskKey(retouch, frame);
        QVERIFY(hasMaskKey(retouch, frame));
        QCOMPARE(retouch.mask.size(), std::size_t(3));
        QVERIFY(retouchProblem(retouch).empty());  // and so in order
        const auto key = std::ranges::find(retouch.mask, frame, &MaskKeyframe::frame);
        QCOMPARE(key->strokes.size(), static_cast<std::size_t>(strokes));
        const Retouch once = retouch;
        addMaskKey(retouch, frame);
        QVERIFY(retouch == once);
        removeMaskKey(retouch, frame);
        QVERIFY(retouch == painted());
    }

    void strokesGoOnTheirKeyframeAlone() {
        Retouch retouch = painted();
        addStrokes(retouch, 10, std::vector{stroke(0.7F)});
        QCOMPARE(retouch.mask.size(), std::size_t(2));
        QVERIFY((retouch.mask[0].strokes == std::vector{stroke(0.1F), stroke(0.7F)}));
        QVERIFY(retouch.mask[1] == painted().mask[1]);
        Retouch empty;
        addStrokes(empty, 4, std::vector{stroke(0.5F)});
        QVERIFY((empty.mask == std::vector<MaskKeyframe>{{4, {stroke(0.5F)}}}));
    }

    void longStrokesAreCutWithoutAGap() {
        BrushStroke line;
        for (int i = 0; i < 9000; ++i) {
            line.points.push_back({static_cast<float>(i) / 9000.0F, 0.0F});
        }
        Retouch retouch;
        addStrokes(retouch, 0, std::vector{line});
        QVERIFY(retouchProblem(retouch).empty());
        const auto& parts = retouch.mask.front().strokes;
        QCOMPARE(parts.size(), std::size_t(3));
        QVERIFY(parts.front().points.front() == line.points.front());
        QVERIFY(parts.back().points.back() == line.points.back());
        for (std::size_t i = 1; i < parts.size(); ++i) {
            QVERIFY(parts[i].points.front() == parts[i - 1].points.back());
        }
    }

    void neighboursAreFound() {
        const Retouch retouch = painted();
        QVERIFY(!neighbourMaskKey(retouch, 10, -1));
        QCOMPARE(*neighbourMaskKey(retouch, 11, -1), 10);
        QCOMPARE(*neighbourMaskKey(retouch, 10, 1), 20);
        QCOMPARE(*neighbourMaskKey(retouch, 9, 1), 10);
        QVERIFY(!neighbourMaskKey(retouch, 20, 1));
    }

    void aCopiedRetouchKeepsItsDistances() {
        Segment segment;
        segment.frames = {8, 40};
        segment.retouch = painted();
        segment.retouch.opacity = {{8, 0.0}, {12, 1.0}};
        segment.retouch.original = {{30, 40}};
        const Retouch moved = retouchFrom(segment, 108, 132);
        QCOMPARE(moved.mask.front().frame, 110);
        QCOMPARE(moved.mask.back().frame, 120);
        QCOMPARE(moved.opacity.front().frame, 108);
        QVERIFY((moved.original == std::vector<lipwright::core::FrameRange>{{130, 132}}));
        QVERIFY(retouchFrom(segment, 8, 1000) == segment.retouch);
    }
};

QTEST_GUILESS_MAIN(TestMaskKeys)
#include "tst_maskkeys.moc"
