#include "engine/face/shotdetector_p.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>
#include <functional>

using namespace lipwright::face;

namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 180;

/// A scene of blobs on a background, panned by `x` pixels.
cv::Mat scene(std::uint64_t seed, double x = 0.0) {
    cv::RNG random(seed);
    cv::Mat picture(kHeight, kWidth, CV_8UC1, cv::Scalar(random.uniform(30, 200)));
    for (int i = 0; i < 14; ++i) {
        const cv::Point centre(cvRound(random.uniform(-100.0, kWidth + 100.0) - x),
                               random.uniform(0, kHeight));
        cv::circle(picture, centre, random.uniform(15, 60), cv::Scalar(random.uniform(0, 255)), -1,
                   cv::LINE_AA);
    }
    return picture;
}

cv::Mat noisy(const cv::Mat& picture, std::uint64_t seed) {
    cv::Mat noise(picture.size(), CV_16S);
    cv::RNG(seed + 99).fill(noise, cv::RNG::NORMAL, 0, 4);
    cv::Mat result;
    picture.convertTo(result, CV_16S);
    result += noise;
    result.convertTo(result, CV_8U);
    return result;
}

using Film = std::function<cv::Mat(int)>;

std::vector<int> cutsOf(const Film& film, int frames) {
    ShotDetector detector;
    std::vector<int> cuts;
    int answered = 0;
    const auto take = [&](std::optional<bool> cut) {
        if (cut && *cut) {
            cuts.push_back(answered);
        }
        answered += cut ? 1 : 0;
        return cut.has_value();
    };
    for (int i = 0; i < frames; ++i) {
        take(detector.push(noisy(film(i), static_cast<std::uint64_t>(i))));
    }
    while (take(detector.flush())) {
    }
    return answered == frames ? cuts : std::vector<int>{-1};
}

}  // namespace

class TestShotDetector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void manyCuts();
};

void TestShotDetector::finds_data() {
    QTest::addColumn<Film>("film");
    QTest::addColumn<int>("frames");
    QTest::addColumn<std::vector<int>>("cuts");
    const auto row = [](const char* name, int frames, std::vector<int> cuts, Film film) {
        QTest::newRow(name) << film << frames << cuts;
    };
    row("one frame", 1, {0}, [](int) { return scene(1); });
    row("two frames", 2, {0}, [](int) { return scene(1); });
    row("still", 40, {0}, [](int) { return scene(1); });
    row("cut", 40, {0, 17}, [](int i) { return scene(i < 17 ? 1 : 2); });
    row("cut on the last frame but one", 40, {0, 38}, [](int i) { return scene(i < 38 ? 1 : 2); });
    row("cut after three frames", 20, {0, 3}, [](int i) { return scene(i < 3 ? 1 : 2); });
    row("two cuts four frames apart", 40, {0, 17, 21}, [](int i) {
        return scene(i < 17 ? 1 : i < 21 ? 2 : 3);
    });
    row("flash of one frame", 40, {0}, [](int i) {
        return i == 20 ? cv::Mat(kHeight, kWidth, CV_8UC1, cv::Scalar(250)) : scene(1);
    });
    row("flash of two frames", 40, {0}, [](int i) {
        cv::Mat picture = scene(1);
        if (i == 20 || i == 21) {
            picture.convertTo(picture, -1, 0.4, 150);
        }
        return picture;
    });
    row("foreign frame", 40, {0}, [](int i) { return scene(i == 20 ? 2 : 1); });
    row("slow pan", 60, {0}, [](int i) { return scene(3, i * 2.0); });
    row("fast pan", 60, {0}, [](int i) { return scene(3, i < 20 ? 0.0 : (i - 20) * 12.0); });
    row("cut between pans", 40, {0, 20},
        [](int i) { return i < 20 ? scene(3, i * 6.0) : scene(5, -i * 6.0); });
    row("light goes down", 60, {0}, [](int i) {
        cv::Mat picture = scene(1);
        picture.convertTo(picture, -1, 1.0 - 0.7 * std::min(1.0, i / 40.0));
        return picture;
    });
    row("light switched off", 40, {0}, [](int i) {
        cv::Mat picture = scene(1);
        picture.convertTo(picture, -1, i < 20 ? 1.0 : 0.45);
        return picture;
    });
    row("through black", 60, {0, 34}, [](int i) {
        if (i >= 20 && i < 34) {
            return cv::Mat(kHeight, kWidth, CV_8UC1, cv::Scalar(0));
        }
        return scene(i < 20 ? 1 : 2);
    });
}

void TestShotDetector::finds() {
    QFETCH(Film, film);
    QFETCH(int, frames);
    QFETCH(std::vector<int>, cuts);
    std::vector<int> found = cutsOf(film, frames);
    if (QByteArray(QTest::currentDataTag()) == "through black") {
        // Whether black itself is a shot of its own does not matter.
        std::erase(found, 20);
    }
    QString text;
    for (const int cut : found) {
        text += QString::number(cut) + " ";
    }
    QVERIFY2(found == cuts, qPrintable(text));
}

void TestShotDetector::manyCuts() {
    // A film of ten scenes of 9 to 27 frames: hardly a cut missed, none invented.
    std::vector<int> truth;
    std::vector<int> sceneOf;
    for (int s = 0; s < 60; ++s) {
        truth.push_back(static_cast<int>(sceneOf.size()));
        sceneOf.insert(sceneOf.end(), static_cast<std::size_t>(9 + (s * 7) % 19), s);
    }
    const auto found = cutsOf(
        [&](int i) {
            return scene(static_cast<std::uint64_t>(sceneOf[static_cast<std::size_t>(i)]) + 100,
                         (i % 20) * 1.0);
        },
        static_cast<int>(sceneOf.size()));
    std::vector<int> hits;
    std::set_intersection(truth.begin(), truth.end(), found.begin(), found.end(),
                          std::back_inserter(hits));
    QVERIFY2(hits.size() >= 58, qPrintable(QString::number(hits.size())));
    QCOMPARE(found.size(), hits.size());
}

QTEST_GUILESS_MAIN(TestShotDetector)
#include "tst_shotdetector.moc"
