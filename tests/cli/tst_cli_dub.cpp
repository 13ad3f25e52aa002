// The main job as a user runs it: what goes in, what comes out, and what stays as it was.
#include "tests/support/files.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>
#include <csignal>

using lipwright::testsupport::Finished;
using lipwright::testsupport::parsed;
using lipwright::testsupport::programPath;
using lipwright::testsupport::run;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;

namespace {

/// What ffprobe, an independent reader, says of a film's frames: one timestamp per line.
QByteArray frameTimes(const QString& film) {
    return run("ffprobe", {"-v", "error", "-select_streams", "v:0", "-show_entries",
                           "frame=best_effort_timestamp_time", "-of", "csv=p=0", film})
        .out;
}

QByteArray streamFormat(const QString& film) {
    return run("ffprobe", {"-v", "error", "-select_streams", "v:0", "-show_entries",
                           "stream=width,height,pix_fmt,color_range,color_space,color_transfer,"
                           "color_primaries,r_frame_rate:stream_side_data=rotation",
                           "-of", "default=nw=1", film})
        .out;
}

/// Every frame of a film as raw samples in its own pixel format.
QByteArray rawFrames(const QString& film) {
    return run("ffmpeg", {"-v", "error", "-noautorotate", "-i", film, "-map", "0:v:0", "-f",
                          "rawvideo", "-fps_mode", "passthrough", "-"})
        .out;
}

int audioStreams(const QString& film) {
    return static_cast<int>(run("ffprobe", {"-v", "error", "-select_streams", "a", "-show_entries",
                                            "stream=index", "-of", "csv=p=0", film})
                                .out.count('\n'));
}

}  // namespace

