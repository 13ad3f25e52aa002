// Shapes, masks, library frames, presets and scores: what edits of them change and what stays.
#include "engine/project/delta.h"
#include "engine/project/edits.h"
#include "engine/project/retouchkeys.h"
#include "tests/project/sampleproject.h"

#include <QtTest>
#include <functional>
#include <limits>

using namespace lipwright;
using namespace lipwright::project;
using lipwright::testing::retouchedProject;
using lipwright::testing::sampleTake;

namespace {

constexpr Id kFirst = 2;
constexpr Id kSecond = 5;
constexpr Id kPreset = 7;
const std::vector<Id> kBoth{kFirst, kSecond};

struct NamedEdit {
    const char* name;
    std::function<bool(Project&)> edit;
};

SegmentSettings strength(double value) {
    SegmentSettings settings;
    settings.strength = value;
    return settings;
}

Retouch grown(double value) {
    Retouch retouch;
    retouch.grow = value;
    return retouch;
}

BrushStroke strokeAt(float x, float y) {
    BrushStroke stroke;
    stroke.points = {{x, y}};
    return stroke;
}

/// Each on the first segment alone, or on none.
const std::vector<NamedEdit>& everyEdit() {
    static const std::vector<NamedEdit> kEdits{
        {"shape",
         [](Project& p) {
             return setSegmentShape(p, kFirst, {{100, {1.0F, 0.0F, 0.0F}}}).has_value();
         }},
        {"reset shape", [](Project& p) { return setSegmentShape(p, kFirst, {}).has_value(); }},
        {"retouch",
         [](Project& p) {
             return setSegmentRetouch(p, std::vector<Id>{kFirst}, grown(0.1)).has_value();
         }},
        {"paint",
         [](Project& p) {
             Retouch retouch = p.segment(kFirst)->retouch;
             retouch.mask.push_back({199, {strokeAt(0.0F, 1.0F)}});
             return setSegmentRetouch(p, std::vector<Id>{kFirst}, retouch).has_value();
         }},
        {"library",
         [](Project& p) {
             return setLibraryFrames(p, kFirst, {9, 8}, {}).has_value();
         }},
        {"scores",
         [](Project& p) { return setTakeScores(p, kFirst, 4, TakeScores{}).has_value(); }},
        {"new preset",
         [](Project& p) {
             return setPreset(p, {0, "shout", strength(1.5)}).has_value();
         }},
        {"other preset",
         [](Project& p) {
             return setPreset(p, {kPreset, "murmur", strength(0.2)}).has_value();
         }},
        {"remove preset", [](Project& p) { return removePreset(p, kPreset).has_value(); }},
        {"apply preset",
         [](Project& p) { return applyPreset(p, std::vector<Id>{kFirst}, kPreset).has_value(); }},
    };
    return kEdits;
}

Retouch withOpacity(std::vector<OpacityKeyframe> keyframes) {
    Retouch retouch;
    retouch.opacity = std::move(keyframes);
    return retouch;
}

Retouch withStroke(const BrushStroke& stroke) {
    Retouch retouch;
    retouch.mask = {{110, {stroke}}};
    return retouch;
}

bool refusesRetouch(Project& p, const Retouch& retouch) {
    return !setSegmentRetouch(p, kBoth, retouch).has_value();
}

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

const std::vector<NamedEdit>& refusals() {
    static const std::vector<NamedEdit> kRefusals{
        {"shape elsewhere",
         [](Project& p) {
             return !setSegmentShape(p, kFirst, {{200, {}}}).has_value();
         }},
        {"shape of nobody", [](Project& p) { return !setSegmentShape(p, 99, {}).has_value(); }},
        {"shape not a number",
         [](Project& p) {
             return !setSegmentShape(p, kFirst,
                                     {{100, {static_cast<float>(kNoNumber), 0.0F, 0.0F}}})
                         .has_value();
         }},
        {"grow", [](Project& p) { return refusesRetouch(p, grown(0.31)); }},
        {"grow not a number", [](Project& p) { return refusesRetouch(p, grown(kNoNumber)); }},
        {"two keyframes at one frame",
         [](Project& p) {
             return refusesRetouch(p, withOpacity({{110, 1.0}, {110, 0.5}}));
         }},
        {"keyframe outside of the film",
         [](Project& p) {
             return refusesRetouch(p, withOpacity({{1000, 1.0}}));
         }},
        {"opacity",
         [](Project& p) {
             return refusesRetouch(p, withOpacity({{110, 1.1}}));
         }},
        {"stroke without points",
         [](Project& p) { return refusesRetouch(p, withStroke(BrushStroke{})); }},
        {"stroke far away",
         [](Project& p) { return refusesRetouch(p, withStroke(strokeAt(99.0F, 0.0F))); }},
        {"forced outside of the film",
         [](Project& p) {
             Retouch retouch;
             retouch.original = {{990, 1001}};
             return refusesRetouch(p, retouch);
         }},
        {"one segment is not there",
         [](Project& p) {
             return !setSegmentRetouch(p, std::vector<Id>{kFirst, 99}, grown(0.1)).has_value();
         }},
        {"frame in both lists",
         [](Project& p) { return !setLibraryFrames(p, kFirst, {5}, {5}).has_value(); }},
        {"library outside of the film",
         [](Project& p) { return !setLibraryFrames(p, kFirst, {1000}, {}).has_value(); }},
        {"gate",
         [](Project& p) {
             SegmentSettings settings;
             settings.silenceGateDecibels = 1.0;
             return !setSegmentSettings(p, kBoth, settings).has_value();
         }},
        {"speaking style",
         [](Project& p) {
             SegmentSettings settings;
             settings.articulation = -1.1;
             return !setSegmentSettings(p, kBoth, settings).has_value();
         }},
        {"model out of its folder",
         [](Project& p) {
             SegmentSettings settings;
             settings.model = "../oksana";
             return !setSegmentSettings(p, kBoth, settings).has_value();
         }},
        {"preset without a name",
         [](Project& p) {
             return !setPreset(p, {0, "", {}}).has_value();
         }},
        {"preset's name known",
         [](Project& p) {
             return !setPreset(p, {0, "whisper", {}}).has_value();
         }},
        {"no such preset", [](Project& p) { return !applyPreset(p, kBoth, kFirst).has_value(); }},
        {"scores of no take",
         [](Project& p) { return !setTakeScores(p, kSecond, 3, {}).has_value(); }},
        {"scores not numbers",
         [](Project& p) {
             TakeScores scores;
             scores.judge.lseC = kNoNumber;
             return !setTakeScores(p, kFirst, 3, scores).has_value();
         }},
    };
    return kRefusals;
}

void addRows(const std::vector<NamedEdit>& edits) {
    QTest::addColumn<int>("which");
    for (std::size_t i = 0; i < edits.size(); ++i) {
        QTest::newRow(edits[i].name) << static_cast<int>(i);
    }
}

const Segment& ownerOf(const Project& project, std::int64_t frame) {
    return *std::ranges::find_if(project.segments, [frame](const Segment& segment) {
        return segment.frames.contains(frame);
    });
}

/// What is seen at a frame of the film of all that is kept by frame.
struct Seen {
    double opacity;
    bool forced;
    std::optional<MouthControl> shape;
    friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seenAt(const Project& project, std::int64_t frame) {
    const Segment& segment = ownerOf(project, frame);
    const auto shaped = segment.shape.find(frame);
    return {opacityAt(segment.retouch, frame), isOriginalForced(segment.retouch, frame),
            shaped == segment.shape.end() ? std::nullopt : std::optional(shaped->second)};
}

}  // namespace

class TestRetouchEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSampleIsSound() { QVERIFY(invariants(retouchedProject()).empty()); }

