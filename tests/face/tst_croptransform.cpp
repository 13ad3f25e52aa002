#include "engine/face/croptransform.h"
#include "tests/face/facefixture.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <numeric>

using namespace lipwright::face;
using namespace lipwright::face::test;

namespace {

cv::Point2f mapped(const cv::Matx23f& transform, cv::Point2f p) {
    return {transform(0, 0) * p.x + transform(0, 1) * p.y + transform(0, 2),
            transform(1, 0) * p.x + transform(1, 1) * p.y + transform(1, 2)};
}

/// A drawn face: filled outline, eyes, nose; the lower face moves with the landmarks.
cv::Mat drawn(const Landmarks& face) {
    cv::Mat picture(600, 800, CV_8UC1, cv::Scalar(40));
    std::vector<cv::Point> outline;
    for (std::size_t i = 0; i <= 26; ++i) {
        outline.emplace_back(face[i <= 16 ? i : 43 - i]);
    }
    cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(180));
    for (const std::size_t eye : {36, 42}) {
        const std::vector<cv::Point> lid(face.begin() + static_cast<long>(eye),
                                         face.begin() + static_cast<long>(eye) + 6);
        cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{lid}, cv::Scalar(20));
    }
    const std::vector<cv::Point> lips(face.begin() + 60, face.begin() + 68);
    cv::fillPoly(picture, std::vector<std::vector<cv::Point>>{lips}, cv::Scalar(10));
    cv::line(picture, face[27], face[30], cv::Scalar(120), 3);
    return picture;
}

}  // namespace

class TestCropTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mouthAndChinDoNotMoveTheCrop();
    void upperPictureIsTheSameWhateverTheMouth();
    void eyesAndChinWhereTheyBelong();
    void followsTheHead();
    void shrinkingKeepsThePlace_data();
    void shrinkingKeepsThePlace();
    void shrinkingAverages();
    void originIsWhereThePictureLies();
    void outsideIsNotACrash();
};

void TestCropTransform::mouthAndChinDoNotMoveTheCrop() {
    const Landmarks face = noisy(pictureFace(poseOf(0.2F, 0.1F, 0.1F)), 1.0F, 9);
    const cv::Matx23f before = cropTransform(face, 128);
    Landmarks moved = face;
    for (std::size_t i = 0; i <= 16; ++i) {  // jaw and chin
        moved[i] += cv::Point2f(17.0F, 40.0F);
    }
    for (std::size_t i = 48; i < 68; ++i) {  // lips
        moved[i] += cv::Point2f(-13.0F, 55.0F);
    }
    for (std::size_t i = 17; i <= 26; ++i) {  // brows rise with stress
        moved[i].y -= 9.0F;
    }
    QVERIFY(cropTransform(moved, 128) == before);
    moved[39].x += 1.0F;
    QVERIFY(cropTransform(moved, 128)(0, 2) != before(0, 2));
}

void TestCropTransform::upperPictureIsTheSameWhateverTheMouth() {
    const HeadPose pose = poseOf(0.1F, 0.0F, 0.15F);
    const Landmarks closed = pictureFace(pose);
    const Landmarks open = pictureFace(pose, 0.25F);
    const cv::Mat a = cropFace(drawn(closed), {0, 0}, closed, 96);
    const cv::Mat b = cropFace(drawn(open), {0, 0}, open, 96);
    QCOMPARE(cv::norm(a.rowRange(0, 44), b.rowRange(0, 44), cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(a(lowerHalf(96)), b(lowerHalf(96)), cv::NORM_INF) > 50.0);
}

void TestCropTransform::eyesAndChinWhereTheyBelong() {
    const Landmarks face = pictureFace(poseOf(0, 0, 0), 0.2F);
    const cv::Matx23f crop = cropTransform(face, 100);
    const cv::Point2f eyes = (mapped(crop, face[36]) + mapped(crop, face[45])) * 0.5F;
    QVERIFY(std::abs(eyes.x - 50.0F) < 1.0F);
    QVERIFY2(std::abs(eyes.y - 30.0F) < 2.0F, qPrintable(QString::number(eyes.y)));
    for (const auto& p : face) {  // the chin of a wide open mouth too
        const cv::Point2f q = mapped(crop, p);
        QVERIFY2(q.x > 1 && q.y > 1 && q.x < 99 && q.y < 99,
                 qPrintable(QString("%1 %2").arg(q.x).arg(q.y)));
    }
    const cv::Rect mouth = lowerHalf(100);
    QVERIFY(mouth.contains(cv::Point(mapped(crop, face[51]))));
    QCOMPARE(mouth, cv::Rect(0, 50, 100, 50));
}

void TestCropTransform::followsTheHead() {
    const Landmarks a = pictureFace(poseOf(0, 0, 0, 100.0F, {300.0F, 200.0F}));
    const Landmarks b = pictureFace(poseOf(0, 0, 0.4F, 180.0F, {350.0F, 260.0F}));
    const cv::Matx23f ta = cropTransform(a, 96);
    const cv::Matx23f tb = cropTransform(b, 96);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const cv::Point2f d = mapped(ta, a[i]) - mapped(tb, b[i]);
        QVERIFY(std::hypot(d.x, d.y) < 0.01F);
    }
}