class TestCliDub : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
    }

    void keepsEverythingButTheMouth_data() {
        QTest::addColumn<QString>("film");
        QTest::addColumn<QString>("output");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("constant rate") << m_clips.film() << "plain.mp4" << QStringList{};
        QTest::newRow("variable rate")
            << m_clips.derived("vfr.mp4", {"-vf", "select='not(eq(mod(n\\,7)\\,3))'", "-fps_mode",
                                           "vfr", "-c:a", "copy"})
            << "vfr-out.mp4" << QStringList{};
        QTest::newRow("10 bit") << m_clips.derived("deep.mp4",
                                                   {"-pix_fmt", "yuv420p10le", "-color_primaries",
                                                    "bt709", "-color_trc", "bt709", "-colorspace",
                                                    "bt709", "-c:a", "copy"})
                                << "deep-out.mp4" << QStringList{};
        QTest::newRow("no sound") << m_clips.derived("mute.mp4", {"-an", "-c:v", "copy"})
                                  << "mute-out.mp4" << QStringList{};
        QTest::newRow("spaces and letters of the world")
            << m_clips.derived("моя перша стрічка ñ.mp4", {"-c", "copy"}) << "дубляж – 1.mp4"
            << QStringList{};
    }

    void keepsEverythingButTheMouth() {
        QFETCH(QString, film);
        QFETCH(QString, output);
        QFETCH(QStringList, options);
        QVERIFY(!film.isEmpty());
        const QString dubbed = m_clips.path(output);
        const Finished done =
            runCli(QStringList{"dub", film, m_clips.voice(), "-o", dubbed, "--json"} + options);
        QVERIFY2(done.ok(), done.summary());
        QCOMPARE(frameTimes(dubbed), frameTimes(film));
        QCOMPARE(streamFormat(dubbed), streamFormat(film));
        QCOMPARE(audioStreams(dubbed), 1);
        const QJsonObject outcome = parsed(done.out);
        QVERIFY2(outcome["dubbed_frames"].toInt() > outcome["frames"].toInt() / 3, done.summary());
    }

    void keepsRotation() {
        const QString turned = m_clips.path("turned.mp4");
        // Turned pixels with a tag that turns them back: upright to the viewer.
        const QString sideways =
            m_clips.derived("sideways.mp4", {"-vf", "transpose=2", "-c:a", "copy"});
        QVERIFY(run("ffmpeg", {"-v", "error", "-y", "-i", sideways, "-c", "copy", "-metadata:s:v:0",
                               "rotate=270", turned})
                    .ok());
        const QString dubbed = m_clips.path("turned-out.mp4");
        const Finished done = runCli({"dub", turned, m_clips.voice(), "-o", dubbed, "--json"});
        QVERIFY2(done.ok(), done.summary());
        QCOMPARE(streamFormat(dubbed), streamFormat(turned));
        QVERIFY2(parsed(done.out)["dubbed_frames"].toInt() > 20, done.summary());
    }

    void writesNothingOutsideTheRange() {
        const QString dubbed = m_clips.path("lossless.mkv");
        const Finished done = runCli({"dub", m_clips.film(), m_clips.voice(), "-o", dubbed,
                                      "--codec", "ffv1", "--range", "1-2", "--json"});
        QVERIFY2(done.ok(), done.summary());
        const QByteArray before = rawFrames(m_clips.film());
        const QByteArray after = rawFrames(dubbed);
        QCOMPARE(after.size(), before.size());
        const int frames = parsed(done.out)["frames"].toInt();
        const qsizetype bytes = before.size() / frames;
        int changed = 0;
        for (int i = 0; i < frames; ++i) {
            const bool same = before.mid(i * bytes, bytes) == after.mid(i * bytes, bytes);
            QVERIFY2(same || (i >= 25 && i < 50), qPrintable(QString("frame %1").arg(i)));
            changed += same ? 0 : 1;
        }
        QVERIFY(changed > 5);
    }

    void keepsTheOldSoundAndNamesTheLanguages() {
        const QString dubbed = m_clips.path("two-tracks.mp4");
        const Finished done =
            runCli({"dub", m_clips.film(), m_clips.voice(), "-o", dubbed, "--keep-original-audio",
                    "--language", "ukr", "--consent", "synthetic presenter"});
        QVERIFY2(done.ok(), done.summary());
        QCOMPARE(audioStreams(dubbed), 2);
        const Finished probe = runCli({"probe", dubbed, "--json"});
        const QJsonArray audio = parsed(probe.out)["audio"].toArray();
        QCOMPARE(audio[0].toObject()["language"].toString(), QString("ukr"));
        const QByteArray tags =
            run("ffprobe", {"-v", "error", "-show_entries", "format_tags", dubbed}).out;
        QVERIFY2(tags.contains("re-synthesised") && tags.contains("synthetic presenter"), tags);
    }

    void copesWithAVoiceOfAnotherLength_data() {
        QTest::addColumn<QString>("voice");
        QTest::newRow("shorter") << m_clips.derived(
            "short.wav", {"-i", m_clips.voice(), "-map", "1:a", "-t", "1.5"});
        QTest::newRow("longer") << m_clips.derived(
            "long.wav", {"-i", m_clips.voice(), "-map", "1:a", "-af", "apad=pad_dur=4"});
    }

    void copesWithAVoiceOfAnotherLength() {
        QFETCH(QString, voice);
        QVERIFY(!voice.isEmpty());
        const QString dubbed = m_clips.path("length.mp4");
        const Finished done = runCli({"dub", m_clips.film(), voice, "-o", dubbed});
        QVERIFY2(done.ok(), done.summary());
        QVERIFY2(done.err.contains("than the film"), done.summary());
        QCOMPARE(frameTimes(dubbed), frameTimes(m_clips.film()));
    }

    void saysThatAClipIsTooShortAndDoesItsBest() {
        const QString film = m_clips.derived("blink.mp4", {"-ss", "1", "-t", "0.6"});
        QVERIFY(!film.isEmpty());
        const Finished done =
            runCli({"dub", film, m_clips.voice(), "-o", m_clips.path("blink-out.mp4")});
        QVERIFY2(done.ok(), done.summary());
        QVERIFY2(done.err.contains("note:"), done.summary());
    }

    void isDeterministic() {
        QByteArray films[2];
        for (int i = 0; i < 2; ++i) {
            const QString dubbed = m_clips.path("same.mp4");
            QVERIFY(runCli({"dub", m_clips.film(), m_clips.voice(), "-o", dubbed}).ok());
            QFile file(dubbed);
            QVERIFY(file.open(QIODevice::ReadOnly));
            films[i] = file.readAll();
        }
        QVERIFY(films[0] == films[1]);
    }

    void interruptionLeavesNothingBehind() {
        QTemporaryDir folder;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(programPath("lipwright-cli"),
                      {"dub", m_clips.film(), m_clips.voice(), "-o", folder.filePath("out.mp4")});
        QVERIFY(process.waitForReadyRead(60'000));  // it tells of its first stage: it is at work
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(QDir(folder.path())
                    .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                    .isEmpty());
    }

    void scoresTheResult() {
        const Finished done = runCli({"score", m_clips.film(), "--json"});
        QVERIFY2(done.ok(), done.summary());
        const QJsonObject score = parsed(done.out);
        for (const char* key : {"av_offset_frames", "lse_c", "lse_d", "coverage"}) {
            QVERIFY2(score.contains(key), key);
        }
        QCOMPARE(score["frames"].toArray().size(), 75);
    }

private:
    SampleClips m_clips;
};

QTEST_GUILESS_MAIN(TestCliDub)
#include "tst_cli_dub.moc"