    void everyEditGoesBackAndForth_data() { addRows(everyEdit()); }
    void everyEditGoesBackAndForth() {
        QFETCH(int, which);
        const Project before = retouchedProject();
        Project project = before;
        QVERIFY(everyEdit()[static_cast<std::size_t>(which)].edit(project));
        const Project after = project;
        QVERIFY(invariants(after).empty());
        const Delta delta = difference(before, after);
        QVERIFY(!delta.empty());
        applyBackward(project, delta);
        project.nextId = before.nextId;  // ids are never used again
        QVERIFY(project == before);
        applyForward(project, delta);
        QVERIFY(project == after);
    }

    void otherSegmentsStayAsTheyWere_data() { addRows(everyEdit()); }
    void otherSegmentsStayAsTheyWere() {
        QFETCH(int, which);
        Project project = retouchedProject();
        QVERIFY(addTake(project, kSecond, sampleTake(0, {200, 300})).has_value());
        const Segment untouched = *project.segment(kSecond);
        std::vector<Take> takes = project.segment(kFirst)->takes;
        QVERIFY(everyEdit()[static_cast<std::size_t>(which)].edit(project));
        QVERIFY(*project.segment(kSecond) == untouched);
        for (std::size_t i = 0; i < takes.size(); ++i) {  // its own change in their scores alone
            takes[i].scores = project.segment(kFirst)->takes[i].scores;
        }
        QVERIFY(project.segment(kFirst)->takes == takes);
    }

