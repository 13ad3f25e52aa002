#include "engine/project/delta.h"
#include "engine/project/edits.h"
#include "tests/project/sampleproject.h"

#include <QtTest>
#include <functional>
#include <random>

using namespace lipwright;
using namespace lipwright::project;
using lipwright::testing::sampleProject;
using lipwright::testing::sampleTake;

namespace {

/// Undo gives everything back but ids, which are never used again.
bool sameButNextId(Project a, const Project& b) {
    a.nextId = b.nextId;
    return a == b;
}

std::string problemsOf(const Project& project) {
    std::string all;
    for (const std::string& problem : invariants(project)) {
        all += problem + "\n";
    }
    return all;
}

using Edit = std::function<bool(Project&)>;

struct NamedEdit {
    const char* name;
    Edit edit;
};

DubTrack voice(const char* path) {
    DubTrack track;
    track.media.path = path;
    return track;
}

Segment newSegment(core::FrameRange frames, int actor) {
    Segment segment;
    segment.frames = frames;
    segment.actor = actor;
    segment.dubTrack = 1;
    return segment;
}

const std::vector<NamedEdit>& everyEdit() {
    static const std::vector<Id> kBoth{2, 5};
    static const std::vector<Id> kSecond{5};
    static const std::vector<NamedEdit> kEdits{
        {"split", [](Project& p) { return splitSegment(p, 2, 150).has_value(); }},
        {"merge", [](Project& p) { return mergeSegments(p, kBoth).has_value(); }},
        {"trim",
         [](Project& p) {
             return trimSegment(p, 2, {120, 180}).has_value();
         }},
        {"move", [](Project& p) { return moveSegments(p, kBoth, 50).has_value(); }},
        {"remove", [](Project& p) { return removeSegments(p, kBoth).has_value(); }},
        {"add",
         [](Project& p) {
             return addSegments(p, {newSegment({1, 9}, 0)})->size() == 1;
         }},
        {"actor", [](Project& p) { return setSegmentActor(p, 2, 1, 3).has_value(); }},
        {"dub",
         [](Project& p) {
             const auto track = addDubTrack(p, voice("/films/b.wav"));
             return track && setSegmentDub(p, kBoth, *track).has_value();
         }},
        {"status",
         [](Project& p) {
             return setSegmentStatus(p, kBoth, SegmentStatus::approved).has_value();
         }},
        {"settings",
         [](Project& p) {
             SegmentSettings settings;
             settings.strength = 0.5;
             return setSegmentSettings(p, kBoth, settings).has_value();
         }},
        {"nudge", [](Project& p) { return nudgeSegments(p, kBoth, -40'000).has_value(); }},
        {"notes", [](Project& p) { return setSegmentNotes(p, 2, "new").has_value(); }},
        {"text", [](Project& p) { return setSegmentText(p, 5, "new").has_value(); }},
        {"add take",
         [](Project& p) {
             return addTake(p, 5, sampleTake(0, {200, 300})).has_value();
         }},
        {"choose take", [](Project& p) { return chooseTake(p, 2, 4).has_value(); }},
        {"choose original", [](Project& p) { return chooseTake(p, 2, 0).has_value(); }},
        {"rename take", [](Project& p) { return renameTake(p, 2, 3, "b").has_value(); }},
        {"remove take", [](Project& p) { return removeTake(p, 2, 3).has_value(); }},
        {"film",
         [](Project& p) {
             Film film = p.film;
             film.frameCount = 300;
             return setFilm(p, film).has_value();
         }},
        {"remove dub", [](Project& p) { return removeDubTrack(p, 1).has_value(); }},
        {"change dub",
         [](Project& p) {
             DubTrack track = p.dubs.front();
             track.muted = true;
             return changeDubTrack(p, track).has_value();
         }},
        {"cast",
         [](Project& p) {
             return setCastMember(p, {1, "Taras", {}}).has_value();
         }},
        {"complete cast",
         [](Project& p) {
             return completeCast(p, std::vector<int>{4, 0, 2}).has_value() &&
                    p.member(0)->name == "Oksana";
         }},
        {"marker", [](Project& p) { return addMarker(p, 10, "m").has_value(); }},
        {"remove marker", [](Project& p) { return removeMarker(p, 6).has_value(); }},
        {"in and out", [](Project& p) { return setInOut(p, std::nullopt).has_value(); }},
    };
    return kEdits;
}

class Walk {
public:
    explicit Walk(unsigned seed) : m_random(seed) {}

    std::int64_t number(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_random);
    }
    Id segment(const Project& p) {
        return p.segments.empty() ? 999'999 : p.segments[index(p.segments.size())].id;
    }
    std::vector<Id> several(const Project& p) { return {segment(p), segment(p), segment(p)}; }
    Id take(const Project& p, Id segment) {
        const Segment* owner = p.segment(segment);
        return owner == nullptr || owner->takes.empty() ? 0 : owner->takes.back().id;
    }
    /// Any edit with any values; many are refused, and then must change nothing.
    void step(Project& p);

private:
    std::size_t index(std::size_t count) {
        return static_cast<std::size_t>(number(0, static_cast<std::int64_t>(count) - 1));
    }
    bool changeSegments(Project& p, std::int64_t kind);
    bool changeTakes(Project& p, std::int64_t kind);
    bool changeLooks(Project& p, std::int64_t kind);
    bool changeOthers(Project& p, std::int64_t kind);
    std::mt19937 m_random;
};

bool Walk::changeSegments(Project& p, std::int64_t kind) {
    const Id id = segment(p);
    const std::int64_t frame = number(-20, 1020);
    switch (kind) {
        case 0:
            return splitSegment(p, id, frame).has_value();
        case 1:
            return mergeSegments(p, several(p)).has_value();
        case 2:
            return trimSegment(p, id, {frame, frame + number(-5, 80)}).has_value();
        case 3:
            return moveSegments(p, several(p), number(-60, 60)).has_value();
        case 4:
            return number(0, 3) == 0 && removeSegments(p, std::vector<Id>{id}).has_value();
        case 5:
            return addSegments(p, {newSegment({frame, frame + number(0, 60)},
                                              static_cast<int>(number(-1, 3)))})
                .has_value();
        case 6:
            return setSegmentActor(p, id, static_cast<int>(number(-1, 3))).has_value();
        case 7:
            return setSegmentDub(p, several(p), number(1, 12)).has_value();
        default:
            return setSegmentStatus(p, several(p), static_cast<SegmentStatus>(number(0, 4)))
                .has_value();
    }
}

bool Walk::changeTakes(Project& p, std::int64_t kind) {
    const Id id = segment(p);
    switch (kind) {
        case 9:
            return nudgeSegments(p, several(p), number(-40'000'000, 40'000'000)).has_value();
        case 10:
            return addTake(p, id, sampleTake(number(0, 40), {number(-1, 500), 600})).has_value();
        case 11:
            return chooseTake(p, id, take(p, id)).has_value();
        case 12:
            return removeTake(p, id, take(p, id)).has_value();
        case 13:
            return renameTake(p, id, take(p, id), "name").has_value();
        default:
            return setSegmentNotes(p, id, "notes").has_value();
    }
}

bool Walk::changeLooks(Project& p, std::int64_t kind) {
    const Id id = segment(p);
    const std::int64_t frame = number(-5, 1005);
    switch (kind) {
        case 22: {
            Retouch retouch;
            retouch.opacity = {{frame, 0.5}, {number(0, 999), 0.25}};
            retouch.mask = {{frame, {}}};
            retouch.original = {{frame, frame + number(1, 90)}};
            return setSegmentRetouch(p, several(p), retouch).has_value();
        }
        case 23: {
            const Segment* owner = p.segment(id);
            ShapeEdit shape = owner == nullptr ? ShapeEdit{} : owner->shape;
            const auto limits = owner == nullptr ? core::FrameRange{} : owner->frames;
            shape[number(limits.first - 1, limits.end)] = {1.0F, 0.0F, 0.0F};
            return setSegmentShape(p, id, shape).has_value();
        }
        case 24:
            return setLibraryFrames(p, id, {frame, 9}, {number(0, 20)}).has_value();
        case 25:
            return setPreset(p, {0, std::to_string(number(0, 5)), {}}).has_value();
        default:
            return setTakeScores(p, id, take(p, id), {}).has_value();
    }
}

bool Walk::changeOthers(Project& p, std::int64_t kind) {
    const std::int64_t frame = number(-20, 1020);
    switch (kind) {
        case 15:
            return addDubTrack(p, voice("/v.wav")).has_value();
        case 16:
            return number(0, 9) == 0 && removeDubTrack(p, number(1, 60)).has_value();
        case 17:
            return setCastMember(p, {static_cast<int>(number(-1, 5)), "n", {}}).has_value();
        case 18:
            return addMarker(p, frame, "m").has_value();
        case 19:
            return !p.markers.empty() &&
                   removeMarker(p, p.markers[index(p.markers.size())].id).has_value();
        case 20:
            return setInOut(p, core::FrameRange{frame, frame + 30}).has_value();
        default: {
            Film film = p.film;
            film.frameCount = number(950, 1000);
            return setFilm(p, film).has_value();
        }
    }
}

void Walk::step(Project& p) {
    const Project before = p;
    const std::int64_t kind = number(0, 26);
    const bool done = kind < 9    ? changeSegments(p, kind)
                      : kind < 15 ? changeTakes(p, kind)
                      : kind < 22 ? changeOthers(p, kind)
                                  : changeLooks(p, kind);
    QVERIFY2(done || p == before, "a refused edit changed the project");
}

}  // namespace

class TestEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSampleIsSound() { QCOMPARE(problemsOf(sampleProject()), std::string()); }

    void everyEditGoesBackAndForth_data() {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < everyEdit().size(); ++i) {
            QTest::newRow(everyEdit()[i].name) << static_cast<int>(i);
        }
    }
    void everyEditGoesBackAndForth() {
        QFETCH(int, which);
        const Project before = sampleProject();
        Project project = before;
        QVERIFY(everyEdit()[static_cast<std::size_t>(which)].edit(project));
        const Project after = project;
        QCOMPARE(problemsOf(after), std::string());
        const Delta delta = difference(before, after);
        QVERIFY(!delta.empty());
        for (int round = 0; round < 2; ++round) {
            applyBackward(project, delta);
            QVERIFY(sameButNextId(project, before));
            QCOMPARE(problemsOf(project), std::string());
            applyForward(project, delta);
            QVERIFY(project == after);
        }
    }

