// Library frames for choosing by hand, of a drawn actor and of one made up.
#include "engine/dubbing/librarychoice.h"
#include "tests/synthesis/drawnactor.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace lipwright;
using dubbing::chooseLibraryMouths;
using dubbing::LibraryMouth;

class TestLibraryChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theySpanWhatTheMouthDoes() {
        const auto faces = test::DrawnActor::talking(300).analysis();
        const auto chosen = chooseLibraryMouths(faces, {0, 8, {}});
        QVERIFY(chosen.has_value());
        QVERIFY(chosen->size() > 3 && chosen->size() <= 8);
        QVERIFY(std::ranges::is_sorted(*chosen, {}, &TestLibraryChoice::opening));
        const auto every = chooseLibraryMouths(faces, {0, 10'000, {}});
        QVERIFY(every.has_value());
        const float widest =
            std::ranges::max(*every, {}, &TestLibraryChoice::opening).control.opening;
        QVERIFY(chosen->back().control.opening > widest - 0.5F);
        std::set<std::int64_t> frames;
        for (const LibraryMouth& mouth : *chosen) {
            frames.insert(mouth.frame);
        }
        QCOMPARE(frames.size(), chosen->size());
    }

    void theMouthIsInItsRegion() {
        const auto actor = test::DrawnActor::talking(60);
        const auto faces = actor.analysis();
        const auto chosen = chooseLibraryMouths(faces, {0, 5, {}});
        QVERIFY(chosen.has_value());
        for (const LibraryMouth& mouth : *chosen) {
            QCOMPARE(mouth.region.width, mouth.region.height);
            const auto points = actor.landmarks(static_cast<int>(mouth.frame));
            for (std::size_t k = 48; k < points.size(); ++k) {
                QVERIFY(mouth.region.contains(cv::Point(points[k])));
            }
        }
    }

    void framesLikeAWantedOne() {
        const auto faces = test::DrawnActor::talking(300).analysis();
        const auto all = chooseLibraryMouths(faces, {0, 50, {}});
        QVERIFY(all.has_value());
        const project::MouthControl wanted = all->back().control;
        const auto like = chooseLibraryMouths(faces, {0, 6, wanted});
        QVERIFY(like.has_value());
        QCOMPARE(like->size(), std::size_t{6});
        for (std::size_t i = 0; i < like->size(); ++i) {
            QVERIFY(std::abs((*like)[i].control.opening - wanted.opening) < 0.7F);
            for (std::size_t k = 0; k < i; ++k) {
                QVERIFY(std::abs((*like)[i].frame - (*like)[k].frame) >= 5);
            }
        }
    }

    void sharpAndFrontalOnesAreShown() {
        auto faces = test::DrawnActor::talking(200).analysis();
        auto& seen = faces.tracks[0].observations;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            seen[i].sharpness = i % 2 == 0 ? 100.0F : 20.0F;
            seen[i].pose.yaw = i % 4 == 0 ? 0.0F : 0.3F;
        }
        const auto chosen = chooseLibraryMouths(faces, {0, 4, {}});
        QVERIFY(chosen.has_value());
        for (const LibraryMouth& mouth : *chosen) {
            QCOMPARE(mouth.frame % 4, std::int64_t{0});
        }
    }

    void whatCanNotBeUsedIsNotShown() {
        auto actor = test::DrawnActor::talking(40);
        for (int frame = 0; frame < 40; ++frame) {
            if (frame != 17) {
                actor.hide(frame, face::FaceUsability::occluded);
            }
        }
        const auto one = chooseLibraryMouths(actor.analysis(), {0, 60, {}});
        QVERIFY(one.has_value());
        QCOMPARE(one->size(), std::size_t{1});
        QCOMPARE(one->front().frame, std::int64_t{17});
        actor.hide(17, face::FaceUsability::blurred);
        const auto none = chooseLibraryMouths(actor.analysis(), {0, 60, {}});
        QVERIFY(!none && none.error().code == core::ErrorCode::noFace);
        QVERIFY(!chooseLibraryMouths(actor.analysis(), {7, 60, {}}).has_value());
    }

private:
    static float opening(const LibraryMouth& mouth) { return mouth.control.opening; }
};

QTEST_GUILESS_MAIN(TestLibraryChoice)
#include "tst_librarychoice.moc"