void TestCropTransform::shrinkingKeepsThePlace_data() {
    QTest::addColumn<float>("scale");
    QTest::addColumn<float>("roll");
    QTest::newRow("enlarged") << 20.0F << 0.2F;
    QTest::newRow("equal") << 39.3F << 0.0F;
    QTest::newRow("halved") << 79.0F << -0.3F;
    QTest::newRow("a quarter") << 157.0F << 0.1F;
}

/// A dot on a landmark must appear where the transform says, to a fraction of a crop pixel.
void TestCropTransform::shrinkingKeepsThePlace() {
    QFETCH(float, scale);
    QFETCH(float, roll);
    const Landmarks face = pictureFace(poseOf(0, 0, roll, scale, {400.5F, 250.25F}));
    cv::Mat picture(600, 800, CV_32FC1, cv::Scalar(0));
    const float sigma = std::max(1.2F, scale / 30.0F);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const cv::Point2f d =
                cv::Point2f(static_cast<float>(x), static_cast<float>(y)) - face[30];
            picture.at<float>(y, x) = 255.0F * std::exp(-d.dot(d) / (2 * sigma * sigma));
        }
    }
    picture.convertTo(picture, CV_8U);
    const cv::Mat crop = cropFace(picture, {0, 0}, face, 96);
    const cv::Moments m = cv::moments(crop);
    const cv::Point2f wanted = mapped(cropTransform(face, 96), face[30]);
    const double off = std::hypot(m.m10 / m.m00 - wanted.x, m.m01 / m.m00 - wanted.y);
    QVERIFY2(off < 0.12, qPrintable(QString::number(off)));
}

void TestCropTransform::shrinkingAverages() {
    // A chequerboard of single pixels becomes gray, not a pattern of chance.
    cv::Mat board(600, 800, CV_8UC1);
    for (int y = 0; y < board.rows; ++y) {
        for (int x = 0; x < board.cols; ++x) {
            board.at<uchar>(y, x) = (x + y) % 2 ? 255 : 0;
        }
    }
    const Landmarks face = pictureFace(poseOf(0, 0, 0.2F, 157.0F, {400, 220}));
    const cv::Mat crop = cropFace(board, {0, 0}, face, 96);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(crop, mean, deviation);
    QVERIFY2(deviation[0] < 12.0, qPrintable(QString::number(deviation[0])));
    QVERIFY(std::abs(mean[0] - 127.5) < 2.0);
}

void TestCropTransform::originIsWhereThePictureLies() {
    const Landmarks face = pictureFace(poseOf(0.1F, 0, 0.1F));
    const cv::Mat picture = drawn(face);
    const cv::Rect part(180, 100, 460, 480);
    const cv::Mat whole = cropFace(picture, {0, 0}, face, 96);
    const cv::Mat fromPart = cropFace(picture(part), part.tl(), face, 96);
    // The reduction's pixel grid starts elsewhere: equal but for rounding at edges.
    const cv::Rect inner(20, 20, 56, 60);
    QVERIFY(cv::norm(whole(inner), fromPart(inner), cv::NORM_L1) / (56.0 * 60.0) < 3.0);
}

void TestCropTransform::outsideIsNotACrash() {
    const cv::Mat small(20, 20, CV_8UC3, cv::Scalar(1, 2, 3));
    const Landmarks face = pictureFace(poseOf(0, 0, 0, 150.0F, {-2000.0F, 9000.0F}));
    QCOMPARE(cropFace(small, {0, 0}, face, 64).size(), cv::Size(64, 64));
    QCOMPARE(cropFace(small, {0, 0}, Landmarks{}, 64).size(), cv::Size(64, 64));
}

QTEST_GUILESS_MAIN(TestCropTransform)
#include "tst_croptransform.moc"
