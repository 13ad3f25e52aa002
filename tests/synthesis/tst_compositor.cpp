#include "engine/synthesis/compositor.h"
#include "tests/synthesis/drawnactor.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace lipwright;

class TestCompositor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void touchesOnlyTheMask_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::addColumn<double>("weight");
        QTest::newRow("8 bits") << 8 << 1.0;
        QTest::newRow("10 bits") << 10 << 1.0;
        QTest::newRow("8 bits, fading") << 8 << 0.4;
        QTest::newRow("10 bits, fading") << 10 << 0.4;
    }

    // Pixels a chroma sample away from the mask are the same bit for bit; under it they change.
    void touchesOnlyTheMask() {
        QFETCH(int, bitDepth);
        QFETCH(double, weight);
        const test::DrawnActor actor({0.1F}, bitDepth);
        const cv::Rect all(0, 0, test::DrawnActor::kWidth, test::DrawnActor::kHeight);
        const cv::Mat before = actor.frame(0).rgb(all)->clone();
        media::VideoFrame frame = actor.frame(0);
        const auto made = disc(bitDepth);
        QVERIFY(synthesis::composite(frame, made, weight));
        const cv::Mat after = *frame.rgb(all);

        cv::Mat difference;
        cv::absdiff(before, after, difference);
        cv::Mat touched(all.size(), CV_8U, cv::Scalar(0));
        cv::Mat alpha;
        made.patch.alpha.convertTo(alpha, CV_8U, bitDepth > 8 ? 1.0 / 257.0 : 1.0);
        alpha.copyTo(touched(made.region));
        cv::Mat near;
        cv::dilate(touched > 0, near, cv::Mat::ones(5, 5, CV_8U));
        difference.setTo(cv::Scalar::all(0), near);
        QCOMPARE(cv::norm(difference, cv::NORM_INF), 0.0);

        const cv::Point middle = made.region.tl() + cv::Point(30, 30);
        const double full = bitDepth > 8 ? 65535.0 : 255.0;
        const double was = redAt(before, middle) / full;
        const double is = redAt(after, middle) / full;
        QVERIFY(std::abs(is - (was + weight * (0.9 - was))) < 0.03);
    }

    void weightZeroLeavesTheFrame() {
        const test::DrawnActor actor({0.1F});
        media::VideoFrame frame = actor.frame(0);
        const auto* data = frame.data();
        QVERIFY(synthesis::composite(frame, disc(8), 0.0));
        QCOMPARE(frame.data(), data);
    }

    void refusesWhatDoesNotFit() {
        const test::DrawnActor actor({0.1F});
        media::VideoFrame frame = actor.frame(0);
        auto outside = disc(8);
        outside.region.x = test::DrawnActor::kWidth - 10;
        QVERIFY(!synthesis::composite(frame, outside));
        auto wrong = disc(8);
        wrong.region.width -= 2;
        QVERIFY(!synthesis::composite(frame, wrong));
    }

private:
    static double redAt(const cv::Mat& rgb, cv::Point p) {
        return rgb.depth() == CV_16U ? rgb.at<cv::Vec3w>(p)[0] : rgb.at<cv::Vec3b>(p)[0];
    }

    static synthesis::SynthesizedFrame disc(int bitDepth) {
        const bool deep = bitDepth > 8;
        const double full = deep ? 65535.0 : 255.0;
        synthesis::SynthesizedFrame made;
        made.region = {101, 151, 61, 61};
        made.patch.rgb = cv::Mat(61, 61, deep ? CV_16UC3 : CV_8UC3, cv::Scalar::all(0.9 * full));
        made.patch.alpha = cv::Mat(61, 61, deep ? CV_16U : CV_8U, cv::Scalar(0));
        cv::circle(made.patch.alpha, {30, 30}, 20, cv::Scalar(full), cv::FILLED);
        return made;
    }
};

QTEST_GUILESS_MAIN(TestCompositor)
#include "tst_compositor.moc"
