#include "engine/synthesis/framechoice.h"
#include "tests/synthesis/drawnactor.h"

#include <QtTest>

using namespace lipwright;
using synthesis::ChoiceOptions;
using synthesis::ChoiceTarget;
using synthesis::FrameLibrary;

class TestFrameChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheExactRun() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        const auto chosen = synthesis::chooseFrames(library, targets(library, 40, 90), {});
        QVERIFY(chosen);
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            QCOMPARE((*chosen)[k], 40 + k);
        }
    }

    void prefersRunsToNoise() {
        const auto library = libraryOf(test::DrawnActor::talking(300));
        auto wanted = targets(library, 100, 180);
        for (std::size_t k = 0; k < wanted.size(); ++k) {
            wanted[k].wanted[0] += k % 2 == 0 ? 0.2F : -0.2F;
        }
        ChoiceOptions loose;
        loose.jump = 0.0F;
        loose.jumpShape = 0.0F;
        loose.repeat = 0.0F;
        loose.skip = 0.0F;
        const auto steady = synthesis::chooseFrames(library, wanted, {});
        const auto restless = synthesis::chooseFrames(library, wanted, loose);
        QVERIFY(steady && restless);
        QVERIFY2(jumps(*steady) < 8, qPrintable(QString::number(jumps(*steady))));
        QVERIFY(jumps(*restless) > 3 * jumps(*steady) + 10);
    }

    void leavesOutNeighbours() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        ChoiceOptions options;
        options.excludedNeighbours = 10;
        const auto chosen = synthesis::chooseFrames(library, targets(library, 0, 200), options);
        QVERIFY(chosen);
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            QVERIFY(std::abs(static_cast<int>((*chosen)[k]) - static_cast<int>(k)) > 10);
        }
    }

    void wantsClosedLipsFromClosedLips() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        auto wanted = targets(library, 50, 51);
        wanted[0].wanted = library.mouthRange().relative({});
        const auto chosen = synthesis::chooseFrames(library, wanted, {});
        QVERIFY(chosen);
        const auto shape = library.mouthRange().absolute(library.frames()[chosen->front()].shape);
        QVERIFY(shape[0] < 0.07F);
    }

    void tinyLibraryWorks() {
        const auto library = libraryOf(test::DrawnActor({0.1F}));
        std::vector<ChoiceTarget> wanted(5, targets(library, 0, 1).front());
        const auto chosen = synthesis::chooseFrames(library, wanted, {});
        QVERIFY(chosen);
        QCOMPARE(*chosen, std::vector<std::size_t>(5, 0));
    }

    void nothingLeftIsAnError() {
        const auto library = libraryOf(test::DrawnActor::talking(8));
        ChoiceOptions options;
        options.excludedNeighbours = 100;
        const auto chosen = synthesis::chooseFrames(library, targets(library, 0, 8), options);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, core::ErrorCode::tooShort);
    }

    void stops() {
        const auto library = libraryOf(test::DrawnActor::talking(60));
        std::stop_source source;
        source.request_stop();
        const auto chosen =
            synthesis::chooseFrames(library, targets(library, 0, 60), {}, source.get_token());
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, core::ErrorCode::cancelled);
    }

private:
    static FrameLibrary libraryOf(const test::DrawnActor& actor) {
        return *FrameLibrary::build(actor.analysis(), 0);
    }

    static std::vector<ChoiceTarget> targets(const FrameLibrary& library, std::size_t first,
                                             std::size_t end) {
        std::vector<ChoiceTarget> result;
        for (std::size_t k = first; k < end; ++k) {
            const auto& frame = library.frames()[k];
            result.push_back(
                {frame.number, frame.track, frame.shape, frame.pose, frame.brightness});
        }
        return result;
    }

    static int jumps(const std::vector<std::size_t>& chosen) {
        int count = 0;
        for (std::size_t k = 1; k < chosen.size(); ++k) {
            count += chosen[k] == chosen[k - 1] + 1 ? 0 : 1;
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(TestFrameChoice)
#include "tst_framechoice.moc"