    void allEditsInARow() {
        // split 150 | merge everything again: the state is what it was, takes included
        Project project = sampleProject();
        const auto second = splitSegment(project, 2, 150);
        QVERIFY(second.has_value());
        QCOMPARE(project.segments.size(), std::size_t{3});
        QCOMPARE(project.segments[1].frames.first, 150);
        QCOMPARE(project.segments[1].takes.size(), std::size_t{2});
        QVERIFY(project.segments[1].active() != nullptr);
        QVERIFY(mergeSegments(project, std::vector<Id>{2, *second}).has_value());
        QVERIFY(sameButNextId(project, sampleProject()));
    }

    void refusesWhatBreaksTheProject_data() {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < refused().size(); ++i) {
            QTest::newRow(refused()[i].name) << static_cast<int>(i);
        }
    }
    void refusesWhatBreaksTheProject() {
        QFETCH(int, which);
        Project project = sampleProject();
        QVERIFY(!refused()[static_cast<std::size_t>(which)].edit(project));
        QVERIFY(project == sampleProject());
    }

    void leavesOutSegmentsThatOverlap() {
        Project project = sampleProject();
        const auto added = addSegments(
            project, {newSegment({10, 40}, 0), newSegment({30, 60}, 0), newSegment({30, 60}, 1),
                      newSegment({150, 160}, 0), newSegment({990, 1001}, 0)});
        QVERIFY(added.has_value());
        QCOMPARE(added->size(), std::size_t{2});
        QCOMPARE(problemsOf(project), std::string());
    }

    void statusFollowsTheTakes() {
        Project project = sampleProject();
        QVERIFY(addTake(project, 5, sampleTake(0, {200, 300})).has_value());
        QVERIFY(project.segment(5)->status == SegmentStatus::rendered);
        QVERIFY(setSegmentStatus(project, std::vector<Id>{5}, SegmentStatus::approved).has_value());
        QVERIFY(addTake(project, 5, sampleTake(0, {200, 300})).has_value());
        QVERIFY(project.segment(5)->status == SegmentStatus::review);
    }

    void invariantsSeeEveryDamage_data() {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < damages().size(); ++i) {
            QTest::newRow(damages()[i].name) << static_cast<int>(i);
        }
    }
    void invariantsSeeEveryDamage() {
        QFETCH(int, which);
        Project project = sampleProject();
        damages()[static_cast<std::size_t>(which)].edit(project);
        QVERIFY(!invariants(project).empty());
    }

    void aLongWalkLeadsAllTheWayBack_data() {
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("1") << 1U;
        QTest::newRow("2") << 2U;
    }
    void aLongWalkLeadsAllTheWayBack() {
        QFETCH(unsigned, seed);
        Walk walk(seed);
        Project project = sampleProject();
        std::vector<Delta> history;
        for (int step = 0; step < 3000; ++step) {
            const Project before = project;
            walk.step(project);
            const std::string problems = problemsOf(project);
            QVERIFY2(problems.empty(), problems.c_str());
            if (const Delta delta = difference(before, project); !delta.empty()) {
                history.push_back(delta);
            }
        }
        QVERIFY(history.size() > 700);
        const Project end = project;
        for (auto delta = history.rbegin(); delta != history.rend(); ++delta) {
            applyBackward(project, *delta);
            const std::string problems = problemsOf(project);
            QVERIFY2(problems.empty(), problems.c_str());
        }
        QVERIFY(sameButNextId(project, sampleProject()));
        for (const Delta& delta : history) {
            applyForward(project, delta);
        }
        QVERIFY(project == end);
    }

