// Every kind of bad input ends in a clear message and a documented exit code, or in the documented
// behaviour; never in a crash, a hang or a half-written file under the final name.
#include "tests/support/files.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <sys/mount.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using lipwright::testsupport::contents;
using lipwright::testsupport::Finished;
using lipwright::testsupport::kBadInput;
using lipwright::testsupport::kBadOutput;
using lipwright::testsupport::kNothingToDo;
using lipwright::testsupport::kUsage;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;
using lipwright::testsupport::write;

namespace {

QString written(const QString& path, const QByteArray& bytes) {
    return write(path, bytes) ? path : QString();
}

/// A small file system of its own; unmounted at the end.
class SmallDisk {
public:
    SmallDisk(const QString& folder, const char* options) : m_folder(folder.toLocal8Bit()) {
        QDir().mkpath(folder);
        m_mounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk() {
        if (m_mounted) {
            ::umount2(m_folder.constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] bool makeReadOnly() const {
        return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) ==
               0;
    }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

}  // namespace

class TestCliBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
    }

    void refusesUnreadableFilms_data() {
        QTest::addColumn<QString>("film");
        QTest::addColumn<int>("exitCode");
        const QByteArray whole = contents(m_clips.film());
        QTest::newRow("empty file") << written(m_clips.path("empty.mp4"), "") << kBadInput;
        QTest::newRow("text renamed .mp4")
            << written(m_clips.path("text.mp4"), "not a film\n") << kBadInput;
        QTest::newRow("random bytes")
            << written(m_clips.path("noise.mp4"), QByteArray(5000, '\x9c')) << kBadInput;
        QTest::newRow("missing file") << m_clips.path("absent.mp4") << kBadInput;
        QTest::newRow("folder") << m_clips.path("") << kUsage;
        QTest::newRow("sound only") << m_clips.voice() << kBadInput;
        QTest::newRow("mp4 cut before its index")
            << written(m_clips.path("headless.mp4"), whole.left(whole.size() / 3)) << kBadInput;
    }

    void refusesUnreadableFilms() {
        QFETCH(QString, film);
        QFETCH(int, exitCode);
        QVERIFY(!film.isEmpty());
        for (const char* command : {"probe", "analyze"}) {
            // A sound file can be probed; it has just no picture to analyse.
            if (QLatin1String(command) == "probe" && film == m_clips.voice()) {
                continue;
            }
            const Finished done = runCli({command, film});
            QVERIFY2(done.exitCode == exitCode && !done.crashed, done.summary());
            QVERIFY2(done.err.contains(QFileInfo(film).fileName().toUtf8()), done.summary());
        }
        expectRefusal({film, m_clips.voice()}, exitCode);
    }

    void refusesAVideoWithNoFace() {
        const QString film = m_clips.derived(
            "bars.mp4", {"-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25:duration=2"}, false);
        QVERIFY(!film.isEmpty());
        expectRefusal({film, m_clips.voice()}, kNothingToDo);
        const Finished done = runCli({"dub", film, m_clips.voice(), "-o",
                                      m_clips.path("untouched.mp4"), "--allow-untouched"});
        QVERIFY2(done.exitCode == 0 && done.err.contains("no face"), done.summary());
        QVERIFY(QFile::exists(m_clips.path("untouched.mp4")));
    }

    void refusesAVoiceThatIsNone_data() {
        QTest::addColumn<QString>("voice");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no sound in it")
            << m_clips.derived("mute.mp4", {"-an", "-c:v", "copy"}) << kBadInput;
        QTest::newRow("text renamed .wav")
            << written(m_clips.path("text.wav"), "not a voice") << kBadInput;
        QTest::newRow("0.1 s of silence")
            << m_clips.derived("blip.wav", {"-f", "lavfi", "-i", "anullsrc=r=48000", "-t", "0.1"},
                               false)
            << kNothingToDo;
    }

    void refusesAVoiceThatIsNone() {
        QFETCH(QString, voice);
        QFETCH(int, exitCode);
        QVERIFY(!voice.isEmpty());
        expectRefusal({m_clips.film(), voice}, exitCode);
    }

