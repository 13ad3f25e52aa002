// lipwright-cli adapt as a user would call it, and the actor model that comes of it.
#include "tests/support/files.h"
#include "tests/support/process.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using lipwright::testsupport::contents;
using lipwright::testsupport::Finished;
using lipwright::testsupport::kNothingToDo;
using lipwright::testsupport::kUsage;
using lipwright::testsupport::parsed;
using lipwright::testsupport::programPath;
using lipwright::testsupport::runCli;
using lipwright::testsupport::runPresenter;
using lipwright::testsupport::write;

namespace {

constexpr int kBadModel = 6;
constexpr int kInterrupted = 130;

}  // namespace

class TestCliAdapt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        for (const auto& [name, seconds] : {std::pair{"film.mp4", "22"}, {"short.mp4", "4"}}) {
            const Finished made = runPresenter({"--seed", "5", "--seconds", seconds, "--size",
                                                "256x192", "--head", "0.8", "-o", path(name)});
            QVERIFY2(made.ok(), made.summary());
        }
    }

    void interruptedItKeepsWhatItHasDone() {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(programPath("lipwright-cli"), adapt());
        QByteArray said;
        while (!said.contains("note: after 0:00, mouth movement: score") &&
               process.waitForReadyRead(60'000)) {
            said += process.readAll();
        }
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY2(process.waitForFinished(20'000), said);
        said += process.readAll();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), kInterrupted);
        QVERIFY2(said.contains("the same command goes on with it"), said);
        QVERIFY(QDir(path("film.lipwright-data/actors.work/actor-0")).exists());
        QVERIFY(!QDir(path("film.lipwright-data/actors")).exists());
    }

    void goesOnAndDubsWithTheModel() {
        const Finished done = runCli(adapt() + QStringList{"--json"});
        QVERIFY2(done.ok(), done.summary());
        QVERIFY2(done.err.contains("going on with the adaptation that was stopped"),
                 done.summary());
        QVERIFY2(!done.err.contains("gather") && !done.err.contains("score"), done.summary());
        QVERIFY(!QDir(path("film.lipwright-data/actors.work")).exists());
        const auto outcome = QJsonDocument::fromJson(done.out).object();
        const auto part = outcome["parts"].toArray().at(0).toObject();
        QCOMPARE(part["role"].toString(), QString("shape-network"));
        QVERIFY(part["learning"].toArray().size() >= 2);
        QVERIFY2(part["better"].toBool(), done.summary());
        const QString id = outcome["model"].toString();
        QCOMPARE(outcome["folder"].toString(), path("film.lipwright-data/actors/") + id);
        QVERIFY(QDir(outcome["folder"].toString()).exists("actor.json"));

        const QStringList dub{
            "dub", path("film.mp4"), path("film.mp4"), "--range", "0-2", "--device", "cpu"};
        const Finished byId = runCli(dub + QStringList{"--model", id, "-o", path("id.mp4")});
        QVERIFY2(byId.ok(), byId.summary());
        const Finished byFolder = runCli(
            dub + QStringList{"--model", outcome["folder"].toString() + "/", "-o", path("f.mp4")});
        QVERIFY2(byFolder.ok(), byFolder.summary());
        m_model = outcome["folder"].toString();
    }

    void rendersSegmentsOfAProjectWithIt() {
        QVERIFY(!m_model.isEmpty());
        const QString project = path("show.lipwright");
        const Finished created = runCli({"create", path("film.mp4"), "--voice", path("film.mp4"),
                                         "-o", project, "--cache", path("cache")});
        QVERIFY2(created.ok(), created.summary());
        const QStringList render{"render",  project,   "--segments", "1",
                                 "--draft", "--model", m_model,      "--device",
                                 "cpu",     "--cache", path("cache")};
        const Finished done = runCli(render);
        QVERIFY2(done.ok(), done.summary());
        const auto segment = parsed(contents(project))["segments"][0].toObject();
        QCOMPARE(segment["settings"]["model"].toString(), QDir(m_model).dirName());
        QCOMPARE(segment["takes"][0]["models"]["shape-network"].toString(),
                 parsed(contents(m_model + "/actor.json"))["parts"][0]["sha256"].toString());

        // a model of somebody else of the film is refused before anything is rendered
        QByteArray other = contents(project);
        other.replace("\"actor\": 0", "\"actor\": 1");
        QVERIFY(write(project, other));
        const Finished refused = runCli(render);
        QCOMPARE(refused.exitCode, kBadModel);
        QVERIFY2(refused.err.contains("to actor 0 of the film, not to actor 1"), refused.summary());
        QCOMPARE(contents(project), other);
    }

    void aModelOfAnotherFilmIsNotForAProject() {
        QVERIFY(!m_model.isEmpty());
        const Finished cut = runCli({"create", path("short.mp4"), "--voice", path("film.mp4"), "-o",
                                     path("other.lipwright"), "--cache", path("cache")});
        QVERIFY2(cut.ok(), cut.summary());
        const Finished foreign = runCli(
            {"render", path("other.lipwright"), "--model", m_model, "--cache", path("cache")});
        QCOMPARE(foreign.exitCode, kBadModel);
        QVERIFY2(foreign.err.contains("of another film"), foreign.summary());
        QVERIFY(!QDir(path("other.lipwright-data/actors")).exists());
    }

    void isComparedWithTheUniversalOnes() {
        QVERIFY(!m_model.isEmpty());
        QVERIFY(write(path("manifest.tsv"),
                      "id\tfile\tsplit\tspeaker\tduration_s\n"
                      "one\tfilm.mp4\ttest\tann\t22\n"
                      "two\tfilm.mp4\ttest\tbob\t22\n"));
        const Finished done = runCli({"evaluate", path("manifest.tsv"), "--out", path("out"),
                                      "--ids", "one", "--engines", "warped", "--model", m_model,
                                      "--seconds", "2", "--pictures", "0", "--device", "cpu"});
        QVERIFY2(done.ok(), done.summary());
        const auto results = QJsonDocument::fromJson(contents(path("out/results.json"))).object();
        const auto engines = results["clips"][0]["engines"].toObject();
        const auto measured = [&engines](const char* engine) {
            return engines[QLatin1String(engine)]["measures"]["crossdub.following"].toDouble(-9.0);
        };
        QVERIFY2(measured("warped") > -9.0 && measured("warped-adapted") > -9.0, done.summary());
        QVERIFY(measured("warped") != measured("warped-adapted"));
    }

    void anUnknownModelIsRefused() {
        const Finished done = runCli({"dub", path("film.mp4"), path("film.mp4"), "--model",
                                      "0123456789abcdef", "-o", path("none.mp4")});
        QCOMPARE(done.exitCode, kBadModel);
        QVERIFY2(done.err.contains("0123456789abcdef"), done.summary());
        QVERIFY(!QFile::exists(path("none.mp4")));
    }

    void tooLittleIsNothingToDo() {
        const Finished done = runCli({"adapt", path("short.mp4"), "--cache", path("cache")});
        QCOMPARE(done.exitCode, kNothingToDo);
        QVERIFY2(done.err.contains("8 s to learn from"), done.summary());
    }

    void wrongOptionsAreRefused() {
        QCOMPARE(runCli({"adapt", path("film.mp4"), "--engines", "sculpted"}).exitCode, kUsage);
        QCOMPARE(runCli({"adapt", path("film.mp4"), "--minutes", "0"}).exitCode, kUsage);
        QCOMPARE(runCli({"adapt", path("gone.mp4")}).exitCode, lipwright::testsupport::kBadInput);
    }

private:
    [[nodiscard]] QStringList adapt() const {
        return {"adapt",     path("film.mp4"), "--minutes", "0.15",    "--name",
                "presenter", "--device",       "cpu",       "--cache", path("cache")};
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_model;
};

QTEST_GUILESS_MAIN(TestCliAdapt)
#include "tst_cli_adapt.moc"
