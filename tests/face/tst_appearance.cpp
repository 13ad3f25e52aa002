#include "engine/face/appearance_p.h"
#include "tests/face/facefixture.h"

#include <opencv2/imgproc.hpp>

#include <QtTest>

using namespace lipwright::face;
using namespace lipwright::face::test;

namespace {

/// A made-up person: skin, hair, brows and eyes by number; light by `gain`.
cv::Mat portrait(int person, double gain, int seed) {
    cv::RNG random(static_cast<std::uint64_t>(person) * 77 + 5);
    const cv::Scalar skin(random.uniform(90, 250), random.uniform(70, 180),
                          random.uniform(50, 150));
    const cv::Scalar hair(random.uniform(10, 160), random.uniform(10, 120), random.uniform(5, 60));
    cv::Mat picture(Appearance::kCrop, Appearance::kCrop, CV_8UC3, hair);
    cv::ellipse(picture, {48, 52}, {random.uniform(30, 38), 46}, 0, 0, 360, skin, -1);
    const int browHeight = random.uniform(18, 26);
    const int thickness = random.uniform(1, 5);
    for (const int x : {32, 64}) {
        cv::line(picture, {x - 9, browHeight + random.uniform(-2, 2)}, {x + 9, browHeight}, hair,
                 thickness);
        cv::ellipse(picture, {x, 30}, {random.uniform(5, 9), random.uniform(2, 5)}, 0, 0, 360,
                    cv::Scalar(20, 20, 20), -1);
    }
    cv::Mat noise(picture.size(), CV_16SC3);
    cv::RNG(static_cast<std::uint64_t>(seed) + 1).fill(noise, cv::RNG::NORMAL, 0, 5);
    cv::Mat result;
    picture.convertTo(result, CV_16SC3, gain);
    result += noise;
    result.convertTo(result, CV_8U);
    return result;
}

Appearance seen(int person, double gain, int seed) {
    Landmarks head = headFace();
    for (std::size_t i = 0; i < head.size(); ++i) {
        head[i] *= 1.0F + 0.03F * std::sin(static_cast<float>(person * 13) + static_cast<float>(i));
    }
    Appearance appearance;
    for (int k = 0; k < 4; ++k) {
        appearance.add(portrait(person, gain, seed * 10 + k),
                       noisy(head, 0.01F, static_cast<unsigned>(seed * 10 + k)));
    }
    return appearance;
}

}  // namespace

class TestAppearance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void samePersonIsNearer();
    void groups();
    void overlappingTracksAreTwoPeople();
    void nothingSeen();
    void aThousandTracks();
};

void TestAppearance::samePersonIsNearer() {
    int right = 0;
    int total = 0;
    for (int a = 0; a < 8; ++a) {
        const double same = Appearance::distance(seen(a, 1.0, 1), seen(a, 0.85, 2));
        for (int b = 0; b < 8; ++b) {
            if (a != b) {
                right += same < Appearance::distance(seen(a, 1.0, 1), seen(b, 0.85, 3)) ? 1 : 0;
                ++total;
            }
        }
    }
    QCOMPARE(right, total);
}

void TestAppearance::groups() {
    // Two people cut back and forth, six shots.
    std::vector<Appearance> looks;
    std::vector<AppearedTrack> tracks;
    for (int shot = 0; shot < 6; ++shot) {
        looks.push_back(seen(shot % 2 == 0 ? 1 : 4, 1.0 - 0.03 * shot, shot));
    }
    for (int shot = 0; shot < 6; ++shot) {
        tracks.push_back({&looks[static_cast<std::size_t>(shot)], shot * 50, shot * 50 + 50});
    }
    QCOMPARE(groupActors(tracks), (std::vector<int>{0, 1, 0, 1, 0, 1}));
}

void TestAppearance::overlappingTracksAreTwoPeople() {
    const Appearance twin = seen(2, 1.0, 1);
    const std::vector<AppearedTrack> together = {{&twin, 0, 50}, {&twin, 49, 100}};
    QCOMPARE(groupActors(together), (std::vector<int>{0, 1}));
    const std::vector<AppearedTrack> apart = {{&twin, 0, 50}, {&twin, 50, 100}};
    QCOMPARE(groupActors(apart), (std::vector<int>{0, 0}));
}

void TestAppearance::nothingSeen() {
    QVERIFY(groupActors({}).empty());
    const Appearance none;
    const std::vector<AppearedTrack> tracks = {{&none, 0, 5}, {&none, 5, 9}};
    QCOMPARE(groupActors(tracks), (std::vector<int>{0, 1}));
}

void TestAppearance::aThousandTracks() {
    std::vector<Appearance> people;
    for (int person = 0; person < 5; ++person) {
        people.push_back(seen(person, 1.0, person));
    }
    std::vector<AppearedTrack> tracks;
    for (int i = 0; i < 1000; ++i) {
        tracks.push_back({&people[static_cast<std::size_t>(i * 7 % 5)], i * 10, i * 10 + 10});
    }
    const std::vector<int> groups = groupActors(tracks);
    for (int i = 5; i < 1000; ++i) {
        QCOMPARE(groups[static_cast<std::size_t>(i)], groups[static_cast<std::size_t>(i - 5)]);
    }
}

QTEST_GUILESS_MAIN(TestAppearance)
#include "tst_appearance.moc"
