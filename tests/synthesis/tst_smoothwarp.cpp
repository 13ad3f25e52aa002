#include "engine/synthesis/smoothwarp.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace lipwright;
using synthesis::SmoothWarp;

class TestSmoothWarp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesThroughItsPoints() {
        const std::vector<cv::Point2f> to = {{10, 10}, {90, 12}, {50, 60}, {12, 88}, {91, 93}};
        std::vector<cv::Point2f> from = to;
        from[2] += cv::Point2f(7, -4);
        const SmoothWarp warp(from, to, 50.0F, 0.0);
        for (std::size_t k = 0; k < to.size(); ++k) {
            QVERIFY(cv::norm(warp.displacement(to[k]) - (from[k] - to[k])) < 1e-3);
        }
    }

    void keepsAnAffineMotionExactly() {
        const std::vector<cv::Point2f> to = {{0, 0}, {80, 5}, {40, 70}, {10, 40}};
        std::vector<cv::Point2f> from;
        for (const auto& p : to) {
            from.emplace_back(1.1F * p.x + 0.1F * p.y + 3.0F, 0.9F * p.y - 2.0F);
        }
        const SmoothWarp warp(from, to, 40.0F, 0.01);
        const cv::Point2f far(200, 150);
        const cv::Point2f expected(1.1F * 200 + 15 + 3 - 200, 0.9F * 150 - 2 - 150);
        QVERIFY(cv::norm(warp.displacement(far) - expected) < 1e-2);
    }

    void samplesWhereItSays() {
        const cv::Rect area(13, 7, 61, 43);
        const cv::Mat1f values = synthesis::sampleSmoothly(
            area, 4, [](cv::Point2f p) -> float { return 2.0F * p.x - 3.0F * p.y; });
        QCOMPARE(values.size(), area.size());
        for (int y = 4; y < area.height - 4; ++y) {
            for (int x = 4; x < area.width - 4; ++x) {
                const float expected =
                    2.0F * static_cast<float>(area.x + x) - 3.0F * static_cast<float>(area.y + y);
                QVERIFY(std::abs(values(y, x) - expected) < 0.01F);
            }
        }
    }

    void stillMeansUntouched_data() {
        QTest::addColumn<int>("type");
        QTest::newRow("8 bits") << CV_8UC3;
        QTest::newRow("16 bits") << CV_16UC3;
    }

    void stillMeansUntouched() {
        QFETCH(int, type);
        cv::Mat picture(50, 60, type);
        cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 0, type == CV_8UC3 ? 256 : 65536);
        const cv::Rect area(10, 10, 30, 20);
        for (const int method : {cv::INTER_CUBIC, cv::INTER_LANCZOS4}) {
            const cv::Mat result = synthesis::warpPicture(
                picture, {0, 0}, area, cv::Mat2f(area.size(), cv::Vec2f()), method);
            QCOMPARE(cv::norm(result, picture(area), cv::NORM_INF), 0.0);
        }
    }
};

QTEST_GUILESS_MAIN(TestSmoothWarp)
#include "tst_smoothwarp.moc"
