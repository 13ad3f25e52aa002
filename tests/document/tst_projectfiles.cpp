// The open project and the disk: saving, loading, locks, recovery, media that is elsewhere.
#include "engine/core/hash.h"
#include "tests/document/documentfixture.h"

#include <QUndoStack>

using namespace lipwright;
using app::ProjectDocument;
using core::Result;
using project::Project;
using test::OpenDocument;
namespace fs = std::filesystem;

class TestProjectFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_open = std::make_unique<OpenDocument>(path("autosaves"));
    }
    void cleanup() {
        m_open.reset();
        m_folder.reset();
    }

    void savedAndLoadedIsTheSame() {
        m_open->fill(test::sampleProject());
        QVERIFY(m_open->document.modified());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QVERIFY(!m_open->document.modified());
        QCOMPARE(m_open->document.title(), QStringLiteral("a"));
        const Project saved = m_open->document.project();
        m_open.reset();
        QVERIFY(!fs::exists(path("a.lipwright.lock")));
        OpenDocument again(path("autosaves"));
        QCOMPARE(again.open(path("a.lipwright")), std::string());
        QCOMPARE(again.document.project() == saved, true);
        QVERIFY(!again.document.modified());
        QCOMPARE(again.document.undoStack().count(), 0);
    }

    void modifiedFollowsUndoAndAmendments() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        auto& document = m_open->document;
        QSignalSpy told(&document, &ProjectDocument::modifiedChanged);
        note("x");
        QVERIFY(document.modified());
        document.undoStack().undo();
        QVERIFY(!document.modified());
        QCOMPARE(told.count(), 2);
        QVERIFY(document
                    .amend([](Project& p) -> Result<void> {
                        p.film.media.fingerprint = "fp1:x";
                        return {};
                    })
                    .has_value());
        QVERIFY(document.modified());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QVERIFY(!document.modified());
    }

    void editsMadeWhileSavingStayUnsaved() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        note("one");
        const auto error = m_open->waitFor(&ProjectDocument::saved, [&] {
            m_open->document.save();
            note("two");
        });
        QCOMPARE(error, std::string());
        QVERIFY(m_open->document.modified());
        QCOMPARE(project::loadProject(path("a.lipwright"))->segments[0].notes, std::string("one"));
    }

    void savesFollowEachOther() {
        m_open->fill(test::sampleProject());
        QSignalSpy saved(&m_open->document, &ProjectDocument::saved);
        for (const char* name : {"a.lipwright", "b.lipwright", "b.lipwright"}) {
            note(name + std::to_string(saved.count()));
            m_open->document.saveAs(path(name));
        }
        QTRY_COMPARE(saved.count(), 3);
        QVERIFY(!m_open->document.modified());
        QCOMPARE(m_open->document.file(), path("b.lipwright"));
        QVERIFY(project::loadProject(path("a.lipwright")).has_value());
        QCOMPARE(*project::loadProject(path("b.lipwright")) == m_open->document.project(), true);
    }

    void aPlaceThatCanNotBeWrittenIsAnError_data() {
        QTest::addColumn<QString>("place");
        QTest::newRow("no folder") << "/nowhere/at/all/a.lipwright";
        QTest::newRow("read-only") << "/proc/a.lipwright";
    }

    void aPlaceThatCanNotBeWrittenIsAnError() {
        QFETCH(QString, place);
        m_open->fill(test::sampleProject());
        QVERIFY(!m_open->saveAs(place.toStdString()).empty());
        QVERIFY(m_open->document.modified());
        QVERIFY(m_open->document.file().empty());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());  // goes on
    }

    void withoutANameSaveAsksForOne() {
        QSignalSpy failed(&m_open->document, &ProjectDocument::failed);
        m_open->document.save();
        QCOMPARE(failed.count(), 1);
    }

    void damagedAndMissingFilesLeaveWhatIsOpen() {
        m_open->fill(test::sampleProject());
        test::writeFile(path("bad.lipwright"), "{\"lipwright\": ");
        QVERIFY(!m_open->open(path("bad.lipwright")).empty());
        QVERIFY(!m_open->open(path("none.lipwright")).empty());
        QCOMPARE(m_open->document.project().segments.size(), std::size_t{4});
        QVERIFY(m_open->document.modified());
    }

    void anOpenProjectIsLocked() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        OpenDocument other(path("autosaves"));
        const std::string error = other.open(path("a.lipwright"));
        QVERIFY2(error.find("open in another window") != std::string::npos, error.c_str());
        QVERIFY(!other.saveAs(path("a.lipwright")).empty());
        m_open->document.newProject();
        QVERIFY(!fs::exists(path("a.lipwright.lock")));
        QCOMPARE(other.open(path("a.lipwright")), std::string());
    }

    void aDeadProgramsLockIsIgnored() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        m_open.reset();
        test::writeFile(
            path("a.lipwright.lock"),
            "999999999\nlipwright\n" + QSysInfo::machineHostName().toStdString() + "\n");
        OpenDocument other(path("autosaves"));
        QCOMPARE(other.open(path("a.lipwright")), std::string());
    }

    void theFirstSaveBringsTheTakes() {
        m_open->fill(test::sampleProject());
        auto& document = m_open->document;
        const fs::path before = document.takeFolder();
        arrive("2-9", before);
        QSignalSpy moved(&document, &ProjectDocument::takeFolderChanged);
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QCOMPARE(document.takeFolder(), path("a.lipwright-data/takes"));
        QVERIFY(moved.count() >= 1);
        QVERIFY(fs::exists(document.takeFolder() / "2-9/chunk-00000.mkv"));
        QTRY_VERIFY(!fs::exists(before));
        arrive("3-10", before);  // its render began before the project had a name
        QTRY_VERIFY(fs::exists(document.takeFolder() / "3-10/take.json"));
        QTRY_VERIFY(!fs::exists(before));
    }

    void savedElsewhereBothAreWhole() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        arrive("2-9", m_open->document.takeFolder());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        fs::create_directories(path("sub"));
        QCOMPARE(m_open->saveAs(path("sub/b.lipwright")), std::string());
        for (const char* folder : {"a.lipwright-data", "sub/b.lipwright-data"}) {
            QVERIFY(fs::exists(path(folder) / "takes/2-9/chunk-00000.mkv"));
        }
        QVERIFY(!fs::exists(path("a.lipwright.lock")));
        QVERIFY(fs::exists(path("sub/b.lipwright.lock")));
    }

    void foreignTakesOfTheSameNameAreKept() {
        test::writeTakeFolder(path("a.lipwright-data/takes/2-9"), "foreign");
        m_open->fill(test::sampleProject());
        arrive("2-9", m_open->document.takeFolder());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        const fs::path takes = m_open->document.takeFolder();
        QCOMPARE(contentOf(takes / "2-9/chunk-00000.mkv"), std::string("2-9"));
        QCOMPARE(contentOf(takes / "2-9.replaced-1/chunk-00000.mkv"), std::string("foreign"));
    }

    void unsavedWorkIsAutosavedAndGoesWithASave() {
        m_open->fill(test::sampleProject());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        const fs::path autosave = path("a.lipwright-data/autosave.lipwright");
        m_open->document.setAutosaveSeconds(1);
        QSignalSpy autosaved(&m_open->document, &ProjectDocument::autosaved);
        note("unsaved");
        QVERIFY(!fs::exists(autosave));
        QTRY_COMPARE_WITH_TIMEOUT(autosaved.count(), 1, 2000);
        QCOMPARE(project::loadProject(autosave)->segments[0].notes, std::string("unsaved"));
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QTRY_VERIFY(!fs::exists(autosave));
    }

    void aTakeIsAutosavedAtOnce() {
        m_open->fill(test::sampleProject());
        QSignalSpy autosaved(&m_open->document, &ProjectDocument::autosaved);
        arrive("2-9", m_open->document.takeFolder());
        QTRY_COMPARE_WITH_TIMEOUT(autosaved.count(), 1, 1000);
    }

    void aCleanCloseLeavesNothing() {
        m_open->fill(test::sampleProject());
        arrive("2-9", m_open->document.takeFolder());
        QSignalSpy autosaved(&m_open->document, &ProjectDocument::autosaved);
        QTRY_COMPARE(autosaved.count(), 1);
        QVERIFY(!fs::is_empty(path("autosaves")));
        m_open.reset();
        QVERIFY(fs::is_empty(path("autosaves")));
    }

    void anUnnamedProjectIsRecovered() {
        leaveAutosave(path("autosaves/dead/autosave.lipwright"), "unnamed");
        const auto found = m_open->document.recoverable();
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0].file.empty() && found[0].segments == 4 && !found[0].when.isEmpty());
        QCOMPARE(m_open->recover(found[0]), std::string());
        QVERIFY(m_open->document.modified());
        QCOMPARE(m_open->document.project().segments[0].notes, std::string("unnamed"));
        QCOMPARE(m_open->document.takeFolder(), path("autosaves/dead/takes"));
        QVERIFY(m_open->document.recoverable().empty());  // it is open here
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QTRY_VERIFY(!fs::exists(path("autosaves/dead/autosave.lipwright")));
    }

    void discardedIsGone() {
        leaveAutosave(path("autosaves/dead/autosave.lipwright"), "unnamed");
        m_open->document.discard(m_open->document.recoverable().at(0));
        QTRY_VERIFY(!fs::exists(path("autosaves/dead")));
    }

    void aNewerAutosaveIsOfferedAndNotOverwritten() {
        QVERIFY(project::saveProject(path("a.lipwright"), test::sampleProject()).has_value());
        leaveAutosave(path("a.lipwright-data/autosave.lipwright"), "unsaved");
        std::vector<ProjectDocument::Recovery> offered;
        connect(&m_open->document, &ProjectDocument::recoveryOffered, this,
                [&](const auto& recovery) { offered.push_back(recovery); });
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        QCOMPARE(offered.size(), std::size_t{1});
        QVERIFY(!m_open->document.modified());
        QCOMPARE(m_open->document.project().segments[0].notes, std::string());
        m_open->document.setAutosaveSeconds(1);
        QSignalSpy autosaved(&m_open->document, &ProjectDocument::autosaved);
        note("other work");
        QTRY_COMPARE_WITH_TIMEOUT(autosaved.count(), 1, 3000);
        QCOMPARE(m_open->recover(offered[0]), std::string());
        QCOMPARE(m_open->document.project().segments[0].notes, std::string("unsaved"));
        QCOMPARE(m_open->document.file(), path("a.lipwright"));
        QVERIFY(m_open->document.modified());
        QCOMPARE(m_open->saveAs(path("a.lipwright")), std::string());
        QTRY_VERIFY(!fs::exists(offered[0].autosave));
        offered.clear();
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        QVERIFY(offered.empty());
    }

    void anOlderAutosaveIsNotOffered() {
        leaveAutosave(path("a.lipwright-data/autosave.lipwright"), "old");
        QTest::qWait(20);
        QVERIFY(project::saveProject(path("a.lipwright"), test::sampleProject()).has_value());
        QSignalSpy offered(&m_open->document, &ProjectDocument::recoveryOffered);
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        QCOMPARE(offered.count(), 0);
    }

    void mediaIsFoundByNameAndByFingerprint() {
        Project project = test::sampleProject();
        test::writeFile(path("old/film.mp4"), std::string(5000, 'f'));
        test::writeFile(path("old/voice.wav"), std::string(3000, 'v'));
        for (auto* media : {&project.film.media, &project.dubs[0].media}) {
            media->path = path("old") / media->path.filename();
            media->fingerprint = *core::fingerprintOfFile(media->path);
            media->bytes = static_cast<std::int64_t>(fs::file_size(media->path));
        }
        QVERIFY(project::saveProject(path("a.lipwright"), project).has_value());
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        QVERIFY(m_open->document.missingMedia().empty());
        fs::create_directories(path("new/deep"));
        fs::rename(path("old/film.mp4"), path("new/deep/film.mp4"));
        fs::rename(path("old/voice.wav"), path("new/renamed.wav"));
        test::writeFile(path("new/voice.wav"), std::string(3000, 'x'));  // an impostor
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        QCOMPARE(m_open->document.missingMedia().size(), std::size_t{2});
        QSignalSpy relinked(&m_open->document, &ProjectDocument::relinked);
        m_open->document.relink(path("new"));
        QTRY_COMPARE(relinked.count(), 1);
        QCOMPARE(relinked[0], (QVariantList{2, 0}));
        QCOMPARE(m_open->document.project().film.media.path, path("new/deep/film.mp4"));
        QCOMPARE(m_open->document.project().dubs[0].media.path, path("new/renamed.wav"));
        QVERIFY(m_open->document.modified());
    }

    void anotherFileCanBeTakenForTheMissing() {
        QVERIFY(project::saveProject(path("a.lipwright"), test::sampleProject()).has_value());
        QCOMPARE(m_open->open(path("a.lipwright")), std::string());
        const auto missing = m_open->document.missingMedia();
        QCOMPARE(missing.size(), std::size_t{2});
        QVERIFY(!m_open->document.relinkTo(missing[1], path("none.wav")).has_value());
        test::writeFile(path("v.wav"), "voice");
        QVERIFY(m_open->document.relinkTo(missing[1], path("v.wav")).has_value());
        QCOMPARE(m_open->document.missingMedia().size(), std::size_t{1});
        QTRY_COMPARE(m_open->document.project().dubs[0].media.fingerprint,
                     *core::fingerprintOfFile(path("v.wav")));
    }

private:
    [[nodiscard]] fs::path path(const std::string& name) const {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    static std::string contentOf(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void note(const std::string& notes) {
        QVERIFY(
            m_open->document
                .edit("Notes", [&](Project& p) { return project::setSegmentNotes(p, 2, notes); })
                .has_value());
    }
    void arrive(const std::string& name, const fs::path& takes) {
        test::writeTakeFolder(takes / name, name);
        const auto done = m_open->document.edit("Take", [&](Project& p) -> Result<void> {
            const auto added = project::addTake(p, 2, test::take(name, {10, 80}));
            return added ? Result<void>() : core::passOn(added);
        });
        QVERIFY(done.has_value());
    }
    /// As a program leaves it that ended before saving.
    static void leaveAutosave(const fs::path& file, const std::string& notes) {
        Project project = test::sampleProject();
        QVERIFY(project::setSegmentNotes(project, 2, notes).has_value());
        fs::create_directories(file.parent_path());
        QTest::qWait(20);  // so that file times differ
        QVERIFY(project::saveProject(file, project).has_value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenDocument> m_open;
};

QTEST_GUILESS_MAIN(TestProjectFiles)
#include "tst_projectfiles.moc"
