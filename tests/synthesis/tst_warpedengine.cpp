#include "engine/synthesis/compositor.h"
#include "tests/synthesis/dubbedactor.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <cmath>

using namespace lipwright;
using test::DrawnActor;
using test::DubbedActor;

class TestWarpedEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mouthFollowsTheCurve_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::newRow("8 bits") << 8;
        QTest::newRow("10 bits") << 10;
    }

    // The dark of the mouth, measured on the dubbed picture, is as high as in a picture drawn with
    // the wanted opening; the original's own opening does not show.
    void mouthFollowsTheCurve() {
        QFETCH(int, bitDepth);
        const int frames = 60;
        DubbedActor dubbed(DrawnActor::talking(frames, bitDepth), shifted(frames));
        QVERIFY(dubbed.film());
        double error = 0.0;
        double original = 0.0;
        for (int k = 0; k < frames; ++k) {
            const cv::Mat picture = composited(dubbed, k);
            const int column = cvRound(dubbed.actor.landmarks(k)[62].x);
            const double wanted = dubbed.actor.opening((k + 23) % frames) * DrawnActor::kUnit;
            error += std::abs(test::darkRows(picture, column) - wanted) / frames;
            original += std::abs(dubbed.actor.opening(k) * DrawnActor::kUnit - wanted) / frames;
        }
        QVERIFY2(error < 2.5, qPrintable(QString::number(error)));
        QVERIFY(original > 3.0 * error);
    }

    // Wherever the patch's alpha is zero nothing changes, and the background stays up to the chin.
    void backgroundStays() {
        DubbedActor dubbed(DrawnActor::talking(30), shifted(30));
        QVERIFY(dubbed.film());
        const cv::Rect all(0, 0, DrawnActor::kWidth, DrawnActor::kHeight);
        for (const int k : {3, 11, 20}) {
            const cv::Mat before = *dubbed.reader->frame(k)->rgb(all);
            const cv::Mat after = composited(dubbed, k);
            cv::Mat difference;
            cv::absdiff(before, after, difference);
            const auto points = dubbed.actor.landmarks(k);
            for (int y = 0; y < all.height; ++y) {
                for (int x = 0; x < all.width; ++x) {
                    const bool above = static_cast<float>(y) < points[30].y - 50.0F;
                    const bool beside = static_cast<float>(x) < points[2].x - 50.0F ||
                                        static_cast<float>(x) > points[14].x + 50.0F;
                    if (above || beside) {
                        QCOMPARE(difference.at<cv::Vec3b>(y, x), cv::Vec3b());
                    }
                }
            }
        }
    }

    void chinMovesAsModelled() {
        // Closed frames that shall be open: the chin's edge goes down.
        std::vector<float> openings(40, 0.0F);
        for (std::size_t k = 20; k < openings.size(); ++k) {
            openings[k] = 0.2F;
        }
        const DrawnActor actor(openings);
        synthesis::ShapeCurve wanted;
        wanted.shapes.assign(40, actor.ownCurve().shapes[30]);
        DubbedActor dubbed(actor, wanted);
        QVERIFY(dubbed.film());
        const int column = cvRound(actor.landmarks(8)[8].x);
        const cv::Rect all(0, 0, DrawnActor::kWidth, DrawnActor::kHeight);
        const int before = skinEnd(*dubbed.reader->frame(8)->rgb(all), column);
        const int after = skinEnd(composited(dubbed, 8), column);
        QVERIFY2(std::abs(after - before - 20) <= 4,
                 qPrintable(QString("%1 -> %2").arg(before).arg(after)));
    }

    void takesOnTheTargetsLight() {
        DrawnActor actor = DrawnActor::talking(40);
        for (int k = 0; k < 40; ++k) {
            actor.light(k, k < 20 ? 1.0 : 0.88);
        }
        synthesis::ShapeCurve wanted = actor.ownCurve();
        DubbedActor dubbed(actor, wanted, [](auto& job) { job.settings.excludedNeighbours = 8; });
        QVERIFY(dubbed.film());
        int crossed = 0;
        for (int k = 5; k < 40; k += 3) {
            const auto& plan = dubbed.plan->frames()[static_cast<std::size_t>(k)];
            crossed += (plan.sources.front() < 20) != (k < 20) ? 1 : 0;
            const auto points = dubbed.actor.landmarks(k);
            const cv::Rect skin(cv::Point(points[57] + cv::Point2f(-8, 8)), cv::Size(16, 10));
            const double before = cv::mean((*dubbed.reader->frame(k)->rgb(skin)))[0];
            const double after = cv::mean(composited(dubbed, k)(skin))[0];
            QVERIFY2(std::abs(after / before - 1.0) < 0.03,
                     qPrintable(QString("frame %1: %2 -> %3").arg(k).arg(before).arg(after)));
        }
        QVERIFY(crossed > 0);
    }

    void sameInputSamePixels() {
        DubbedActor a(DrawnActor::talking(25), shifted(25));
        DubbedActor b(DrawnActor::talking(25), shifted(25));
        QVERIFY(a.film() && b.film());
        for (const int k : {20, 4, 12}) {
            const auto first = a.rendered(k);
            const auto second = b.rendered(k);
            QCOMPARE(first.region, second.region);
            QCOMPARE(cv::norm(first.patch.rgb, second.patch.rgb, cv::NORM_INF), 0.0);
            QCOMPARE(cv::norm(first.patch.alpha, second.patch.alpha, cv::NORM_INF), 0.0);
        }
    }

    void passesUnusableFramesThrough() {
        DrawnActor actor = DrawnActor::talking(40);
        actor.hide(20, face::FaceUsability::occluded);
        DubbedActor dubbed(actor, shifted(40), [](auto& job) {
            job.adjoinsBefore = false;
            job.settings.fadeFrames = 3;
        });
        const auto& frames = dubbed.plan->frames();
        QCOMPARE(frames[20].passThroughReason,
                 std::string(face::toString(face::FaceUsability::occluded)));
        QCOMPARE(frames[20].weight, 0.0);
        QCOMPARE(frames[0].weight, 0.25);
        QCOMPARE(frames[3].weight, 1.0);
        QCOMPARE(frames[19].weight, 0.25);
        QCOMPARE(frames[21].weight, 0.25);
        QCOMPARE(frames[23].weight, 0.75);
        QCOMPARE(frames[39].weight, 1.0);
        for (const auto& frame : frames) {
            QVERIFY(std::find(frame.sources.begin(), frame.sources.end(), 20) ==
                    frame.sources.end());
        }
    }

    void openingIsNeverNegative() {
        synthesis::ShapeCurve wanted;
        wanted.shapes.assign(30, {-9.0F, 0.0F, 0.0F, 0.0F});
        DubbedActor dubbed(DrawnActor::talking(30), wanted);
        for (const auto& frame : dubbed.plan->frames()) {
            QVERIFY(dubbed.library->mouthRange().absolute(frame.wanted)[0] > -1e-4F);
        }
    }

    void tinyLibrarySaysSo() {
        DubbedActor dubbed(DrawnActor::talking(12), shifted(12));
        QCOMPARE(dubbed.plan->notes().size(), std::size_t{1});
        QVERIFY(QString::fromStdString(dubbed.plan->notes().front()).contains("12 frames"));
    }

    void badJobsAreErrors_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("curve");
        QTest::newRow("empty") << 5 << 5 << 20;
        QTest::newRow("before the track") << -3 << 0 << 20;
        QTest::newRow("behind the track") << 20 << 25 << 30;
        QTest::newRow("curve too short") << 0 << 20 << 19;
    }

    void badJobsAreErrors() {
        QFETCH(int, first);
        QFETCH(int, end);
        QFETCH(int, curve);
        DubbedActor dubbed(DrawnActor::talking(20), shifted(20));
        auto job = dubbed.job;
        job.firstFrame = first;
        job.endFrame = end;
        job.wanted.shapes.assign(static_cast<std::size_t>(curve), {});
        const auto plan = dubbed.engine->plan(job, {}, {});
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, core::ErrorCode::invalidArgument);
    }

    void faceAtTheEdgeOfThePicture() {
        // The patch never leaves the film, however near the face is to its edge.
        DubbedActor dubbed(DrawnActor::talking(20), shifted(20), [](auto& job) {
            job.filmSize.height = 225;  // cuts the chin off
        });
        for (const auto& frame : dubbed.plan->frames()) {
            const cv::Rect patch(frame.position, dubbed.plan->patchSize());
            QCOMPARE(patch & cv::Rect(0, 0, DrawnActor::kWidth, 225), patch);
        }
    }

private:
    // The actor's own curve, 23 frames later and around.
    static synthesis::ShapeCurve shifted(int frames) {
        const auto own = DrawnActor::talking(frames).ownCurve();
        synthesis::ShapeCurve result;
        for (int k = 0; k < frames; ++k) {
            result.shapes.push_back(own.shapes[static_cast<std::size_t>((k + 23) % frames)]);
        }
        return result;
    }

    static cv::Mat composited(DubbedActor& dubbed, int number) {
        auto frame = *dubbed.reader->frame(number);
        const auto done = synthesis::composite(frame, dubbed.rendered(number));
        if (!done) {
            qFatal("%s", done.error().text().c_str());
        }
        return *frame.rgb({0, 0, DrawnActor::kWidth, DrawnActor::kHeight});
    }

    // The lowest row of the column that is skin: the background is bluer.
    static int skinEnd(const cv::Mat& rgb, int column) {
        int last = 0;
        for (int y = 0; y < rgb.rows; ++y) {
            const auto& pixel = rgb.at<cv::Vec3b>(y, column);
            last = pixel[0] > pixel[2] + 20 ? y : last;
        }
        return last;
    }
};

QTEST_GUILESS_MAIN(TestWarpedEngine)
#include "tst_warpedengine.moc"
