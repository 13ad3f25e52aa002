// Each retouch of a patch does what it says, and nothing else; on drawn patches with known truth.
#include "engine/synthesis/compositor.h"
#include "engine/synthesis/headplane.h"
#include "engine/synthesis/maskretouch.h"
#include "engine/synthesis/sharpness.h"
#include "tests/face/facefixture.h"
#include "tests/synthesis/drawnactor.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <cmath>
#include <numbers>

using namespace lipwright;
using synthesis::FrameRetouch;
using synthesis::SynthesizedFrame;

namespace {

constexpr double kUnit = test::DrawnActor::kUnit;
constexpr int kRadius = 45;
const cv::Rect kRegion(60, 60, 200, 200);
const cv::Point kCentre(100, 100);  // of the disc, in the region

double full(int bitDepth) {
    return bitDepth > 8 ? 65535.0 : 255.0;
}

/// A disc whose edge falls over `edge` pixels around its radius; the film's own picture beneath.
SynthesizedFrame disc(const test::DrawnActor& actor, int bitDepth, double edge = 8.0) {
    SynthesizedFrame made;
    made.region = kRegion;
    made.patch.rgb = actor.frame(0).rgb(kRegion)->clone();
    cv::Mat1d alpha(kRegion.size());
    for (int y = 0; y < alpha.rows; ++y) {
        for (int x = 0; x < alpha.cols; ++x) {
            const double depth = kRadius - std::hypot(x - kCentre.x, y - kCentre.y);
            alpha(y, x) = std::clamp(0.5 + depth / edge, 0.0, 1.0);
        }
    }
    alpha.convertTo(made.patch.alpha, bitDepth > 8 ? CV_16U : CV_8U, full(bitDepth));
    return made;
}

cv::Mat1d alphaOf(const SynthesizedFrame& made) {
    cv::Mat1d alpha;
    made.patch.alpha.convertTo(alpha, CV_64F,
                               made.patch.alpha.depth() == CV_16U ? 1.0 / 65535.0 : 1.0 / 255.0);
    return alpha;
}

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.type() == b.type() && a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

/// The radius of a disc that covers as much.
double radiusOf(const SynthesizedFrame& made) {
    return std::sqrt(cv::sum(alphaOf(made))[0] / std::numbers::pi);
}

class Scene {
public:
    explicit Scene(int bitDepth = 8)
        : actor({0.05F}, bitDepth), made(disc(actor, bitDepth)), film(actor.frame(0)) {
        face.landmarks = actor.landmarks(0);
    }

    [[nodiscard]] SynthesizedFrame retouched(const FrameRetouch& retouch) const {
        auto result = synthesis::retouched(made, film, face, retouch);
        if (!result) {
            qFatal("%s", result.error().text().c_str());
        }
        return *result;
    }

    [[nodiscard]] cv::Point atHead(cv::Point2f head) const {
        const cv::Point2f there = synthesis::HeadPlane::of(face.landmarks)->toFilm(head);
        return cv::Point(cvRound(there.x), cvRound(there.y)) - kRegion.tl();
    }

    test::DrawnActor actor;
    SynthesizedFrame made;
    media::VideoFrame film;
    synthesis::FacePlace face;
};

/// A field with one square of head coordinates at `value`.
synthesis::BrushField square(cv::Point2f middle, float half, float value) {
    synthesis::BrushField field(synthesis::kBrushRows, synthesis::kBrushColumns, 0.0F);
    const auto cell = [](float head, float first) {
        return cvRound((head - first) / synthesis::kBrushCell);
    };
    const cv::Point first(cell(middle.x - half, synthesis::kBrushLeft),
                          cell(middle.y - half, synthesis::kBrushTop));
    const int side = cvRound(2.0F * half / synthesis::kBrushCell);
    field(cv::Rect(first, cv::Size(side, side))) = value;
    return field;
}

double meanOf(const cv::Mat& rgb, const cv::Rect& area) {
    const cv::Scalar mean = cv::mean(rgb(area));
    return (mean[0] + mean[1] + mean[2]) / 3.0;
}

}  // namespace