    void refusesAReadOnlyFolder() {
        SmallDisk disk(m_clips.path("readonly"), "size=1m");
        if (!disk.mounted() || !disk.makeReadOnly()) {
            QSKIP("mounting a small file system is not permitted here");
        }
        const Finished done = runCli(
            {"dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("readonly/out.mp4")});
        QVERIFY2(done.exitCode == kBadOutput && !done.crashed, done.summary());
        QVERIFY2(done.err.contains("readonly"), done.summary());
    }

    void refusesAMissingFolder() {
        const Finished done = runCli(
            {"dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("no/such/folder/out.mp4")});
        QVERIFY2(done.exitCode == kBadInput || done.exitCode == kBadOutput, done.summary());
        QVERIFY(!QFile::exists(m_clips.path("no")));
    }

    void survivesAFullDisk() {
        SmallDisk disk(m_clips.path("tiny"), "size=40k");
        if (!disk.mounted()) {
            QSKIP("mounting a small file system is not permitted here");
        }
        const Finished done =
            runCli({"dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("tiny/out.mp4")});
        QVERIFY2(done.exitCode == kBadOutput && !done.crashed, done.summary());
        QVERIFY2(QDir(m_clips.path("tiny")).entryList(QDir::Files | QDir::Hidden).isEmpty(),
                 "something was left behind");
    }

    void refusesToOverwriteItsInput() {
        const QByteArray before = contents(m_clips.film());
        const Finished done =
            runCli({"dub", m_clips.film(), m_clips.voice(), "-o", m_clips.film()});
        QVERIFY2(done.exitCode == 2, done.summary());
        QCOMPARE(contents(m_clips.film()), before);
    }

    void refusesWrongOptions_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"paint"};
        QTest::newRow("no output") << QStringList{"dub", m_clips.film(), m_clips.voice()};
        QTest::newRow("range backwards") << QStringList{
            "dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("x.mp4"), "--range", "2-1"};
        QTest::newRow("range that is none") << QStringList{
            "dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("x.mp4"), "--range", "soon"};
        QTest::newRow("no such device")
            << QStringList{"dub",      m_clips.film(), m_clips.voice(), "-o", m_clips.path("x.mp4"),
                           "--device", "abacus"};
        QTest::newRow("no such engine")
            << QStringList{"dub",      m_clips.film(), m_clips.voice(), "-o", m_clips.path("x.mp4"),
                           "--engine", "sculpted"};
        QTest::newRow("no such face") << QStringList{
            "dub", m_clips.film(), m_clips.voice(), "-o", m_clips.path("x.mp4"), "--face", "17"};
    }

    void refusesWrongOptions() {
        QFETCH(QStringList, arguments);
        const Finished done = runCli(arguments);
        QVERIFY2(done.exitCode == 2 && !done.crashed, done.summary());
        QVERIFY(!QFile::exists(m_clips.path("x.mp4")));
    }

    // The message names the engine and what it lacks; nothing is analysed first.
    void refusesAnEngineWithoutItsWeights() {
        const QString models = m_clips.path("models-without-generator");
        QVERIFY(QDir().mkpath(models));
        const QDir shipped(qEnvironmentVariable("LIPWRIGHT_MODELS"));
        QJsonObject manifest =
            QJsonDocument::fromJson(contents(shipped.filePath("manifest.json"))).object();
        QJsonArray kept;
        for (const QJsonValue& entry : manifest["models"].toArray()) {
            if (entry["role"].toString() != "mouth-generator") {
                kept.append(entry);
                const QString file = entry["file"].toString();
                QVERIFY(QFile::link(shipped.filePath(file), models + "/" + file));
            }
        }
        QVERIFY(!kept.isEmpty());
        manifest["models"] = kept;
        QVERIFY(!written(models + "/manifest.json", QJsonDocument(manifest).toJson()).isEmpty());
        const QString output = m_clips.path("unpainted.mp4");
        const Finished done = runCli({"dub", m_clips.film(), m_clips.voice(), "-o", output,
                                      "--engine", "painted", "--models", models});
        QVERIFY2(done.exitCode == 6 && !done.crashed, done.summary());
        QVERIFY2(done.err.contains("'painted'") && done.err.contains("mouth-generator"),
                 done.summary());
        QVERIFY(!QFile::exists(output));
    }

private:
    void expectRefusal(const QStringList& inputs, int exitCode) {
        const QString output = m_clips.path("refused.mp4");
        const Finished done = runCli(QStringList{"dub"} << inputs << "-o" << output);
        QVERIFY2(done.exitCode == exitCode && !done.crashed && !done.timedOut, done.summary());
        QVERIFY2(done.err.size() > 20, done.summary());
        QVERIFY2(!QFile::exists(output), "a file was left under the final name");
        const auto partial =
            QDir(m_clips.path("")).entryList({".*part*"}, QDir::Files | QDir::Hidden);
        QVERIFY2(partial.isEmpty(), "a temporary file was left behind");
    }

    SampleClips m_clips;
};

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "tst_cli_badinput.moc"
