// Every edit the editor offers: walked through undo and redo, with the project's invariants checked
// at every step; and refusals that change nothing.
#include "app/session/editor.h"
#include "engine/project/edits.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>
#include <functional>

using namespace lipwright;
using app::Editor;
using project::Project;

namespace {

/// Ids are never given again, so the counter does not go back.
bool sameButCounter(Project a, const Project& b) {
    a.nextId = b.nextId;
    return a == b;
}

struct Step {
    const char* name;
    std::function<void(Editor&, const Project&)> run;
};

project::Take takeOf(const project::Segment& segment) {
    project::Take take;
    take.folder = "1-1";
    take.frames = segment.frames;
    take.engine = "warped 1";
    take.created = "2026-01-01T00:00:00Z";
    return take;
}

const std::vector<Step>& steps() {
    using project::SegmentStatus;
    static const std::vector<Step> all = {
        {"split", [](Editor& e, const Project& p) { e.splitAt({p.segments[0].id}, 30); }},
        {"merge",
         [](Editor& e, const Project& p) {
             e.merge({p.segments[0].id, p.segments[1].id});
         }},
        {"trim",
         [](Editor& e, const Project& p) {
             e.trim(p.segments[0].id, {15, 40});
         }},
        {"move",
         [](Editor& e, const Project& p) {
             e.move({p.segments[0].id, p.segments[1].id}, 7);
         }},
        {"remove",
         [](Editor& e, const Project& p) {
             e.remove({p.segments[0].id, p.segments[2].id});
         }},
        {"actor", [](Editor& e, const Project& p) { e.setActor({p.segments[0].id}, 1, 4); }},
        {"model",
         [](Editor& e, const Project& p) {
             e.useModel({p.segments[0].id, p.segments[1].id}, "0123456789abcdef");
         }},
        {"voice",
         [](Editor& e, const Project& p) { e.setVoice({p.segments[0].id}, p.dubs[1].id); }},
        {"status",
         [](Editor& e, const Project& p) {
             e.setStatus({p.segments[0].id, p.segments[1].id}, SegmentStatus::approved);
         }},
        {"settings",
         [](Editor& e, const Project& p) {
             project::SegmentSettings settings;
             settings.strength = 1.4;
             e.setSettings({p.segments[0].id}, settings, false);
         }},
        {"shape",
         [](Editor& e, const Project& p) {
             e.setShape(p.segments[0].id, {{20, {1.0F, 0.0F, 0.0F}}}, false);
         }},
        {"retouch",
         [](Editor& e, const Project& p) {
             project::Retouch retouch;
             retouch.grow = 0.1;
             retouch.opacity = {{20, 0.5}};
             e.setRetouch({p.segments[0].id, p.segments[1].id}, retouch, false);
         }},
        {"library frames",
         [](Editor& e, const Project& p) { e.setLibraryFrames(p.segments[0].id, {3}, {4}); }},
        {"save a preset", [](Editor& e, const Project&) { e.savePreset("loud", {}); }},
        {"replace a preset",
         [](Editor& e, const Project&) {
             project::SegmentSettings settings;
             settings.strength = 2.0;
             e.savePreset("whisper", settings);
         }},
        {"apply a preset",
         [](Editor& e, const Project& p) { e.applyPreset({p.segments[0].id}, p.presets[0].id); }},
        {"remove a preset", [](Editor& e, const Project& p) { e.removePreset(p.presets[0].id); }},
        {"nudge", [](Editor& e, const Project& p) { e.nudge({p.segments[0].id}, 40000); }},
        {"text", [](Editor& e, const Project& p) { e.setText(p.segments[0].id, "Hola"); }},
        {"notes", [](Editor& e, const Project& p) { e.setNotes(p.segments[0].id, "late"); }},
        {"choose take", [](Editor& e, const Project& p) { e.chooseTake(p.segments[0].id, 0); }},
        {"rename take",
         [](Editor& e, const Project& p) {
             e.renameTake(p.segments[0].id, p.segments[0].takes[0].id, "better");
         }},
        {"remove take",
         [](Editor& e, const Project& p) {
             e.removeTake(p.segments[0].id, p.segments[0].takes[0].id);
         }},
        {"change voice",
         [](Editor& e, const Project& p) {
             project::DubTrack dub = p.dubs[0];
             dub.gainDecibels = -6.0;
             dub.muted = true;
             e.setVoiceTrack(dub);
         }},
        {"remove voice", [](Editor& e, const Project& p) { e.removeVoice(p.dubs[0].id); }},
        {"rename actor", [](Editor& e, const Project&) { e.renameActor(1, "Oksana"); }},
        {"consent",
         [](Editor& e, const Project&) {
             e.setConsent(0, {"Oksana", "2026-11-21", "Spanish dub", ""});
         }},
        {"marker", [](Editor& e, const Project&) { e.addMarker(50, "here"); }},
        {"remove marker", [](Editor& e, const Project& p) { e.removeMarker(p.markers[0].id); }},
        {"in and out",
         [](Editor& e, const Project&) {
             e.setInOut(core::FrameRange{5, 90});
         }},
    };
    return all;
}

}  // namespace

class TestEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_editor = std::make_unique<Editor>(
            Editor::Folders{qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
                            m_folder->filePath("cache").toStdString(),
                            m_folder->filePath("autosaves").toStdString()});
        const auto made =
            m_editor->document().edit("prepare", [](Project& project) -> core::Result<void> {
                project::DubTrack dub;
                dub.media.path = "/nowhere/voice.wav";
                dub.language = "spa";
                const auto first = project::addDubTrack(project, dub);
                (void)project::addDubTrack(project, dub);
                std::vector<project::Segment> segments(3);
                for (std::size_t i = 0; i < segments.size(); ++i) {
                    const auto start = static_cast<std::int64_t>(10 + 40 * i);
                    segments[i].frames = {start, start + 30};
                    segments[i].dubTrack = *first;
                }
                const auto ids = project::addSegments(project, segments);
                (void)project::addTake(project, ids->front(),
                                       takeOf(*project.segment(ids->front())));
                (void)project::addMarker(project, 12, "first");
                project::SegmentSettings whispered;
                whispered.strength = 0.4;
                (void)project::setPreset(project, {0, "whisper", whispered});
                return project::completeCast(project, std::vector<int>{0, 1});
            });
        QVERIFY(made);
        QCOMPARE(m_editor->project().segments.size(), std::size_t(3));
    }

    void everyEditGoesBackAndForth_data() {
        QTest::addColumn<int>("step");
        for (std::size_t i = 0; i < steps().size(); ++i) {
            QTest::newRow(steps()[i].name) << static_cast<int>(i);
        }
    }

    void everyEditGoesBackAndForth() {
        QFETCH(const int, step);
        QUndoStack& stack = m_editor->document().undoStack();
        QSignalSpy failed(m_editor.get(), &Editor::failed);
        const Project before = m_editor->project();
        const int count = stack.count();
        steps()[static_cast<std::size_t>(step)].run(*m_editor, before);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(stack.count(), count + 1);
        QVERIFY(!stack.undoText().isEmpty());
        const Project after = m_editor->project();
        QVERIFY(!(after == before));
        QVERIFY(project::invariants(after).empty());
        QVERIFY(m_editor->document().modified());
        for (int round = 0; round < 2; ++round) {
            stack.undo();
            QVERIFY(sameButCounter(m_editor->project(), before));
            QVERIFY(project::invariants(m_editor->project()).empty());
            stack.redo();
            QVERIFY(sameButCounter(m_editor->project(), after));
        }
    }

    void allEditsInARowAndBack() {
        QUndoStack& stack = m_editor->document().undoStack();
        std::vector<Project> states{m_editor->project()};
        const int start = stack.index();
        for (const Step& step : steps()) {
            // A step may no longer be possible after those before it; it then changes nothing.
            const Project& now = m_editor->project();
            if (now.segments.size() < 3 || now.segments[0].takes.empty() || now.dubs.size() < 2 ||
                now.markers.empty() || now.presets.empty()) {
                continue;
            }
            const int index = stack.index();
            step.run(*m_editor, Project(now));
            if (stack.index() > index) {
                states.push_back(m_editor->project());
            }
            QVERIFY(project::invariants(m_editor->project()).empty());
        }
        QVERIFY(states.size() > 4);
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            stack.undo();
            QVERIFY(sameButCounter(m_editor->project(), states[i - 1]));
        }
        QCOMPARE(stack.index(), start);
    }

    void whatCanNotBeDoneIsToldAndChangesNothing() {
        QSignalSpy failed(m_editor.get(), &Editor::failed);
        const Project before = m_editor->project();
        m_editor->splitAt({before.segments[0].id}, 5);
        m_editor->trim(before.segments[0].id, {10, 60});
        m_editor->move({before.segments[0].id}, -20);
        m_editor->merge({before.segments[0].id});
        m_editor->remove({999});
        m_editor->setVoice({before.segments[0].id}, 999);
        m_editor->setInOut(core::FrameRange{9, 3});
        m_editor->removeMarker(999);
        m_editor->chooseTake(before.segments[0].id, 999);
        m_editor->setShape(before.segments[0].id, {{70, {}}}, false);
        m_editor->applyPreset({before.segments[0].id}, 999);
        QCOMPARE(failed.size(), 11);
        QVERIFY(m_editor->project() == before);
        for (const auto& signal : failed) {
            QVERIFY(!signal.first().value<core::Error>().text().empty());
        }
    }

    void aDraggedSliderIsOneStep() {
        QUndoStack& stack = m_editor->document().undoStack();
        const int count = stack.count();
        project::SegmentSettings settings;
        const project::Id segment = m_editor->project().segments[0].id;
        for (int i = 1; i <= 20; ++i) {
            settings.strength = 1.0 + 0.01 * i;
            m_editor->setSettings({segment}, settings, true);
        }
        QCOMPARE(stack.count(), count + 1);
        stack.undo();
        QCOMPARE(m_editor->project().segments[0].settings.strength, 1.0);
    }

    void aDraggedPointIsOneStep() {
        QUndoStack& stack = m_editor->document().undoStack();
        const int count = stack.count();
        const project::Id segment = m_editor->project().segments[0].id;
        project::Retouch retouch;
        for (int i = 1; i <= 20; ++i) {
            m_editor->setShape(segment, {{20, {0.1F * static_cast<float>(i), 0.0F, 0.0F}}}, true);
        }
        for (int i = 1; i <= 20; ++i) {
            retouch.feather = 0.01 * i;
            m_editor->setRetouch({segment}, retouch, true);
        }
        QCOMPARE(stack.count(), count + 2);
        stack.undo();
        QCOMPARE(m_editor->project().segments[0].retouch.feather, 0.0);
        QCOMPARE(m_editor->project().segments[0].shape.size(), std::size_t{1});
        stack.undo();
        QVERIFY(m_editor->project().segments[0].shape.empty());
    }

    void scoresAreNoStepAndAreKeptOverUndo() {
        QUndoStack& stack = m_editor->document().undoStack();
        const project::Id segment = m_editor->project().segments[0].id;
        const project::Id take = m_editor->project().segments[0].takes[0].id;
        m_editor->renameTake(segment, take, "better");
        const int count = stack.count();
        project::TakeScores scores;
        scores.expert.lseC = 6.5;
        m_editor->adoptScores(segment, take, scores);
        QCOMPARE(stack.count(), count);
        const auto kept = [&] { return m_editor->project().segments[0].takes[0].scores == scores; };
        QVERIFY(kept());
        stack.undo();  // the name
        QVERIFY(kept() && m_editor->project().segments[0].takes[0].name.empty());
        stack.undo();  // the segment
        stack.redo();
        QVERIFY(kept());
        stack.redo();
        QVERIFY(kept() && m_editor->project().segments[0].takes[0].name == "better");
        QSignalSpy failed(m_editor.get(), &Editor::failed);
        m_editor->adoptScores(segment, 999, scores);  // removed meanwhile: nothing to tell
        QVERIFY(failed.isEmpty());
    }

    void actorsWithTakesNeedConsent() {
        QCOMPARE(m_editor->actorsWithoutConsent(), std::vector<int>{0});
        m_editor->setConsent(0, {"Oksana", "2026-11-21", "Spanish dub", ""});
        QVERIFY(m_editor->actorsWithoutConsent().empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Editor> m_editor;
};

Q_DECLARE_METATYPE(lipwright::core::Error)

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
