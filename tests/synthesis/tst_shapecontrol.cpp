// The three controls of a mouth against its six measures.
#include "engine/synthesis/shapecontrol.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using face::MouthMeasure;
using face::MouthShape;
using synthesis::ShapeControl;

namespace {

float valueOf(const MouthShape& shape, MouthMeasure measure) {
    return shape[static_cast<std::size_t>(measure)];
}

bool near(float a, float b) {
    return std::abs(a - b) < 1e-4F;
}

bool near(const ShapeControl& a, const ShapeControl& b) {
    return near(a.opening, b.opening) && near(a.width, b.width) && near(a.rounding, b.rounding);
}

const MouthShape kSpeaking = {0.8F, -0.4F, 0.9F, 0.5F, -0.7F, 0.6F};

}  // namespace

class TestShapeControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMeanMouthHasNoControl() { QCOMPARE(synthesis::controlOf({}), ShapeControl{}); }

    void theControlAskedForIsReached_data() {
        QTest::addColumn<float>("opening");
        QTest::addColumn<float>("width");
        QTest::addColumn<float>("rounding");
        QTest::newRow("mean") << 0.0F << 0.0F << 0.0F;
        QTest::newRow("wide open") << 3.0F << 0.5F << 0.0F;
        QTest::newRow("spread") << -0.5F << 2.5F << -1.5F;
        QTest::newRow("rounded") << 0.3F << -2.0F << 2.5F;
    }

    void theControlAskedForIsReached() {
        QFETCH(float, opening);
        QFETCH(float, width);
        QFETCH(float, rounding);
        const ShapeControl wanted{opening, width, rounding};
        QVERIFY(near(synthesis::controlOf(synthesis::withControl(kSpeaking, wanted)), wanted));
    }

    void theOwnControlChangesNothing() {
        const auto same = synthesis::withControl(kSpeaking, synthesis::controlOf(kSpeaking));
        for (std::size_t m = 0; m < same.size(); ++m) {
            QVERIFY(near(same[m], kSpeaking[m]));
        }
    }

    void anOpeningMouthDropsItsJaw() {
        const MouthShape open = synthesis::withControl({}, {1.0F, 0.0F, 0.0F});
        for (const auto measure :
             {MouthMeasure::height, MouthMeasure::jaw, MouthMeasure::lowerLip}) {
            QVERIFY(valueOf(open, measure) > 0.6F && valueOf(open, measure) < 1.1F);
        }
        QVERIFY(valueOf(open, MouthMeasure::upperLip) < -0.2F);
        QVERIFY(near(valueOf(open, MouthMeasure::width), 0.0F));
    }

    void roundLipsStandHigh() {
        const MouthShape round = synthesis::withControl({}, {0.0F, 0.0F, 1.0F});
        QVERIFY(valueOf(round, MouthMeasure::height) > 0.4F);
        QVERIFY(near(valueOf(round, MouthMeasure::opening), 0.0F));
        // Narrow lips of the same height are rounder.
        QVERIFY(synthesis::controlOf({0.0F, -1.0F}).rounding > 0.3F);
    }

    void closedLipsTouch() {
        face::MouthRange range;
        range.centre = {0.12F, 0.60F, 0.30F, 0.9F, 0.25F, 0.37F};
        range.range = {0.06F, 0.04F, 0.06F, 0.05F, 0.02F, 0.05F};
        const ShapeControl now = synthesis::controlOf(kSpeaking);
        const ShapeControl closed = synthesis::closedLips(range, now);
        const MouthShape shape = range.absolute(synthesis::withControl(kSpeaking, closed));
        QVERIFY(near(valueOf(shape, MouthMeasure::opening), 0.0F));
        // The rest follows as in speech, which is far less.
        QVERIFY(closed.width < now.width && closed.width > now.width - 1.0F);
        QVERIFY(near(synthesis::closedLips(range, closed), closed));
    }
};

QTEST_GUILESS_MAIN(TestShapeControl)
#include "tst_shapecontrol.moc"
