#include "engine/evaluation/picturemetrics.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace lipwright;

class TestPictureMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laplacianOfAnImpulse() {
        cv::Mat picture(9, 9, CV_8UC3, cv::Scalar::all(0));
        picture.at<cv::Vec3b>(4, 4) = {100, 100, 100};
        cv::Mat mask(9, 9, CV_8U, cv::Scalar(0));
        mask(cv::Rect(3, 3, 3, 3)).setTo(255);
        // Nine values: -400 once, 100 four times, 0 four times; mean 0.
        const double expected = (400.0 * 400.0 + 4 * 100.0 * 100.0) / 9.0;
        QVERIFY(std::abs(evaluation::laplacianVariance(picture, mask) - expected) < 1e-3);
    }

    void depthDoesNotMatter() {
        const cv::Mat eight = noise(1);
        cv::Mat sixteen;
        eight.convertTo(sixteen, CV_16U, 257.0);
        const double a = evaluation::laplacianVariance(eight, disc());
        const double b = evaluation::laplacianVariance(sixteen, disc());
        QVERIFY(std::abs(a / b - 1.0) < 0.01);
    }

    void blurLowersSharpnessInsideOnly() {
        const cv::Mat original = noise(1);
        cv::Mat blurred;
        cv::GaussianBlur(original, blurred, {}, 1.0);
        QCOMPARE(evaluation::sharpnessRatio(original, original, disc()), 1.0);
        QVERIFY(evaluation::sharpnessRatio(original, blurred, disc()) < 0.3);
        cv::Mat outside = blurred.clone();
        cv::Mat wider;
        cv::dilate(disc(), wider, cv::Mat::ones(5, 5, CV_8U));
        original.copyTo(outside, wider);
        QCOMPARE(evaluation::sharpnessRatio(original, outside, disc()), 1.0);
    }

    void psnrOfAKnownError() {
        const cv::Mat original(40, 40, CV_8UC3, cv::Scalar::all(100));
        const cv::Mat dubbed(40, 40, CV_8UC3, cv::Scalar::all(105));
        const cv::Mat mask(40, 40, CV_8U, cv::Scalar(255));
        const double expected = 10.0 * std::log10(255.0 * 255.0 / 25.0);
        QVERIFY(std::abs(evaluation::maskedPsnr(original, dubbed, mask) - expected) < 1e-4);
        QCOMPARE(evaluation::maskedPsnr(original, original, mask), 100.0);
    }

    void ssimFallsWithNoise() {
        const cv::Mat original = noise(1);
        QVERIFY(std::abs(evaluation::maskedSsim(original, original, disc()) - 1.0) < 1e-4);
        QVERIFY(evaluation::maskedSsim(original, noise(2), disc()) < 0.2);
    }

    void seamRaisesTheBorder() {
        cv::Mat original(80, 80, CV_8UC3);
        for (int x = 0; x < 80; ++x) {
            original.col(x).setTo(cv::Scalar::all(60 + x));
        }
        cv::Mat seam = original.clone();
        seam.setTo(cv::Scalar::all(180), disc());
        QCOMPARE(evaluation::borderGradientRatio(original, original, disc()), 1.0);
        QVERIFY(evaluation::borderGradientRatio(original, seam, disc()) > 3.0);
    }

    void ringLiesAroundTheMask() {
        const cv::Mat ring = evaluation::ringAround(disc(), 6);
        QCOMPARE(cv::countNonZero(ring & disc()), 0);
        QCOMPARE(int(ring.at<uchar>(40, 40 + 24)), 255);
        QCOMPARE(int(ring.at<uchar>(40, 40 + 28)), 0);
    }

    void tremblingShowsInTheRing() {
        evaluation::DubbingQuality still;
        evaluation::DubbingQuality trembling;
        for (int k = 0; k < 6; ++k) {
            cv::Mat original = noise(1) + cv::Scalar::all(k % 2);
            cv::Mat shaken = original + cv::Scalar::all(2 * (k % 2));
            still.add(original, original, disc());
            trembling.add(original, shaken, disc());
        }
        QCOMPARE(still.frames(), 6);
        QCOMPARE(still.ringFlicker(), 1.0);
        QVERIFY(trembling.ringFlicker() > 4.0);
        QVERIFY(std::abs(trembling.sharpness() - 1.0) < 0.05);
    }

private:
    static cv::Mat noise(std::uint64_t seed) {
        cv::Mat picture(80, 80, CV_8UC3);
        cv::RNG(seed * 0x9E3779B97F4A7C15U).fill(picture, cv::RNG::UNIFORM, 50, 200);
        return picture;
    }

    static cv::Mat disc() {
        cv::Mat mask(80, 80, CV_8U, cv::Scalar(0));
        cv::circle(mask, {40, 40}, 20, cv::Scalar(255), cv::FILLED);
        return mask;
    }
};

QTEST_GUILESS_MAIN(TestPictureMetrics)
#include "tst_picturemetrics.moc"
