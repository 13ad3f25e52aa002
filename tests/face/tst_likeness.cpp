// How alike two lower faces look.
#include "engine/face/likeness.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using lipwright::face::Likeness;

namespace {

/// A face of one colour with a mouth and, if it is bearded, many short edges around it.
cv::Mat drawn(const cv::Scalar& skin, int mouth, bool bearded) {
    cv::Mat crop(Likeness::kCrop, Likeness::kCrop, CV_8UC3, skin);
    for (int y = 60; bearded && y < 92; y += 3) {
        cv::line(crop, {24, y}, {72, y}, {40, 30, 25});
    }
    cv::ellipse(crop, {48, 70}, {12, mouth}, 0, 0, 360, {120, 40, 40}, -1);
    return crop;
}

Likeness speaking(const cv::Scalar& skin, bool bearded, int from = 2) {
    Likeness likeness;
    for (int i = 0; i < 12; ++i) {
        likeness.add(drawn(skin, from + i % 6, bearded));
    }
    return likeness;
}

const cv::Scalar kLight(220, 180, 160);
const cv::Scalar kDark(120, 85, 65);

}  // namespace

class TestLikeness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFaceIsLikeItself() {
        QCOMPARE(Likeness::distance(speaking(kLight, true), speaking(kLight, true)), 0.0);
    }

    void speakingOtherwiseMattersLessThanAnotherFace() {
        const Likeness face = speaking(kLight, false);
        const double otherwise = Likeness::distance(face, speaking(kLight, false, 3));
        QVERIFY(otherwise > 0.0);
        QVERIFY(2 * otherwise < Likeness::distance(face, speaking(kLight, true)));
        QVERIFY(otherwise < Likeness::distance(face, speaking(kDark, false)));
    }
};

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