private:
    static const std::vector<NamedEdit>& refused();
    static const std::vector<NamedEdit>& damages();
};

const std::vector<NamedEdit>& TestEdits::refused() {
    static const std::vector<Id> kBoth{2, 5};
    static const std::vector<NamedEdit> kEdits{
        {"split at its first frame", [](Project& p) { return bool(splitSegment(p, 2, 100)); }},
        {"split at its end", [](Project& p) { return bool(splitSegment(p, 2, 200)); }},
        {"merge one", [](Project& p) { return bool(mergeSegments(p, std::vector<Id>{2})); }},
        {"merge twice the same",
         [](Project& p) {
             return bool(mergeSegments(p, std::vector<Id>{2, 2}));
         }},
        {"trim to nothing",
         [](Project& p) {
             return bool(trimSegment(p, 2, {150, 150}));
         }},
        {"trim over another",
         [](Project& p) {
             return bool(trimSegment(p, 2, {100, 201}));
         }},
        {"trim beyond the film",
         [](Project& p) {
             return bool(trimSegment(p, 5, {200, 1001}));
         }},
        {"move before the film", [](Project& p) { return bool(moveSegments(p, kBoth, -101)); }},
        {"move absurdly far",
         [](Project& p) {
             return bool(moveSegments(p, kBoth, std::numeric_limits<std::int64_t>::max()));
         }},
        {"move one of which is not there",
         [](Project& p) {
             return bool(moveSegments(p, std::vector<Id>{2, 99}, 1));
         }},
        {"remove an absent one",
         [](Project& p) {
             return bool(removeSegments(p, std::vector<Id>{2, 99}));
         }},
        {"add without a voice",
         [](Project& p) {
             Segment bad = newSegment({20, 30}, 0);
             bad.dubTrack = 77;
             return bool(addSegments(p, {newSegment({1, 9}, 0), bad}));
         }},
        {"absent voice", [](Project& p) { return bool(setSegmentDub(p, kBoth, 77)); }},
        {"nan strength",
         [](Project& p) {
             SegmentSettings settings;
             settings.strength = std::numeric_limits<double>::quiet_NaN();
             return bool(setSegmentSettings(p, kBoth, settings));
         }},
        {"nudge too far", [](Project& p) { return bool(nudgeSegments(p, kBoth, 60'000'001)); }},
        {"nudge absurdly far",
         [](Project& p) {
             return bool(nudgeSegments(p, kBoth, std::numeric_limits<std::int64_t>::max()));
         }},
        {"absent take", [](Project& p) { return bool(chooseTake(p, 2, 99)); }},
        {"take of another segment", [](Project& p) { return bool(chooseTake(p, 5, 3)); }},
        {"take outside of its folder",
         [](Project& p) {
             Take take = sampleTake(0, {1, 2});
             take.folder = "a/../../b";
             return bool(addTake(p, 2, take));
         }},
        {"notes without end",
         [](Project& p) { return bool(setSegmentNotes(p, 2, std::string(100'000, 'x'))); }},
        {"film shorter than its segments",
         [](Project& p) {
             Film film = p.film;
             film.frameCount = 299;
             return bool(setFilm(p, film));
         }},
        {"voice without a file", [](Project& p) { return bool(addDubTrack(p, {})); }},
        {"marker behind the film", [](Project& p) { return bool(addMarker(p, 1000, "m")); }},
        {"in behind out",
         [](Project& p) {
             return bool(setInOut(p, core::FrameRange{20, 10}));
         }},
        {"negative actor",
         [](Project& p) {
             return bool(setCastMember(p, {-1, "n", {}}));
         }},
    };
    return kEdits;
}

const std::vector<NamedEdit>& TestEdits::damages() {
    static const std::vector<NamedEdit> kDamages{
        {"overlap", [](Project& p) { return p.segments[0].frames.end = 201, true; }},
        {"empty", [](Project& p) { return p.segments[0].frames.end = 100, true; }},
        {"beyond the film", [](Project& p) { return p.film.frameCount = 250, true; }},
        {"no voice", [](Project& p) { return p.dubs.clear(), true; }},
        {"id twice", [](Project& p) { return p.segments[1].id = 3, true; }},
        {"id from the future", [](Project& p) { return p.nextId = 6, true; }},
        {"active take elsewhere", [](Project& p) { return p.segments[1].activeTake = 3, true; }},
        {"order", [](Project& p) { return std::swap(p.segments[0], p.segments[1]), true; }},
        {"marker outside", [](Project& p) { return p.markers[0].frame = 1000, true; }},
        {"actor twice", [](Project& p) { return p.cast[1].actor = 0, true; }},
        {"in and out", [](Project& p) { return p.inOut->end = 1001, true; }},
        {"strength", [](Project& p) { return p.segments[0].settings.strength = 3.0, true; }},
        {"take folder", [](Project& p) { return p.segments[0].takes[0].folder = "/etc", true; }},
    };
    return kDamages;
}

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
