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

    void pickedFramesAreTakenWhereTheyFit() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        const auto wanted = targets(library, 50, 60);
        const auto freely = synthesis::chooseFrames(library, wanted, {});
        QVERIFY(freely);
        ChoiceOptions options;
        for (std::int64_t frame = 150; frame < 175; ++frame) {  // a whole cycle of the mouth
            options.picked.push_back(frame);
        }
        const auto chosen = synthesis::chooseFrames(library, wanted, options);
        QVERIFY(chosen);
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            QVERIFY(!synthesis::lists(options.picked, numberOf(library, *freely, k)));
            QVERIFY(synthesis::lists(options.picked, numberOf(library, *chosen, k)));
        }
    }

    void aPickedFrameDoesNotOverruleTheShape() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        auto wanted = targets(library, 50, 60);
        const auto& frames = library.frames();
        const auto widest = std::ranges::max_element(
            frames, {}, [](const synthesis::LibraryFrame& frame) { return frame.shape[0]; });
        for (ChoiceTarget& target : wanted) {
            target.wanted = library.mouthRange().relative({});  // closed lips
        }
        ChoiceOptions options;
        options.picked = {widest->number};
        const auto chosen = synthesis::chooseFrames(library, wanted, options);
        QVERIFY(chosen);
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            QVERIFY(numberOf(library, *chosen, k) != widest->number);
        }
    }

    void bannedFramesAreNeverTaken() {
        const auto library = libraryOf(test::DrawnActor::talking(200));
        ChoiceOptions options;
        for (std::int64_t frame = 40; frame < 100; frame += 2) {
            options.banned.push_back(frame);
        }
        const auto chosen = synthesis::chooseFrames(library, targets(library, 40, 90), options);
        QVERIFY(chosen);
        for (std::size_t k = 0; k < chosen->size(); ++k) {
            QVERIFY(!synthesis::lists(options.banned, numberOf(library, *chosen, k)));
        }
    }

    void impossibleWishesAreSaid() {
        const auto library = libraryOf(test::DrawnActor::talking(60));
        const auto wanted = targets(library, 0, 10);
        ChoiceOptions nothing;
        for (std::int64_t frame = 0; frame < 60; ++frame) {
            nothing.banned.push_back(frame);
        }
        const auto none = synthesis::chooseFrames(library, wanted, nothing);
        QVERIFY(!none && none.error().code == core::ErrorCode::invalidArgument);
        QVERIFY(none.error().text().find("banned") != std::string::npos);
        ChoiceOptions elsewhere;
        elsewhere.picked = {5, 700, 801};
        const auto missing = synthesis::chooseFrames(library, wanted, elsewhere);
        QVERIFY(!missing && missing.error().code == core::ErrorCode::invalidArgument);
        QVERIFY(missing.error().text().find("700, 801") != std::string::npos);
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

    static std::int64_t numberOf(const FrameLibrary& library,
                                 const std::vector<std::size_t>& chosen, std::size_t k) {
        return library.frames()[chosen[k]].number;
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