class TestMaskRetouch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaultsChangeNoBit_data() { depths(); }
    void defaultsChangeNoBit() {
        QFETCH(int, bitDepth);
        const Scene scene(bitDepth);
        QVERIFY(FrameRetouch{}.changesNothing());
        const auto result = scene.retouched({});
        QCOMPARE(result.region, scene.made.region);
        QCOMPARE(result.patch.rgb.data, scene.made.patch.rgb.data);
        QCOMPARE(result.patch.alpha.data, scene.made.patch.alpha.data);
    }

    void growMovesTheEdge_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::addColumn<double>("grow");
        for (const int bitDepth : {8, 10}) {
            for (const double grow : {-0.3, -0.1, -0.004, 0.004, 0.1, 0.3}) {
                QTest::addRow("%d bits, %g", bitDepth, grow) << bitDepth << grow;
            }
        }
    }
    void growMovesTheEdge() {
        QFETCH(int, bitDepth);
        QFETCH(double, grow);
        const Scene scene(bitDepth);
        const cv::Mat before = scene.made.patch.alpha.clone();
        FrameRetouch retouch;
        retouch.grow = grow;
        const auto result = scene.retouched(retouch);
        const double expected = radiusOf(scene.made) + grow * kUnit;
        QVERIFY2(std::abs(radiusOf(result) - expected) < 0.2 + 0.03 * std::abs(grow * kUnit),
                 qPrintable(QString("%1, not %2").arg(radiusOf(result)).arg(expected)));
        // The edge is as soft as it was: the same ring of pixels between clear and full.
        const cv::Mat1d alpha = alphaOf(result);
        const double ring =
            cv::countNonZero((alpha > 0.1) & (alpha < 0.9)) / (2.0 * std::numbers::pi * expected);
        QVERIFY2(std::abs(ring - 0.8 * 8.0) < 1.5, qPrintable(QString::number(ring)));
        QVERIFY(same(result.patch.rgb, scene.made.patch.rgb));
        QVERIFY(same(before, scene.made.patch.alpha));  // what is kept is not written to
    }

    void growthEndsWithThePatchNotWithTheFilm() {
        Scene scene;
        scene.made.patch.alpha(cv::Rect(20, 20, 160, 160)).setTo(255);
        FrameRetouch retouch;
        retouch.grow = 0.3;
        const cv::Mat alpha = scene.retouched(retouch).patch.alpha;
        QVERIFY(alpha.at<uchar>(100, 16) == 255);
        QCOMPARE(cv::countNonZero(alpha.col(0)), 0);
        QCOMPARE(cv::countNonZero(alpha.row(199)), 0);

        scene.made.region.x = 0;  // there the film ends, and the mask goes on behind its border
        const cv::Mat atBorder = scene.retouched(retouch).patch.alpha;
        QCOMPARE(atBorder.at<uchar>(100, 0), uchar{255});
        QCOMPARE(cv::countNonZero(atBorder.col(199)), 0);
    }

    // A mask that the film's border cuts is thought on behind it as a face goes on: broad masks
    // keep their middle there, narrow ones are over soon.
    void theFilmsBorderIsNoEdge_data() {
        QTest::addColumn<QPoint>("corner");
        QTest::addColumn<QPoint>("middle");  // of the border, in the region
        QTest::newRow("left") << QPoint(0, 60) << QPoint(0, 100);
        QTest::newRow("top") << QPoint(60, 0) << QPoint(100, 0);
        QTest::newRow("right") << QPoint(120, 60) << QPoint(199, 100);
        QTest::newRow("bottom") << QPoint(60, 88) << QPoint(100, 199);
    }
    void theFilmsBorderIsNoEdge() {
        QFETCH(QPoint, corner);
        QFETCH(QPoint, middle);
        Scene scene;
        scene.made.region = {corner.x(), corner.y(), 200, 200};
        FrameRetouch retouch;
        retouch.grow = -0.2;
        const auto leftOf = [&](int radius) {
            scene.made.patch.alpha.setTo(0);
            cv::circle(scene.made.patch.alpha, {middle.x(), middle.y()}, radius, cv::Scalar(255),
                       -1);
            return scene.retouched(retouch).patch.alpha.at<uchar>(middle.y(), middle.x());
        };
        QCOMPARE(leftOf(60), uchar{255});
        QCOMPARE(leftOf(20), uchar{0});
    }

    void featherSoftensInwardsOnly_data() { depths(); }
    void featherSoftensInwardsOnly() {
        QFETCH(int, bitDepth);
        const Scene scene(bitDepth);
        FrameRetouch retouch;
        retouch.feather = 0.2;
        const cv::Mat1d before = alphaOf(scene.made);
        const cv::Mat1d after = alphaOf(scene.retouched(retouch));
        QCOMPARE(cv::countNonZero(after > before), 0);
        const auto along = [&](int depth) { return after(kCentre.y, kCentre.x - kRadius + depth); };
        QCOMPARE(along(30), 1.0);
        QVERIFY(along(0) < 0.25 && along(0) > 0.0);
        for (int depth = -3; depth < 14; ++depth) {
            QVERIFY2(along(depth + 1) > along(depth), qPrintable(QString::number(depth)));
        }
        QVERIFY(std::abs(along(6) - 0.5) < 0.15);
    }

    void opacityScalesTheMask() {
        const Scene scene;
        FrameRetouch retouch;
        retouch.opacity = 0.4;
        const auto result = scene.retouched(retouch);
        QCOMPARE(result.patch.alpha.at<uchar>(kCentre), uchar{102});
        QVERIFY(same(result.patch.rgb, scene.made.patch.rgb));
        retouch.opacity = 0.0;
        QCOMPARE(cv::countNonZero(scene.retouched(retouch).patch.alpha), 0);
    }

    void theBrushPaintsAndErases_data() { depths(); }
    void theBrushPaintsAndErases() {
        QFETCH(int, bitDepth);
        const Scene scene(bitDepth);
        const cv::Point2f inside(0.0F, 0.75F);
        const cv::Point2f outside(0.65F, 0.75F);
        const cv::Mat1d before = alphaOf(scene.made);
        QCOMPARE(before(scene.atHead(inside)), 1.0);
        QCOMPARE(before(scene.atHead(outside)), 0.0);

        FrameRetouch retouch;
        retouch.brush = square(outside, 0.1F, 1.0F);
        const cv::Mat1d painted = alphaOf(scene.retouched(retouch));
        QCOMPARE(painted(scene.atHead(outside)), 1.0);
        QCOMPARE(painted(scene.atHead({0.65F, 0.5F})), 0.0);
        QCOMPARE(painted(scene.atHead(inside)), 1.0);

        retouch.brush = square(inside, 0.1F, -0.5F);
        const cv::Mat1d erased = alphaOf(scene.retouched(retouch));
        QVERIFY(std::abs(erased(scene.atHead(inside)) - 0.5) < 0.005);
        QCOMPARE(erased(scene.atHead({0.2F, 0.75F})), before(scene.atHead({0.2F, 0.75F})));
        QCOMPARE(cv::countNonZero(erased > before), 0);
    }

    void theBrushFollowsTheHead_data() {
        QTest::addColumn<float>("yaw");
        QTest::addColumn<float>("pitch");
        QTest::addColumn<float>("roll");
        QTest::addColumn<float>("scale");
        QTest::newRow("facing") << 0.0F << 0.0F << 0.0F << 100.0F;
        QTest::newRow("tilted and nearer") << 0.0F << 0.0F << 0.5F << 170.0F;
        QTest::newRow("turned") << 0.5F << 0.0F << 0.0F << 100.0F;
        QTest::newRow("turned, nodding, tilted") << -0.4F << 0.2F << -0.3F << 80.0F;
    }
    // What lies on the lips stays on the lips, however the head is held.
    void theBrushFollowsTheHead() {
        QFETCH(float, yaw);
        QFETCH(float, pitch);
        QFETCH(float, roll);
        QFETCH(float, scale);
        const auto points = face::test::pictureFace(face::test::poseOf(yaw, pitch, roll, scale));
        const auto head = face::test::headFace();
        const auto plane = synthesis::HeadPlane::of(points);
        QVERIFY(plane.has_value());
        QVERIFY(std::abs(plane->unit() / scale - 1.0F) < 0.05F);
        for (const std::size_t lip : {48U, 51U, 54U, 57U, 62U}) {
            const cv::Point2f off = plane->toFilm(head[lip]) - points[lip];
            const float most = lip == 48 || lip == 54 ? 0.16F : 0.06F;  // corners lie deeper
            QVERIFY2(std::hypot(off.x, off.y) < most * scale, qPrintable(QString::number(lip)));
        }
        const cv::Point2f there(0.31F, 0.87F);
        const cv::Point2f back = plane->toHead(plane->toFilm(there));
        QVERIFY(std::hypot(back.x - there.x, back.y - there.y) < 1e-3F);
    }

    void withoutAFaceThereIsNoPlane() {
        QVERIFY(!synthesis::HeadPlane::of({}).has_value());
        Scene scene;
        scene.face = {};
        FrameRetouch retouch;
        retouch.brush = square({0.0F, 0.75F}, 0.1F, -1.0F);
        QVERIFY(same(scene.retouched(retouch).patch.alpha, scene.made.patch.alpha));
        retouch.grow = 0.1;  // still has a scale: the patch's own
        QVERIFY(radiusOf(scene.retouched(retouch)) > radiusOf(scene.made) + 3.0);
    }

    void colourMatchTakesTheFilmsLight_data() { depths(); }
    void colourMatchTakesTheFilmsLight() {
        QFETCH(int, bitDepth);
        Scene scene(bitDepth);
        cv::multiply(scene.made.patch.rgb, cv::Scalar(0.75, 0.8, 0.85), scene.made.patch.rgb);
        scene.made.patch.alpha.setTo(full(bitDepth));
        const cv::Mat film = *scene.film.rgb(kRegion);
        const cv::Rect cheek(scene.atHead({0.45F, 0.6F}) - cv::Point(6, 6), cv::Size(12, 12));
        const double dark = meanOf(scene.made.patch.rgb, cheek);
        const double wanted = meanOf(film, cheek);
        QVERIFY(dark < 0.85 * wanted);
        FrameRetouch retouch;
        retouch.colourMatch = 1.0;
        const auto whole = scene.retouched(retouch);
        QVERIFY(std::abs(meanOf(whole.patch.rgb, cheek) / wanted - 1.0) < 0.03);
        for (int c = 0; c < 3; ++c) {
            const double ratio = cv::mean(whole.patch.rgb(cheek))[c] / cv::mean(film(cheek))[c];
            QVERIFY2(std::abs(ratio - 1.0) < 0.05, qPrintable(QString::number(ratio)));
        }
        retouch.colourMatch = 0.5;
        const double half = meanOf(scene.retouched(retouch).patch.rgb, cheek);
        QVERIFY(std::abs(half - 0.5 * (dark + wanted)) < 0.04 * wanted);
        QVERIFY(same(whole.patch.alpha, scene.made.patch.alpha));
    }

    // The film's mouth must not shine through: an open mouth over a closed one stays as dark as it
    // was, and the skin around it as light.
    void colourMatchKeepsAnotherMouth() {
        Scene scene;
        scene.made.patch.alpha.setTo(255);
        const cv::Point mouth = scene.atHead({0.0F, 0.92F});
        cv::ellipse(scene.made.patch.rgb, mouth, {16, 11}, 0, 0, 360, cv::Scalar(14, 8, 10), -1);
        FrameRetouch retouch;
        retouch.colourMatch = 1.0;
        const cv::Mat after = scene.retouched(retouch).patch.rgb;
        const auto change = [&](const cv::Rect& area) {
            return std::abs(meanOf(after, area) - meanOf(scene.made.patch.rgb, area));
        };
        QVERIFY(change({mouth - cv::Point(6, 6), cv::Size(12, 12)}) < 1.0);
        for (const cv::Point2f skin : {cv::Point2f(0.35F, 0.9F), {-0.35F, 0.9F}, {0.0F, 1.15F}}) {
            const double off = change({scene.atHead(skin) - cv::Point(4, 4), cv::Size(8, 8)});
            QVERIFY2(off < 3.0, qPrintable(QString::number(off)));
        }
    }

    void sharpnessGoesBothWays_data() { depths(); }
    void sharpnessGoesBothWays() {
        QFETCH(int, bitDepth);
        const Scene scene(bitDepth);
        const cv::Mat1b all(kRegion.size(), uchar{255});
        double before = 0.0;
        for (const double amount : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
            FrameRetouch retouch;
            retouch.sharpness = amount;
            const auto result = scene.retouched(retouch);
            const double detail = synthesis::laplacianDeviation(result.patch.rgb, all);
            QVERIFY2(detail > 1.05 * before, qPrintable(QString::number(amount)));
            QVERIFY(same(result.patch.alpha, scene.made.patch.alpha));
            before = detail;
        }
    }

    // An edge between 60 and 160 gets no bright or dark seam beyond a quarter of its height.
    void sharpeningOvershootsLittle() {
        Scene scene;
        scene.made.patch.rgb.setTo(cv::Scalar::all(60));
        scene.made.patch.rgb.colRange(100, 200).setTo(cv::Scalar::all(160));
        cv::blur(scene.made.patch.rgb, scene.made.patch.rgb, {3, 3});
        FrameRetouch retouch;
        retouch.sharpness = 1.0;
        double least = 0.0;
        double most = 0.0;
        cv::minMaxLoc(scene.retouched(retouch).patch.rgb.reshape(1), &least, &most);
        QVERIFY(most > 161.0 && most <= 186.0);
        QVERIFY(least < 59.0 && least >= 34.0);
    }

    void nothingChangesOutsideOfThePatch_data() { depths(); }
    void nothingChangesOutsideOfThePatch() {
        QFETCH(int, bitDepth);
        const Scene scene(bitDepth);
        FrameRetouch retouch;
        retouch.grow = 0.3;
        retouch.feather = 0.05;
        retouch.colourMatch = 1.0;
        retouch.sharpness = 1.0;
        retouch.opacity = 0.9;
        retouch.brush =
            synthesis::BrushField(synthesis::kBrushRows, synthesis::kBrushColumns, 1.0F);
        media::VideoFrame frame = scene.film;
        const auto made = scene.retouched(retouch);
        QVERIFY(synthesis::composite(frame, made));
        const cv::Rect all({0, 0}, frame.size());
        cv::Mat difference;
        cv::absdiff(*scene.film.rgb(all), *frame.rgb(all), difference);
        QVERIFY(cv::norm(difference(kRegion), cv::NORM_INF) > 0.0);
        // Beside the region a chroma sample may be shared with it.
        difference(cv::Rect(kRegion.tl() - cv::Point(2, 2), kRegion.size() + cv::Size(4, 4)))
            .setTo(cv::Scalar::all(0));
        QCOMPARE(cv::norm(difference, cv::NORM_INF), 0.0);
    }

    void refusesWhatDoesNotFit() {
        const Scene scene;
        FrameRetouch retouch;
        retouch.grow = 0.1;
        SynthesizedFrame outside = scene.made;
        outside.region.x = test::DrawnActor::kWidth - 20;
        QVERIFY(!synthesis::retouched(outside, scene.film, scene.face, retouch));
        retouch.brush = synthesis::BrushField(3, 3, 1.0F);
        QVERIFY(!synthesis::retouched(scene.made, scene.film, scene.face, retouch));
    }

private:
    static void depths() {
        QTest::addColumn<int>("bitDepth");
        QTest::newRow("8 bits") << 8;
        QTest::newRow("10 bits") << 10;
    }
};

QTEST_GUILESS_MAIN(TestMaskRetouch)
#include "tst_maskretouch.moc"
