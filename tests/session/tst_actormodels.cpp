// Actor models beside the open project: found, renamed, removed, imported, and brought along when
// the project is saved elsewhere.
#include "app/document/projectdocument.h"
#include "app/session/actormodels.h"
#include "engine/core/atomicfile.h"
#include "engine/models/manifest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using app::ActorModels;
using app::JobQueue;
using app::ProjectDocument;
namespace fs = std::filesystem;

class TestActorModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_jobs = std::make_unique<JobQueue>();
        m_document = std::make_unique<ProjectDocument>(*m_jobs);
        m_document->setAutosaveFolder(path("autosaves"));
        m_models = std::make_unique<ActorModels>(*m_jobs, *m_document);
        m_document->newProject();
        QVERIFY(m_document->amend([](project::Project& project) -> core::Result<void> {
            project.film.media.fingerprint = "fp1:mine";
            return {};
        }));
        QSignalSpy saved(m_document.get(), &ProjectDocument::saved);
        m_document->saveAs(path("film.lipwright"));
        QTRY_COMPARE(saved.count(), 1);
    }

    void cleanup() {
        m_models.reset();
        m_document.reset();
        m_jobs.reset();
    }

    void thoseOfTheFilmAreFoundByActor() {
        (void)store(m_document->actorFolder(), 0, "fp1:mine");
        const std::string second = store(m_document->actorFolder(), 2, "fp1:mine");
        (void)store(m_document->actorFolder(), 0, "fp1:other");
        m_models->reload();
        QTRY_COMPARE(m_models->all().size(), std::size_t{2});
        QCOMPARE(m_models->of(2).size(), std::size_t{1});
        QCOMPARE(m_models->of(2).front().id, second);
        QVERIFY(m_models->find(second) != nullptr);
        QVERIFY(m_models->find("0123456789abcdef") == nullptr);
    }

    void oneIsRenamedAndRemoved() {
        const std::string id = store(m_document->actorFolder(), 0, "fp1:mine");
        m_models->reload();
        QTRY_COMPARE(m_models->all().size(), std::size_t{1});
        m_models->rename(id, "Evening");
        QTRY_COMPARE(m_models->all().front().name, std::string("Evening"));
        QSignalSpy changed(m_models.get(), &ActorModels::changed);
        m_models->remove(id);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(m_models->all().empty());
        QVERIFY(!fs::exists(m_document->actorFolder() / id));
    }

    void theyAreImportedFromAProjectOfTheSameFilmAlone() {
        const fs::path other = path("other.lipwright-data") / "actors";
        (void)store(other, 1, "fp1:other");
        QSignalSpy failed(m_models.get(), &ActorModels::failed);
        m_models->import(other);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(m_models->all().empty());
        (void)store(other, 1, "fp1:mine");
        QSignalSpy imported(m_models.get(), &ActorModels::imported);
        m_models->import(other);
        QTRY_COMPARE(imported.count(), 1);
        QCOMPARE(imported.at(0).at(0).toInt(), 1);
        QTRY_COMPARE(m_models->of(1).size(), std::size_t{1});
    }

    void theyAreBroughtAlongWhenTheProjectIsSavedElsewhere() {
        const std::string id = store(m_document->actorFolder(), 0, "fp1:mine");
        const fs::path before = m_document->actorFolder();
        m_document->saveAs(path("copy.lipwright"));
        QTRY_VERIFY(m_document->actorFolder() != before);
        QTRY_COMPARE(m_models->all().size(), std::size_t{1});
        QVERIFY(fs::exists(before / id));
        QVERIFY(models::verifiedWeights(m_document->actorFolder(), *m_models->find(id),
                                        models::kShapeNetworkRole)
                    .has_value());
    }

private:
    [[nodiscard]] fs::path path(const char* name) const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    std::string store(const fs::path& actors, int actor, const std::string& film) {
        models::ActorModel model;
        model.actor = actor;
        model.filmFingerprint = film;
        model.created = "2026-11-21T19:35:00Z";
        model.trainedOn = {{0, 100}};
        model.validatedOn = {{100, 150}};
        models::AdaptedPart part;
        part.role = models::kShapeNetworkRole;
        part.baseSha256 = std::string(64, 'a');
        part.before = {{"score", 0.5}};
        part.after = {{"score", 0.75}};
        model.parts = {part};
        const fs::path weights = path("weights");
        const auto written = core::writeFileAtomically(weights, film + " " + std::to_string(actor));
        const auto stored = models::storeActorModel(actors, model, {{part.role, weights}});
        if (!written || !stored) {
            qFatal("the model can not be stored");
        }
        return stored->id;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobQueue> m_jobs;
    std::unique_ptr<ProjectDocument> m_document;
    std::unique_ptr<ActorModels> m_models;
};

QTEST_MAIN(TestActorModels)
#include "tst_actormodels.moc"