    void refusalsChangeNothing_data() { addRows(refusals()); }
    void refusalsChangeNothing() {
        QFETCH(int, which);
        Project project = retouchedProject();
        QVERIFY(refusals()[static_cast<std::size_t>(which)].edit(project));
        QVERIFY(project == retouchedProject());
    }

    void aSplitShowsEveryFrameAsBefore_data() {
        QTest::addColumn<int>("at");
        for (const int at : {101, 115, 121, 150, 185}) {
            QTest::addRow("%d", at) << at;
        }
    }
    void aSplitShowsEveryFrameAsBefore() {
        QFETCH(int, at);
        const Project before = retouchedProject();
        Project project = before;
        const auto second = splitSegment(project, kFirst, at);
        QVERIFY(second && invariants(project).empty());
        for (std::int64_t frame = 100; frame < 200; ++frame) {
            QVERIFY(seenAt(project, frame) == seenAt(before, frame));
        }
        QVERIFY(mergeSegments(project, std::vector<Id>{kFirst, *second}).has_value());
        project.nextId = before.nextId;
        QVERIFY(project == before);
    }

    void aMergeHearsEachPartOnItsOwnFrames() {
        Project project = retouchedProject();
        const auto second = splitSegment(project, kFirst, 150);
        Retouch changed = project.segment(*second)->retouch;
        changed.opacity = {{105, 0.9}, {160, 0.25}};  // the first lies in the other's frames
        changed.original = {{190, 200}};
        QVERIFY(setSegmentRetouch(project, std::vector<Id>{*second}, changed).has_value());
        QVERIFY(mergeSegments(project, std::vector<Id>{kFirst, *second}).has_value());
        const Retouch& whole = project.segment(kFirst)->retouch;
        QVERIFY(
            (whole.opacity == std::vector<OpacityKeyframe>{{105, 0.0}, {130, 1.0}, {160, 0.25}}));
        QVERIFY(
            (whole.original == std::vector<core::FrameRange>{{100, 104}, {140, 150}, {190, 200}}));
    }

    void aTrimBackLosesNothing() {
        const Project before = retouchedProject();
        Project project = before;
        QVERIFY(trimSegment(project, kFirst, {130, 140}).has_value());
        QCOMPARE(opacityAt(project.segment(kFirst)->retouch, 135),
                 opacityAt(before.segment(kFirst)->retouch, 135));
        // Frames shaped before the trim may be handed back, others outside may not.
        ShapeEdit shape = project.segment(kFirst)->shape;
        shape[135] = {1.0F, 0.0F, 0.0F};
        QVERIFY(setSegmentShape(project, kFirst, shape).has_value());
        shape[160] = {};
        QVERIFY(!setSegmentShape(project, kFirst, shape).has_value());
        QVERIFY(setSegmentShape(project, kFirst, before.segment(kFirst)->shape).has_value());
        QVERIFY(trimSegment(project, kFirst, {100, 200}).has_value());
        QVERIFY(project == before);
    }

    void aMoveTakesKeyframesAlong() {
        Project project = retouchedProject();
        const Segment before = *project.segment(kFirst);
        QVERIFY(moveSegments(project, kBoth, 10).has_value());
        const Segment& moved = *project.segment(kFirst);
        QCOMPARE(moved.retouch.mask.front().frame, before.retouch.mask.front().frame + 10);
        QCOMPARE(moved.retouch.opacity.back().frame, before.retouch.opacity.back().frame + 10);
        QVERIFY((moved.retouch.original.front() == core::FrameRange{110, 114}));
        QVERIFY(moved.shape.begin()->first == 130 && moved.shape.size() == before.shape.size());
        QVERIFY(moved.settings == before.settings);  // frames of the library are the film's
        QVERIFY(invariants(project).empty());
    }

