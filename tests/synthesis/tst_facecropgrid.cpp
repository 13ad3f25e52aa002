#include "engine/face/croptransform.h"
#include "engine/synthesis/facecropgrid.h"
#include "tests/synthesis/drawnactor.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using synthesis::FaceCropGrid;
using synthesis::PlacedPicture;

namespace {

constexpr int kSide = 420;

// The drawn face turned a little, scaled so that a crop of 96 pixels has `scale` of its size.
face::Landmarks turnedFace(double scale) {
    const auto upright = test::DrawnActor::talking(1).landmarks(0);
    const cv::Matx23d now(face::cropTransform(upright, 96));
    const double size = std::hypot(now(0, 0), now(1, 0)) / scale;
    const double c = size * std::cos(0.15);
    const double s = size * std::sin(0.15);
    face::Landmarks points{};
    for (std::size_t k = 0; k < points.size(); ++k) {
        const cv::Point2f p = upright[k] - upright[30];
        points[k] = cv::Point2f(cv::Point2d(c * p.x - s * p.y + kSide * 0.5 + 0.3,
                                            s * p.x + c * p.y + kSide * 0.45 + 0.6));
    }
    return points;
}

// Waves much longer than a pixel of a crop at `scale`, with values all over the depth's range.
cv::Mat waves(double scale, int depth) {
    cv::Mat3f picture(kSide, kSide);
    const double length = 40.0 / std::min(scale, 1.0);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            picture(y, x) = {static_cast<float>(0.5 + 0.4 * std::sin(6.283 * x / length)),
                             static_cast<float>(0.5 + 0.4 * std::cos(6.283 * y / length)),
                             static_cast<float>(0.5 + 0.4 * std::sin(6.283 * (x + y) / length))};
        }
    }
    return synthesis::fromUnitRange(picture, depth);
}

// Film pixels that the lower half covers, some crop pixels inside its border.
cv::Mat1b insideOf(const FaceCropGrid& grid, const cv::Rect& region) {
    cv::Mat1f inner = cv::Mat1f::zeros(grid.size() / 2, grid.size());
    inner(cv::Rect(4, 4, grid.size() - 8, grid.size() / 2 - 8)) = 1.0F;
    return grid.layMask(inner, region) > 0.99F;
}

double worst(const cv::Mat& a, const cv::Mat& b, const cv::Mat1b& where) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    difference = difference.reshape(1, difference.rows);
    cv::Mat three;
    cv::merge(std::vector<cv::Mat>{where, where, where}, three);
    double most = 0.0;
    cv::minMaxLoc(difference, nullptr, &most, nullptr, nullptr, three.reshape(1, difference.rows));
    return most;
}

void addScales() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("depth");
    QTest::newRow("as large, 8 bits") << 1.0 << CV_8U;
    QTest::newRow("as large, 16 bits") << 1.0 << CV_16U;
    QTest::newRow("crop at 0.3, 8 bits") << 0.3 << CV_8U;
    QTest::newRow("crop at 0.3, 16 bits") << 0.3 << CV_16U;
    QTest::newRow("crop enlarged, 8 bits") << 1.7 << CV_8U;
}

}  // namespace

class TestFaceCropGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scaleIsThatOfTheCrop() {
        QVERIFY(std::abs(FaceCropGrid(turnedFace(0.3), 96).scale() - 0.3) < 1e-4);
        QVERIFY(std::abs(FaceCropGrid(turnedFace(0.3), 160).scale() - 0.5) < 1e-4);
    }

    void unitRangeGoesBothWays_data() { addScales(); }

    void unitRangeGoesBothWays() {
        QFETCH(double, scale);
        QFETCH(int, depth);
        const cv::Mat picture = waves(scale, depth);
        QCOMPARE(picture.depth(), depth);
        const cv::Mat back = synthesis::fromUnitRange(synthesis::toUnitRange(picture), depth);
        QCOMPARE(cv::norm(picture, back, cv::NORM_INF), 0.0);
    }

    void layingBackWhatWasCut_data() { addScales(); }

    void layingBackWhatWasCut() {
        QFETCH(double, scale);
        QFETCH(int, depth);
        const cv::Mat film = waves(scale, depth);
        const FaceCropGrid grid(turnedFace(scale), 96);
        const cv::Rect region(10, 100, 400, 320);
        const cv::Mat crop = grid.cut({film(region), region.tl()});
        QCOMPARE(crop.type(), film.type());
        QCOMPARE(crop.size(), cv::Size(96, 96));
        const cv::Mat laid = grid.lay(crop(face::lowerHalf(96)), region);
        const cv::Mat1b where = insideOf(grid, region);
        QVERIFY(cv::countNonZero(where) > 800);
        const double full = depth == CV_16U ? 65535.0 : 255.0;
        const double error = worst(laid, film(region), where) / full;
        QVERIFY2(error < 0.02, qPrintable(QString::number(error)));
    }

    // A shift by a third of a pixel either way would already be seen.
    void layingBackDoesNotShift() {
        for (const double scale : {1.0, 0.3}) {
            const cv::Mat film = waves(scale, CV_16U);
            const FaceCropGrid grid(turnedFace(scale), 96);
            const cv::Rect region(10, 100, 400, 320);
            const cv::Mat laid = grid.lay(grid.cut({film, {}})(face::lowerHalf(96)), region);
            const cv::Mat1b where = insideOf(grid, region);
            const auto meanError = [&](cv::Point2f shift) {
                cv::Mat moved;
                cv::warpAffine(film, moved, cv::Matx23f(1, 0, shift.x, 0, 1, shift.y), film.size(),
                               cv::INTER_CUBIC | cv::WARP_INVERSE_MAP);
                return cv::norm(moved(region), laid, cv::NORM_L1, where);
            };
            const double still = meanError({});
            const auto third = static_cast<float>(0.34 / scale);
            QVERIFY(still < meanError({third, 0}) && still < meanError({-third, 0}));
            QVERIFY(still < meanError({0, third}) && still < meanError({0, -third}));
        }
    }

    void smoothPicturesHaveNoDetail_data() { addScales(); }

    void smoothPicturesHaveNoDetail() {
        QFETCH(double, scale);
        QFETCH(int, depth);
        const cv::Mat film = waves(scale, depth);
        const FaceCropGrid grid(turnedFace(scale), 96);
        const cv::Rect region(10, 100, 400, 320);
        const cv::Mat3f detail = grid.detail({film(region), region.tl()});
        const cv::Mat3f none = cv::Mat3f::zeros(region.size());
        const double full = depth == CV_16U ? 65535.0 : 255.0;
        QVERIFY(worst(detail, none, insideOf(grid, region)) / full < 0.02);
    }

    void detailAndCoarseMakeThePicture() {
        cv::Mat film(kSide, kSide, CV_8UC3);
        cv::RNG random(7);
        random.fill(film, cv::RNG::UNIFORM, 0, 255);
        const FaceCropGrid grid(turnedFace(0.3), 96);
        const cv::Rect region(10, 100, 400, 320);
        const PlacedPicture picture{film(region), region.tl()};
        const cv::Mat3f detail = grid.detail(picture);
        cv::Mat sum = detail + grid.coarse(picture);
        sum.convertTo(sum, CV_8U);
        QCOMPARE(cv::norm(sum, picture.rgb, cv::NORM_INF), 0.0);
        // Noise finer than the crop is nearly all detail.
        cv::Scalar mean;
        cv::Scalar spread;
        cv::meanStdDev(detail, mean, spread, insideOf(grid, region));
        QVERIFY2(spread[0] > 60.0, qPrintable(QString::number(spread[0])));
    }

    void masksEndWithTheHalf() {
        const FaceCropGrid grid(turnedFace(1.0), 96);
        const cv::Rect region(0, 0, kSide, kSide);
        const cv::Mat1f mask = grid.layMask(cv::Mat1f::ones(48, 96), region);
        // The area of the half in film pixels, and nothing above the nose.
        QVERIFY(std::abs(cv::sum(mask)[0] - 48.0 * 96.0) < 48.0 * 96.0 * 0.02);
        QCOMPARE(cv::countNonZero(mask.rowRange(0, cvRound(kSide * 0.45) - 30)), 0);
    }

    // A face cut by the film's edge: its last pixels repeat, what is inside stays right.
    void regionsOverTheFilmsEdge() {
        const cv::Mat film = waves(1.0, CV_8U);
        face::Landmarks points = turnedFace(1.0);
        for (cv::Point2f& p : points) {
            p.y += kSide * 0.55F - 30.0F;
        }
        const FaceCropGrid grid(points, 96);
        const cv::Mat crop = grid.cut({film, {}});
        const cv::Rect region(140, kSide - 60, 140, 120);
        const cv::Mat laid = grid.lay(crop(face::lowerHalf(96)), region);
        QCOMPARE(laid.size(), region.size());
        cv::Mat1b where = insideOf(grid, region);
        QVERIFY(cv::countNonZero(where.rowRange(60, 120)) > 0);
        where.rowRange(56, 120) = 0;
        QVERIFY(cv::countNonZero(where) > 200);
        cv::Mat beyond;
        cv::copyMakeBorder(film, beyond, 0, 60, 0, 0, cv::BORDER_REPLICATE);
        QVERIFY(worst(laid, beyond(region), where) < 6.0);
    }
};

QTEST_GUILESS_MAIN(TestFaceCropGrid)
#include "tst_facecropgrid.moc"
