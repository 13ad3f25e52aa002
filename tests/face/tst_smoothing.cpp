#include "engine/face/smoothing_p.h"
#include "tests/face/facefixture.h"

#include <QtTest>

using namespace lipwright::face;
using namespace lipwright::face::test;

namespace {

FaceTrack moving(int frames, cv::Point2f velocity, float noise, float opening = 0.0F) {
    FaceTrack track;
    for (int i = 0; i < frames; ++i) {
        FaceObservation o;
        o.usability = FaceUsability::usable;
        const HeadPose pose =
            poseOf(0, 0, 0, 100.0F, cv::Point2f(300, 200) + velocity * static_cast<float>(i));
        const float open = opening * (0.5F - 0.5F * std::cos(static_cast<float>(i) * 1.0F));
        o.landmarks = noisy(pictureFace(pose, open), noise, static_cast<unsigned>(i) + 7U);
        track.observations.push_back(o);
    }
    return track;
}

double worstError(const FaceTrack& track, cv::Point2f velocity, std::size_t point) {
    double worst = 0.0;
    for (std::size_t i = 0; i < track.observations.size(); ++i) {
        if (track.observations[i].usability == FaceUsability::noFace) {
            continue;
        }
        const Landmarks truth = pictureFace(
            poseOf(0, 0, 0, 100.0F, cv::Point2f(300, 200) + velocity * static_cast<float>(i)));
        const cv::Point2f d = track.observations[i].stableLandmarks[point] - truth[point];
        worst = std::max(worst, std::hypot(static_cast<double>(d.x), static_cast<double>(d.y)));
    }
    return worst;
}

/// Root mean square of the second difference over time: what the eye sees as trembling.
double tremble(const FaceTrack& track, bool stable, std::size_t first, std::size_t last) {
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 1; i + 1 < track.observations.size(); ++i) {
        const auto of = [&](std::size_t j) -> const Landmarks& {
            return stable ? track.observations[j].stableLandmarks : track.observations[j].landmarks;
        };
        for (std::size_t p = first; p < last; ++p) {
            const cv::Point2f d = of(i - 1)[p] - 2.0F * of(i)[p] + of(i + 1)[p];
            sum += d.dot(d);
            ++count;
        }
    }
    return std::sqrt(sum / count);
}

}  // namespace

class TestSmoothing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steadyMotionIsNotDelayed();
    void gapsAreNotBridgedBySmoothing();
    void tremblesLess();
    void lipsKeepTheirSpeed();
    void mouthDoesNotMoveTheUpperFace();
    void turningIsTakenOutOfTheMeasures();
    void shortTracks_data();
    void shortTracks();
};

void TestSmoothing::steadyMotionIsNotDelayed() {
    const cv::Point2f velocity(6.0F, -3.0F);
    FaceTrack track = moving(20, velocity, 0.0F);
    stabilise(track);
    QVERIFY(worstError(track, velocity, 30) < 0.01);  // first and last frame included
    QVERIFY(worstError(track, velocity, 8) < 0.01);
}

void TestSmoothing::gapsAreNotBridgedBySmoothing() {
    const cv::Point2f velocity(6.0F, 2.0F);
    FaceTrack track = moving(20, velocity, 0.0F);
    for (const std::size_t i : {8, 9, 14}) {
        track.observations[i] = {};
        track.observations[i].landmarks.fill({1e6F, 1e6F});  // must not be looked at
    }
    stabilise(track);
    QVERIFY(worstError(track, velocity, 30) < 0.02);
    QCOMPARE(track.observations[8].stableLandmarks[30], cv::Point2f());
}

void TestSmoothing::tremblesLess() {
    FaceTrack track = moving(200, {0.3F, 0.0F}, 0.6F);
    stabilise(track);
    const double head = tremble(track, true, 17, 48) / tremble(track, false, 17, 48);
    QVERIFY2(head < 0.3, qPrintable(QString::number(head)));
}

void TestSmoothing::lipsKeepTheirSpeed() {
    // An opening of one cycle in 6.3 frames, the fastest that speech does.
    FaceTrack track = moving(100, {0, 0}, 0.0F, 0.2F);
    stabilise(track);
    float low = 1.0F;
    float high = 0.0F;
    for (std::size_t i = 10; i < 90; ++i) {
        const float open = track.observations[i].shape[0];
        low = std::min(low, open);
        high = std::max(high, open);
    }
    QVERIFY2(high - low > 0.7F * 0.2F, qPrintable(QString::number(high - low)));
}

void TestSmoothing::mouthDoesNotMoveTheUpperFace() {
    FaceTrack closed = moving(30, {1.0F, 0.0F}, 0.0F);
    FaceTrack talking = moving(30, {1.0F, 0.0F}, 0.0F, 0.3F);
    stabilise(closed);
    stabilise(talking);
    for (std::size_t i = 0; i < 30; ++i) {
        for (std::size_t p = 17; p < 48; ++p) {
            QCOMPARE(talking.observations[i].stableLandmarks[p],
                     closed.observations[i].stableLandmarks[p]);
        }
        QCOMPARE(talking.observations[i].pose.yaw, closed.observations[i].pose.yaw);
    }
}

/// An actor whose mouth is not where the mean face has it: a nod then looks like a moving jaw.
void TestSmoothing::turningIsTakenOutOfTheMeasures() {
    FaceTrack track;
    Landmarks head = headFace(0.1F);
    for (std::size_t i = 48; i < 68; ++i) {
        head[i].x *= 1.2F;
    }
    std::vector<float> naive;
    for (int i = 0; i < 100; ++i) {
        HeadPose pose = poseOf(0.3F * std::sin(static_cast<float>(i) * 0.13F),
                               0.25F * std::cos(static_cast<float>(i) * 0.21F), 0.0F);
        FaceObservation o;
        o.usability = FaceUsability::usable;
        o.landmarks = toPicture(head, pose);
        for (std::size_t p = 0; p < 17; ++p) {  // a deeper jaw than the mean
            const float depth = 25.0F;
            o.landmarks[p] += cv::Point2f(depth * std::sin(pose.yaw), depth * std::sin(pose.pitch));
        }
        naive.push_back(measureMouth(o.landmarks, estimateHeadPose(o.landmarks))[3]);
        track.observations.push_back(o);
    }
    stabilise(track);
    const auto spread = [](auto first, auto last) {
        const auto [low, high] = std::minmax_element(first, last);
        return *high - *low;
    };
    std::vector<float> jaw;
    for (const auto& o : track.observations) {
        jaw.push_back(o.shape[3]);
    }
    const float before = spread(naive.begin(), naive.end());
    const float after = spread(jaw.begin(), jaw.end());
    QVERIFY2(after < 0.35F * before, qPrintable(QString("%1 %2").arg(before).arg(after)));
}

void TestSmoothing::shortTracks_data() {
    QTest::addColumn<int>("frames");
    for (const int frames : {0, 1, 2, 3}) {
        QTest::addRow("%d frames", frames) << frames;
    }
}

void TestSmoothing::shortTracks() {
    QFETCH(int, frames);
    FaceTrack track = moving(frames, {4.0F, 0.0F}, 0.0F);
    stabilise(track);
    QVERIFY(worstError(track, {4.0F, 0.0F}, 27) < 0.01);
}

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
