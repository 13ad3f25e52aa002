// Project files from the command line, as a script would use them: create, render, export.
#include "tests/support/files.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>
#include <csignal>

using lipwright::testsupport::contents;
using lipwright::testsupport::Finished;
using lipwright::testsupport::kBadInput;
using lipwright::testsupport::kUsage;
using lipwright::testsupport::programPath;
using lipwright::testsupport::run;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;
using lipwright::testsupport::write;

namespace {

QStringList everythingIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// The program has got so far that it handles the signal itself.
bool minds(const QProcess& process, int signal) {
    QFile status("/proc/" + QString::number(process.processId()) + "/status");
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const auto found =
        QRegularExpression("SigBlk:\\s*([0-9a-f]+)").match(QString::fromUtf8(status.readAll()));
    return ((found.captured(1).toULongLong(nullptr, 16) >> (signal - 1)) & 1U) != 0;
}

}  // namespace

class TestCliProject : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
        const Finished done = runCli({"create", m_clips.film(), "--voice", m_clips.voice() + ":spa",
                                      "-o", project(), "--cache", cache()});
        QVERIFY2(done.ok(), done.summary());
        QVERIFY(QFile::exists(project()));
    }

    void segmentsAreListed() {
        const QJsonArray all = segments();
        QVERIFY(!all.isEmpty());
        const QJsonObject first = all.first().toObject();
        QCOMPARE(first["language"].toString(), QString("spa"));
        QCOMPARE(first["status"].toString(), QString("new"));
        QVERIFY(first["end_frame"].toInt() > first["first_frame"].toInt());
        const Finished done = runCli({"segments", project()});
        QVERIFY2(done.out.startsWith("1  00:00:0"), done.summary());
    }

    void cuesBecomeSegments() {
        const QString copy = copied("cues.lipwright");
        const auto before = segments(copy);
        QVERIFY(
            write(m_clips.path("cues.srt"), "1\n00:00:01,000 --> 00:00:01,800\nAdi\xC3\xB3s\n"));
        const QStringList command{"segments", copy,    "--import", m_clips.path("cues.srt"),
                                  "--cache",  cache(), "--json"};
        // The voice's own segments are in the way: said, and nothing changes.
        const Finished crowded = runCli(command);
        QVERIFY2(crowded.ok() && crowded.err.contains("1 overlap"), crowded.summary());
        QCOMPARE(segments(copy), before);
        const Finished done = runCli(command + QStringList{"--replace"});
        QVERIFY2(done.ok(), done.summary());
        const QJsonArray after = segments(copy);
        QCOMPARE(after.size(), 1);
        QCOMPARE(after[0].toObject()["text"].toString(), QString::fromUtf8("Adi\xC3\xB3s"));
        QCOMPARE(after[0].toObject()["first_frame"].toInt(), 25);
        QCOMPARE(after[0].toObject()["end_frame"].toInt(), 45);
    }

    void renderAndExport() {
        const Finished rendered =
            runCli({"render", project(), "--draft", "--device", "cpu", "--cache", cache()});
        QVERIFY2(rendered.ok(), rendered.summary());
        for (const auto& value : segments()) {
            QVERIFY(value.toObject()["active_take"].toBool());
        }
        const Finished again = runCli({"render", project(), "--device", "cpu", "--cache", cache()});
        QVERIFY2(again.ok() && again.out.contains("nothing to render"), again.summary());

        QVERIFY(QDir().mkpath(m_clips.path("out")));
        const QStringList command{"export",   project(), "-o",      m_clips.path("out"),
                                  "--preset", "ffv1",    "--range", "00:00:00:10-40",
                                  "--name",   "done",    "--cache", cache()};
        const Finished done = runCli(command);
        QVERIFY2(done.ok(), done.summary());
        QVERIFY2(done.err.contains("no consent is recorded"), done.summary());
        QCOMPARE(everythingIn(m_clips.path("out")).size(), 5);
        const QByteArray frames =
            run("ffprobe",
                {"-v", "error", "-select_streams", "v:0", "-count_frames", "-show_entries",
                 "stream=nb_read_frames", "-of", "csv=p=0", m_clips.path("out/done-spa.mkv")})
                .out;
        QCOMPARE(frames.trimmed(), QByteArray("30"));
        QVERIFY2(!done.out.startsWith("0 frames changed"), done.summary());
        const Finished refused = runCli(command);
        QVERIFY2(refused.exitCode == kUsage, refused.summary());
    }

    /// A kill in the middle leaves the project readable and the finished takes in it.
    void aKilledRenderLosesNoTake() {
        const QString copy = copied("killed.lipwright");
        QVERIFY(write(m_clips.path("more.srt"),
                      "1\n00:00:00,000 --> 00:00:00,600\na\n\n2\n00:00:01,000 --> "
                      "00:00:01,600\nb\n\n3\n00:00:02,000 --> 00:00:02,800\nc\n"));
        QVERIFY(runCli({"segments", copy, "--import", m_clips.path("more.srt"), "--replace",
                        "--cache", cache()})
                    .ok());
        QProcess process;
        process.start(programPath("lipwright-cli"), {"render", copy, "--draft", "--segments", "all",
                                                     "--device", "cpu", "--cache", cache()});
        QVERIFY(process.waitForStarted());
        const QString folder = m_clips.path("killed.lipwright-data/takes");
        const auto finished = [&folder] {
            int count = 0;
            for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                count += QFile::exists(folder + "/" + name + "/take.json") ? 1 : 0;
            }
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(finished() >= 1 || process.state() == QProcess::NotRunning,
                                 30'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QVERIFY(finished() >= 1);
        const QJsonArray all = segments(copy);  // takes that it did not save are adopted
        int known = 0;
        for (const auto& value : all) {
            known += value.toObject()["takes"].toInt();
        }
        QCOMPARE(known, finished());
    }

    void interruptionLeavesNothingHalfWritten() {
        const QString copy = copied("stopped.lipwright");
        const QByteArray before = contents(copy);
        QProcess process;
        process.start(programPath("lipwright-cli"),
                      {"render", copy, "--device", "cpu", "--cache", cache()});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(minds(process, SIGINT), 30'000);
        QTest::qWait(200);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(contents(copy), before);
        QVERIFY(everythingIn(m_clips.path("stopped.lipwright-data/takes")).isEmpty());
    }

    void badProjectsAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = contents(project());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut short") << whole.left(whole.size() / 2);
        QTest::newRow("no project") << QByteArray("{\"a\": [1, 2]}");
        QTest::newRow("binary") << QByteArray(3000, '\x9c');
    }

    void badProjectsAreRefused() {
        QFETCH(QByteArray, bytes);
        const QString file = m_clips.path("bad.lipwright");
        QVERIFY(write(file, bytes));
        for (const QStringList& command :
             {QStringList{"segments", file}, QStringList{"render", file, "--cache", cache()},
              QStringList{"export", file, "-o", m_clips.path("")}}) {
            const Finished done = runCli(command);
            QVERIFY2(done.exitCode == kBadInput && !done.crashed, done.summary());
            QVERIFY2(done.err.contains("bad.lipwright"), done.summary());
        }
        QCOMPARE(contents(file), bytes);
    }

    void missingThingsAreNamed() {
        const QString file = m_clips.path("moved.lipwright");
        QByteArray text = contents(project());
        QVERIFY(text.contains("film.mp4"));
        QVERIFY(write(file, text.replace("film.mp4", "gone.mp4")));
        for (const QStringList& command :
             {QStringList{"render", file, "--segments", "1", "--cache", cache()},
              QStringList{"export", file, "-o", m_clips.path(""), "--cache", cache()}}) {
            const Finished done = runCli(command);
            QVERIFY2(done.exitCode == kBadInput && done.err.contains("gone.mp4"), done.summary());
        }
        QVERIFY(runCli({"segments", m_clips.path("nowhere.lipwright")}).exitCode == kBadInput);
    }

    void wrongOptionsAreRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such segment") << QStringList{"render", project(), "--segments", "1,99"};
        QTest::newRow("no number") << QStringList{"render", project(), "--segments", "first"};
        QTest::newRow("range of nothing")
            << QStringList{"export", project(), "-o", m_clips.path(""), "--range", "soon"};
        QTest::newRow("range backwards")
            << QStringList{"export", project(), "-o", m_clips.path(""), "--range", "40-10"};
        QTest::newRow("no such preset")
            << QStringList{"export", project(), "-o", m_clips.path(""), "--preset", "betamax"};
        QTest::newRow("project exists")
            << QStringList{"create", m_clips.film(), "--voice", m_clips.voice(), "-o", project()};
    }

    void wrongOptionsAreRefused() {
        QFETCH(QStringList, arguments);
        const QByteArray before = contents(project());
        const Finished done = runCli(arguments + QStringList{"--cache", cache()});
        QVERIFY2(done.exitCode == kUsage && !done.crashed, done.summary());
        QCOMPARE(contents(project()), before);
    }

private:
    [[nodiscard]] QString project() const { return m_clips.path("sample.lipwright"); }
    [[nodiscard]] QString cache() const { return m_clips.path("cache"); }

    /// A project of its own without takes; the analyses are cached.
    [[nodiscard]] QString copied(const QString& name) const {
        const QString copy = m_clips.path(name);
        return runCli({"create", m_clips.path("film.mp4"), "--voice",
                       m_clips.path("voice.wav") + ":spa", "-o", copy, "--cache", cache()})
                       .ok()
                   ? copy
                   : QString();
    }

    [[nodiscard]] QJsonArray segments(const QString& file = {}) const {
        return QJsonDocument::fromJson(
                   runCli({"segments", file.isEmpty() ? project() : file, "--json"}).out)
            .array();
    }

    SampleClips m_clips;
};

QTEST_GUILESS_MAIN(TestCliProject)
#include "tst_cli_project.moc"
