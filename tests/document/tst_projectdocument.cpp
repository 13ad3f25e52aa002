// Edits of the open project: every one walked through undo and redo, steps that become one, and
// amendments that undo leaves alone.
#include "tests/document/documentfixture.h"

#include <QRandomGenerator>
#include <QUndoStack>

using namespace lipwright;
using core::FrameRange;
using core::Result;
using project::Id;
using project::Project;

namespace {

using Edit = std::function<Result<void>(Project&)>;

template <typename T>
Result<void> dropped(const Result<T>& result) {
    return result ? Result<void>() : core::passOn(result);
}

std::string problemsOf(const Project& project) {
    std::string all;
    for (const std::string& problem : project::invariants(project)) {
        all += problem + "; ";
    }
    return all;
}

/// One of every edit, in an order in which each can be made.
std::vector<std::pair<const char*, Edit>> everyEdit() {
    using namespace project;
    const auto ids = [](std::initializer_list<Id> list) { return std::vector<Id>(list); };
    return {
        {"split", [](Project& p) { return dropped(splitSegment(p, 2, 40)); }},
        {"trim",
         [](Project& p) {
             return trimSegment(p, 3, {120, 170});
         }},
        {"move", [=](Project& p) { return moveSegments(p, ids({3}), 5); }},
        {"settings",
         [=](Project& p) {
             SegmentSettings settings;
             settings.strength = 1.5;
             return setSegmentSettings(p, ids({2, 3}), settings);
         }},
        {"shape",
         [](Project& p) {
             return setSegmentShape(p, 2, {{20, {1.0F, 0.0F, 0.0F}}});
         }},
        {"retouch",
         [=](Project& p) {
             Retouch retouch;
             retouch.opacity = {{20, 0.5}};
             return setSegmentRetouch(p, ids({2, 3}), retouch);
         }},
        {"library", [](Project& p) { return setLibraryFrames(p, 2, {20}, {21}); }},
        {"preset",
         [](Project& p) {
             return dropped(setPreset(p, {0, "whisper", {}}));
         }},
        {"nudge", [=](Project& p) { return nudgeSegments(p, ids({2}), 40000); }},
        {"notes", [](Project& p) { return setSegmentNotes(p, 2, "louder"); }},
        {"text", [](Project& p) { return setSegmentText(p, 2, "Hello"); }},
        {"status",
         [=](Project& p) { return setSegmentStatus(p, ids({2}), SegmentStatus::review); }},
        {"take",
         [](Project& p) {
             return dropped(addTake(p, 3, test::take("3-7", {125, 175})));
         }},
        {"no take", [](Project& p) { return chooseTake(p, 3, 0); }},
        {"add voice",
         [](Project& p) {
             DubTrack track;
             track.name = "second";
             track.media.path = "/nowhere/second.wav";
             return dropped(addDubTrack(p, track));
         }},
        {"cast",
         [](Project& p) {
             return setCastMember(p, {0, "Oksana", {}});
         }},
        {"actor", [](Project& p) { return setSegmentActor(p, 4, 1); }},
        {"marker", [](Project& p) { return dropped(addMarker(p, 50, "here")); }},
        {"in and out",
         [](Project& p) {
             return setInOut(p, FrameRange{10, 90});
         }},
        {"add segments",
         [](Project& p) {
             Segment segment;
             segment.dubTrack = 1;
             segment.frames = {85, 95};
             return dropped(addSegments(p, {segment}));
         }},
        {"remove", [=](Project& p) { return removeSegments(p, ids({5})); }},
        {"film",
         [](Project& p) {
             Film film = p.film;
             film.frameCount += 100;
             return setFilm(p, film);
         }},
        {"remove voice", [](Project& p) { return removeDubTrack(p, 1); }},
    };
}

}  // namespace

class TestProjectDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_open = std::make_unique<test::OpenDocument>(m_folder->path().toStdString());
        m_open->fill(test::sampleProject());
    }
    void cleanup() {
        m_open.reset();
        m_folder.reset();
    }

    void everyEditGoesBackAndForth() {
        auto& document = m_open->document;
        std::vector<Project> states{document.project()};
        for (const auto& [name, edit] : everyEdit()) {
            const auto done = document.edit(QString::fromLatin1(name), edit);
            QVERIFY2(done.has_value(), name);
            QVERIFY2(!sameContent(document.project(), states.back()), name);
            QVERIFY2(problemsOf(document.project()).empty(),
                     (name + problemsOf(document.project())).c_str());
            states.push_back(document.project());
        }
        QCOMPARE(document.undoStack().undoText(), QStringLiteral("remove voice"));
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = states.size() - 1; i-- > 0;) {
                document.undoStack().undo();
                QVERIFY2(sameContent(document.project(), states[i]), everyEdit()[i].first);
                QVERIFY(problemsOf(document.project()).empty());
            }
            for (std::size_t i = 1; i < states.size(); ++i) {
                document.undoStack().redo();
                QVERIFY2(sameContent(document.project(), states[i]), everyEdit()[i - 1].first);
                QVERIFY(problemsOf(document.project()).empty());
            }
        }
    }

    void whatChangedIsToldInTheDirectionItWent() {
        auto& document = m_open->document;
        std::vector<std::string> notes;
        connect(&document, &app::ProjectDocument::changed, this, [&](const project::Delta& delta) {
            notes.push_back(delta.segments.at(2).after->notes);
        });
        QVERIFY(setNotes("one").has_value());
        document.undoStack().undo();
        document.undoStack().redo();
        QCOMPARE(notes, (std::vector<std::string>{"one", "", "one"}));
    }

    void aRefusedOrEmptyEditLeavesNoStep() {
        auto& document = m_open->document;
        const int steps = document.undoStack().count();
        const Project before = document.project();
        QVERIFY(!document
                     .edit("trim",
                           [](Project& p) {
                               p.segments.clear();
                               return project::trimSegment(p, 77, {0, 1});
                           })
                     .has_value());
        QVERIFY(setNotes("").has_value());
        QCOMPARE(document.undoStack().count(), steps);
        QCOMPARE(document.project() == before, true);
    }

    void editsOfOneKeyBecomeOneStep() {
        auto& document = m_open->document;
        const int steps = document.undoStack().count();
        for (const char* text : {"a", "ab", "abc"}) {
            QVERIFY(setNotes(text, 7).has_value());
        }
        QCOMPARE(document.undoStack().count(), steps + 1);
        QVERIFY(setNotes("other key", 8).has_value());
        QVERIFY(setNotes("no key", 0).has_value());
        QVERIFY(setNotes("no key either", 0).has_value());
        QCOMPARE(document.undoStack().count(), steps + 4);
        for (int i = 0; i < 4; ++i) {
            document.undoStack().undo();
        }
        QCOMPARE(document.project().segment(2)->notes, std::string());
    }

    void theNextDragIsAStepOfItsOwn() {
        auto& document = m_open->document;
        const int steps = document.undoStack().count();
        QVERIFY(setNotes("a", 7).has_value());
        QVERIFY(setNotes("ab", 7).has_value());
        QVERIFY(setNotes("ab", 0).has_value());  // the mouse is let go: nothing changes any more
        QVERIFY(setNotes("abc", 7).has_value());
        QCOMPARE(document.undoStack().count(), steps + 2);
        document.undoStack().undo();
        QCOMPARE(document.project().segment(2)->notes, std::string("ab"));
    }

    void aStepIsOverAfterASecond() {
        auto& document = m_open->document;
        const int steps = document.undoStack().count();
        QVERIFY(setNotes("a", 7).has_value());
        QTest::qWait(1100);
        QVERIFY(setNotes("b", 7).has_value());
        QCOMPARE(document.undoStack().count(), steps + 2);
    }

    void draggedBackIsNoStep() {
        auto& document = m_open->document;
        const int steps = document.undoStack().count();
        QVERIFY(setNotes("a", 7).has_value());
        QVERIFY(setNotes("", 7).has_value());
        QCOMPARE(document.undoStack().count(), steps);
        QCOMPARE(document.project().segment(2)->notes, std::string());
    }

    void amendmentsSurviveUndoAndRedo() {
        auto& document = m_open->document;
        QVERIFY(setNotes("mine").has_value());
        QVERIFY(document
                    .amend([](Project& p) -> Result<void> {
                        p.film.media.fingerprint = "fp1:film";
                        p.dubs[0].media.fingerprint = "fp1:voice";
                        p.segments[0].text = "heard";
                        p.nextId += 10;
                        return {};
                    })
                    .has_value());
        const Id nextId = document.project().nextId;
        const auto check = [&](const char* notes) {
            const Project& project = document.project();
            QCOMPARE(project.film.media.fingerprint, std::string("fp1:film"));
            QCOMPARE(project.dubs.at(0).media.fingerprint, std::string("fp1:voice"));
            QCOMPARE(project.segment(2)->text, std::string("heard"));
            QCOMPARE(project.segment(2)->notes, std::string(notes));
            QCOMPARE(project.nextId, nextId);
        };
        check("mine");
        document.undoStack().undo();
        check("");
        document.undoStack().redo();
        check("mine");
        document.undoStack().undo();
        document.undoStack().undo();  // the film is gone
        QVERIFY(document.project().film.media.fingerprint.empty());
        document.undoStack().redo();
        check("");
    }

    void randomEditsAndAmendmentsKeepTheInvariants() {
        auto& document = m_open->document;
        QRandomGenerator random(7);
        const auto edits = everyEdit();
        for (int i = 0; i < 400; ++i) {
            const auto choice = random.bounded(10);
            if (choice < 5) {
                const auto& [name, edit] =
                    edits[static_cast<std::size_t>(random.bounded(static_cast<int>(edits.size())))];
                (void)document.edit(QString::fromLatin1(name), edit, random.bounded(3));
            } else if (choice < 7) {
                document.undoStack().undo();
            } else if (choice < 9) {
                document.undoStack().redo();
            } else {
                (void)document.amend([&](Project& p) -> Result<void> {
                    p.film.media.fingerprint = "fp1:" + std::to_string(i);
                    return {};
                });
            }
            QVERIFY2(problemsOf(document.project()).empty(),
                     problemsOf(document.project()).c_str());
        }
    }

    void anEditOfALargeProjectIsQuick() {
        auto& document = m_open->document;
        m_open->fill(workedOn(3000));
        QCOMPARE(document.project().segments.size(), std::size_t{3000});
        std::vector<double> milliseconds;
        for (int i = 0; i < 20; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(setNotes("n" + std::to_string(i)).has_value());
            milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        QElapsedTimer timer;
        timer.start();
        const auto copy = std::make_shared<const Project>(document.project());
        const double copied = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        std::ranges::sort(milliseconds);
        qInfo("3,000 segments: edit median %.2f ms, slowest %.2f ms; copy for a save %.2f ms",
              milliseconds[10], milliseconds.back(), copied);
        QCOMPARE(copy->segments.size(), std::size_t{3000});
        QVERIFY(milliseconds[10] < 50.0);
    }

private:
    /// With text, notes and two takes each, as after weeks of work.
    static Project workedOn(int segments) {
        Project project = test::sampleProject(segments);
        for (project::Segment& segment : project.segments) {
            segment.text = "What is said here, in a sentence of the usual length of a cue.";
            segment.notes = "A remark of the director, longer than a short string.";
            for (int i = 0; i < 2; ++i) {
                auto take = test::take(std::to_string(segment.id) + "-" + std::to_string(i),
                                       segment.frames);
                take.id = project.nextId++;
                take.models = {{"shape-network", std::string(64, 'a')},
                               {"lip-sync-expert", std::string(64, 'b')}};
                segment.takes.push_back(take);
            }
        }
        return project;
    }

    Result<void> setNotes(const std::string& notes, int key = 0) {
        return m_open->document.edit(
            "Notes", [&](Project& p) { return project::setSegmentNotes(p, 2, notes); }, key);
    }
    /// Ids are never given twice, so the next one only grows.
    static bool sameContent(Project a, const Project& b) {
        a.nextId = b.nextId;
        return a == b;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::OpenDocument> m_open;
};

QTEST_GUILESS_MAIN(TestProjectDocument)
#include "tst_projectdocument.moc"
