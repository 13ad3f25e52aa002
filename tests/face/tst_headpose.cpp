#include "engine/face/headpose.h"
#include "engine/face/mouthshape.h"
#include "tests/face/facefixture.h"

#include <QtTest>

using namespace lipwright::face;
using namespace lipwright::face::test;

class TestHeadPose : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recoversPose_data();
    void recoversPose();
    void signsAreAsDocumented();
    void headCoordinatesInvert();
    void noiseTurnsTheHeadLittle();
    void residualTellsAFaceFromNone();
    void mouthMeasuresIgnorePose_data();
    void mouthMeasuresIgnorePose();
    void mouthMeasuresAreTheGaps();
    void rangeIsRobust();
    void rangeOfNothing();
};

void TestHeadPose::recoversPose_data() {
    QTest::addColumn<float>("yaw");
    QTest::addColumn<float>("pitch");
    QTest::addColumn<float>("roll");
    QTest::addColumn<float>("scale");
    QTest::newRow("frontal") << 0.0F << 0.0F << 0.0F << 100.0F;
    QTest::newRow("yaw") << 0.4F << 0.0F << 0.0F << 60.0F;
    QTest::newRow("pitch") << 0.0F << -0.3F << 0.0F << 200.0F;
    QTest::newRow("roll") << 0.0F << 0.0F << 0.5F << 33.0F;
    QTest::newRow("upside down") << 0.1F << 0.1F << 3.0F << 80.0F;
    QTest::newRow("all") << -0.35F << 0.25F << -0.4F << 150.0F;
}

void TestHeadPose::recoversPose() {
    QFETCH(float, yaw);
    QFETCH(float, pitch);
    QFETCH(float, roll);
    QFETCH(float, scale);
    const HeadPose truth = poseOf(yaw, pitch, roll, scale, {321.5F, 123.25F});
    const HeadPose found = estimateHeadPose(pictureFace(truth));
    // The prior towards the camera costs a part of the turn (see headpose.cpp).
    QVERIFY2(std::abs(found.yaw - yaw) < 0.02F + 0.25F * std::abs(yaw),
             qPrintable(QString::number(found.yaw)));
    QVERIFY2(std::abs(found.pitch - pitch) < 0.02F + 0.25F * std::abs(pitch),
             qPrintable(QString::number(found.pitch)));
    QVERIFY(std::abs(found.roll - roll) < 0.05F);
    QVERIFY(std::abs(found.scale / scale - 1.0F) < 0.06F);
    QVERIFY(std::hypot(found.centre.x - 321.5F, found.centre.y - 123.25F) < 0.05F * scale);
    QVERIFY(found.residual < 0.02F);
}

void TestHeadPose::signsAreAsDocumented() {
    // A face that looks to the picture's right, down, tilted clockwise: the nose goes there.
    const auto nose = [](const HeadPose& pose) {
        const Landmarks face = pictureFace(pose);
        return face[30] - (face[36] + face[45]) * 0.5F;
    };
    const cv::Point2f straight = nose(poseOf(0, 0, 0));
    QVERIFY(nose(poseOf(0.3F, 0, 0)).x > straight.x + 5.0F);
    QVERIFY(nose(poseOf(0, 0.3F, 0)).y > straight.y + 5.0F);
    QVERIFY(nose(poseOf(0, 0, 0.3F)).x < straight.x - 5.0F);
}

void TestHeadPose::headCoordinatesInvert() {
    const HeadPose pose = poseOf(0.3F, -0.2F, 0.4F, 87.0F);
    const Landmarks picture = noisy(pictureFace(pose, 0.1F), 2.0F, 5);
    const Landmarks back = toPicture(toHeadCoordinates(picture, pose), pose);
    for (std::size_t i = 0; i < picture.size(); ++i) {
        QVERIFY(std::hypot(back[i].x - picture[i].x, back[i].y - picture[i].y) < 0.01F);
    }
}

void TestHeadPose::noiseTurnsTheHeadLittle() {
    const HeadPose truth = poseOf(0, 0, 0, 100.0F);
    double squares = 0.0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const HeadPose found = estimateHeadPose(noisy(pictureFace(truth), 1.0F, seed));
        squares += found.yaw * found.yaw + found.pitch * found.pitch;
    }
    const double deviation = std::sqrt(squares / 400.0);
    QVERIFY2(deviation < 0.03, qPrintable(QString::number(deviation)));
}