    void whatAMoveCarriesOutOfTheFilmIsLeftOut() {
        Project project = retouchedProject();
        QVERIFY(removeSegments(project, std::vector<Id>{kSecond}).has_value());
        QVERIFY(trimSegment(project, kFirst, {150, 160}).has_value());
        QVERIFY(moveSegments(project, std::vector<Id>{kFirst}, 830).has_value());
        QVERIFY(invariants(project).empty());
        QCOMPARE(project.segment(kFirst)->retouch.opacity.size(), std::size_t{2});
        QCOMPARE(project.segment(kFirst)->retouch.mask.size(), std::size_t{1});
    }

    void aLookThatChangedIsReviewedAgain() {
        Project project = retouchedProject();
        QVERIFY(setSegmentStatus(project, kBoth, SegmentStatus::approved).has_value());
        const Retouch same = project.segment(kFirst)->retouch;
        QVERIFY(setSegmentRetouch(project, kBoth, same).has_value());
        QVERIFY(project.segment(kFirst)->status == SegmentStatus::approved);
        QVERIFY(project.segment(kSecond)->status == SegmentStatus::review);
    }

    void keyframesMayComeInAnyOrder() {
        Project project = retouchedProject();
        Retouch retouch = withOpacity({{180, 0.0}, {110, 1.0}});
        retouch.original = {{150, 160}, {120, 130}, {130, 151}};
        QVERIFY(setSegmentRetouch(project, kBoth, retouch).has_value());
        const Retouch& kept = project.segment(kSecond)->retouch;
        QCOMPARE(kept.opacity.front().frame, 110);
        QVERIFY((kept.original == std::vector<core::FrameRange>{{120, 160}}));
        QVERIFY(setLibraryFrames(project, kFirst, {9, 3, 9}, {}).has_value());
        QVERIFY(
            (project.segment(kFirst)->settings.pickedFrames == std::vector<std::int64_t>{3, 9}));
    }

    void modelsStayWithTheirActor() {
        constexpr const char* kModel = "0123456789abcdef";
        Project project = retouchedProject();
        SegmentSettings settings = project.segment(kFirst)->settings;
        settings.model = kModel;
        QVERIFY(setSegmentSettings(project, std::vector{kFirst}, settings).has_value());
        const auto preset = setPreset(project, {0, "adapted", settings});
        QVERIFY(preset && project.presets.back().settings.model.empty());
        project.presets.back().settings.model = "fedcba9876543210";  // of a file made elsewhere
        QVERIFY(applyPreset(project, kBoth, *preset).has_value());
        QCOMPARE(project.segment(kFirst)->settings.model, std::string(kModel));
        QCOMPARE(project.segment(kSecond)->settings.model, std::string());
        const int actor = project.segment(kFirst)->actor;
        QVERIFY(setSegmentActor(project, kFirst, actor).has_value());
        QCOMPARE(project.segment(kFirst)->settings.model, std::string(kModel));
        QVERIFY(setSegmentActor(project, kFirst, actor + 1).has_value());
        QCOMPARE(project.segment(kFirst)->settings.model, std::string());
    }

    void settingsLeaveTheLibraryFramesAlone() {
        Project project = retouchedProject();
        QVERIFY(applyPreset(project, kBoth, kPreset).has_value());
        const SegmentSettings& first = project.segment(kFirst)->settings;
        QCOMPARE(first.strength, 0.5);
        QVERIFY((first.pickedFrames == std::vector<std::int64_t>{3, 700}));
        QVERIFY(project.segment(kSecond)->settings.pickedFrames.empty());
        SegmentSettings named = first;
        const auto preset = setPreset(project, {0, "with frames", named});
        QVERIFY(preset && project.presets.back().settings.pickedFrames.empty());
    }

    void presetsHaveIdsOfTheirOwn() {
        Project project = retouchedProject();
        const auto take = addTake(project, kFirst, sampleTake(kPreset, {100, 200}));
        QVERIFY(take && *take != kPreset && invariants(project).empty());
        project.presets.push_back(project.presets.front());
        QVERIFY(!invariants(project).empty());
    }

    void aShorterFilmForgetsFramesBehindIt() {
        Project project = retouchedProject();
        Film film = project.film;
        film.frameCount = 600;
        QVERIFY(setFilm(project, film).has_value());
        QVERIFY((project.segment(kFirst)->settings.pickedFrames == std::vector<std::int64_t>{3}));
        QVERIFY(invariants(project).empty());
    }
};

QTEST_GUILESS_MAIN(TestRetouchEdits)
#include "tst_retouchedits.moc"