void TestHeadPose::residualTellsAFaceFromNone() {
    const HeadPose truth = poseOf(0.2F, 0.1F, 0, 100.0F);
    const float face = estimateHeadPose(noisy(pictureFace(truth), 1.0F, 1)).residual;
    const float mess = estimateHeadPose(noisy(pictureFace(truth), 15.0F, 1)).residual;
    QVERIFY(face < 0.03F);
    QVERIFY(mess > 0.085F);
}

void TestHeadPose::mouthMeasuresIgnorePose_data() {
    QTest::addColumn<float>("yaw");
    QTest::addColumn<float>("pitch");
    QTest::addColumn<float>("roll");
    QTest::newRow("turned") << 0.3F << 0.0F << 0.0F;
    QTest::newRow("nodding") << 0.0F << 0.25F << 0.0F;
    QTest::newRow("tilted") << 0.0F << 0.0F << 0.6F;
    QTest::newRow("all") << -0.25F << -0.2F << 0.3F;
}

void TestHeadPose::mouthMeasuresIgnorePose() {
    QFETCH(float, yaw);
    QFETCH(float, pitch);
    QFETCH(float, roll);
    const HeadPose frontal = poseOf(0, 0, 0);
    const HeadPose turned = poseOf(yaw, pitch, roll, 77.0F);
    const MouthShape open = measureMouth(pictureFace(frontal, 0.15F), frontal);
    const MouthShape same = measureMouth(pictureFace(turned, 0.15F), turned);
    for (std::size_t m = 0; m < kMouthMeasures; ++m) {
        QVERIFY(std::abs(open[m] - same[m]) < 0.001F);
    }
    // With the pose estimated too, what a turn does must be small against what speech does.
    const Landmarks landmarks = pictureFace(turned, 0.15F);
    const MouthShape estimated = measureMouth(landmarks, estimateHeadPose(landmarks));
    QVERIFY(std::abs(open[0] - estimated[0]) < 0.02F);
}

void TestHeadPose::mouthMeasuresAreTheGaps() {
    const HeadPose pose = poseOf(0, 0, 0);
    const auto at = [&](float opening, float wider) {
        return measureMouth(pictureFace(pose, opening, wider), pose);
    };
    const MouthShape closed = at(0.0F, 0.0F);
    const MouthShape open = at(0.2F, 0.0F);
    const MouthShape wide = at(0.0F, 0.1F);
    QVERIFY(std::abs(closed[0]) < 1e-4F);
    QVERIFY(std::abs(open[0] - 0.2F) < 1e-4F);
    QVERIFY(std::abs(wide[1] - closed[1] - 0.1F) < 1e-4F);
    QVERIFY(std::abs(open[2] - closed[2] - 0.2F) < 1e-4F);
    QVERIFY(std::abs(open[3] - closed[3] - 0.2F) < 1e-4F);
    QCOMPARE(open[4], closed[4]);
    QVERIFY(std::abs(open[5] - closed[5] - 0.2F) < 1e-4F);
}

void TestHeadPose::rangeIsRobust() {
    std::mt19937 random(3);
    std::normal_distribution<float> speech(0.1F, 0.05F);
    std::vector<MouthShape> shapes(2000);
    for (auto& shape : shapes) {
        shape.fill(speech(random));
    }
    for (std::size_t i = 0; i < 60; ++i) {  // misfits
        shapes[i * 30].fill(50.0F);
    }
    const MouthRange range = MouthRange::of(shapes);
    QVERIFY(std::abs(range.centre[0] - 0.1F) < 0.01F);
    QVERIFY(std::abs(range.range[0] - 0.05F) < 0.01F);
    const MouthShape back = range.absolute(range.relative(shapes[1]));
    QVERIFY(std::abs(back[2] - shapes[1][2]) < 1e-5F);
}

void TestHeadPose::rangeOfNothing() {
    const MouthRange none = MouthRange::of({});
    QCOMPARE(none.relative(MouthShape{})[0], 0.0F);
    const std::vector<MouthShape> still(5, MouthShape{});
    QVERIFY(std::isfinite(MouthRange::of(still).relative(MouthShape{})[1]));
}

QTEST_GUILESS_MAIN(TestHeadPose)
#include "tst_headpose.moc"
