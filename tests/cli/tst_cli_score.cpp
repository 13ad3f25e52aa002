// The meter from the command line: what it prints, what it draws, and the sign of the offset.
#include "tests/support/files.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <algorithm>
#include <cmath>

using lipwright::testsupport::Finished;
using lipwright::testsupport::kBadInput;
using lipwright::testsupport::kNothingToDo;
using lipwright::testsupport::kUsage;
using lipwright::testsupport::parsed;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;

namespace {

constexpr int kFrames = 75;
constexpr int kOffsets = 31;
constexpr int kReach = 15;

/// Whether a number is there exactly when no reason says why not.
bool saysWhy(const QJsonObject& frame) {
    for (const char* key : {"confidence", "raw", "probability"}) {
        if (!frame.contains(key) || frame[key].isDouble() != frame["gap"].isNull()) {
            return false;
        }
    }
    return frame["gap"].isNull() || !frame["gap"].toString().isEmpty();
}

/// Distances at AV offsets −15..15.
QVector<double> distances(const QJsonObject& score) {
    QVector<double> result;
    for (const auto& value : score["mean_distance"].toArray()) {
        result.push_back(value.toDouble(std::nan("")));
    }
    return result;
}

/// The mean difference of two curves where the second is moved by `frames`.
double difference(const QVector<double>& curve, const QVector<double>& other, int frames) {
    double sum = 0.0;
    int count = 0;
    for (int i = 0; i < kOffsets; ++i) {
        const int moved = i + frames;
        if (moved >= 0 && moved < kOffsets && !std::isnan(curve[i]) && !std::isnan(other[moved])) {
            sum += std::abs(curve[i] - other[moved]);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::nan("");
}

}  // namespace

class TestCliScore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
    }

    void jsonIsComplete() {
        const QJsonObject score = expert();
        for (const char* key :
             {"av_offset_frames", "lse_c", "lse_d", "confidence_at_zero", "coverage", "windows"}) {
            QVERIFY2(score[key].isDouble(), key);
        }
        QCOMPARE(score["judge"].toString(), QString("expert"));
        QCOMPARE(score["offset_found"].toBool(),
                 std::abs(score["av_offset_frames"].toInt()) < kReach);
        QVERIFY(score["coverage"].toDouble() > 0.2 && score["coverage"].toDouble() <= 1.0);
        QVERIFY(score["windows"].toInt() > 0 && score["windows"].toInt() <= kFrames - 4);
        // The best distance is where the offset says.
        const QVector<double> curve = distances(score);
        QCOMPARE(curve.size(), kOffsets);
        QCOMPARE(curve.at(score["av_offset_frames"].toInt() + kReach), score["lse_d"].toDouble());
        QVERIFY(std::ranges::none_of(
            curve, [&](double value) { return value < score["lse_d"].toDouble(); }));
    }

    void everyFrameIsMeasuredOrSaysWhyNot() {
        const QJsonArray frames = expert()["frames"].toArray();
        QCOMPARE(frames.size(), kFrames);
        int measured = 0;
        for (int i = 0; i < kFrames; ++i) {
            const QJsonObject frame = frames[i].toObject();
            QCOMPARE(frame["frame"].toInt(), i);
            QVERIFY(std::abs(frame["seconds"].toDouble() - i / 25.0) < 0.001);
            QVERIFY2(saysWhy(frame), QJsonDocument(frame).toJson());
            measured += frame["gap"].isNull() ? 1 : 0;
        }
        QVERIFY(measured > kFrames / 5);
        // No window has its middle there.
        QVERIFY(frames.first().toObject()["gap"].isString());
        QVERIFY(frames.last().toObject()["gap"].isString());
    }

    void csvHasARowPerFrame() {
        const Finished done = runCli({"score", m_clips.film(), "--csv", "--device", "cpu"});
        QVERIFY2(done.ok() && done.err.contains("AV offset"), done.summary());
        const QList<QByteArray> lines = done.out.trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("frame,seconds,track,confidence,raw,probability,gap"));
        QCOMPARE(lines.size(), kFrames + 1);
        const QJsonArray frames = expert()["frames"].toArray();
        for (int i = 0; i < kFrames; ++i) {
            const QList<QByteArray> fields = lines[i + 1].split(',');
            const QJsonObject frame = frames[i].toObject();
            QCOMPARE(fields.size(), 7);
            QCOMPARE(fields[0].toInt(), i);
            QCOMPARE(fields[3].isEmpty(), frame["confidence"].isNull());
            QVERIFY(std::abs(fields[3].toDouble() - frame["confidence"].toDouble()) < 1e-5);
            QCOMPARE(QString::fromUtf8(fields[6]), frame["gap"].toString());
        }
    }

    void aPlotIsDrawn() {
        const QString file = m_clips.path("plot.png");
        const Finished done = runCli({"score", m_clips.film(), "--plot", file, "--device", "cpu"});
        QVERIFY2(done.ok() && done.out.contains("AV offset"), done.summary());
        const QImage plot(file);
        QCOMPARE(plot.size(), QSize(1200, 700));
        // The curves' blue in both panels, the offset's vermillion in the lower one.
        QVERIFY(count(plot, 0, 400, 0xff0072b2) > 100);
        QVERIFY(count(plot, 400, 700, 0xff0072b2) > 100);
        QVERIFY(count(plot, 400, 700, 0xffd55e00) > 50);

        const Finished refused =
            runCli({"score", m_clips.film(), "--plot", file, "--device", "cpu"});
        QVERIFY2(refused.exitCode == kUsage && refused.err.contains("--overwrite"),
                 refused.summary());
    }

    void wrongOptionsAreRefused_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("two formats") << QStringList{"--json", "--csv"};
        QTest::newRow("no such judge") << QStringList{"--judge", "jury"};
        QTest::newRow("no PNG") << QStringList{"--plot", m_clips.path("plot.jpg")};
    }

    void wrongOptionsAreRefused() {
        QFETCH(QStringList, options);
        const Finished done = runCli(QStringList{"score", m_clips.film()} + options);
        QVERIFY2(done.exitCode == kUsage && !done.crashed, done.summary());
        QVERIFY2(done.out.isEmpty(), done.summary());
    }

    void aPlotWithoutAFolderIsRefusedBeforeTheWork() {
        const Finished done =
            runCli({"score", m_clips.film(), "--plot", m_clips.path("no/folder/plot.png")});
        QVERIFY2(!done.ok() && !done.crashed && done.err.contains("no/folder"), done.summary());
        QVERIFY2(!done.err.contains("analyse") && done.out.isEmpty(), done.summary());
    }

    void aFilmWithoutSoundIsRefused() {
        const QString film = m_clips.derived("mute.mp4", {"-an", "-c:v", "copy"});
        const Finished done = runCli({"score", film});
        QVERIFY2(done.exitCode == kBadInput && done.err.contains("mute.mp4"), done.summary());
    }

    void aFilmWithoutAFaceIsRefused() {
        const QString film =
            m_clips.derived("bars.mp4",
                            {"-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25:duration=2", "-f",
                             "lavfi", "-i", "sine=duration=2", "-shortest"},
                            false);
        QVERIFY(!film.isEmpty());
        const Finished done = runCli({"score", film, "--device", "cpu"});
        QVERIFY2(done.exitCode == kNothingToDo && done.err.contains("no face"), done.summary());
    }

    void nothingIsMeasuredInSilence() {
        const QString film =
            m_clips.derived("silent.mp4", {"-f", "lavfi", "-i", "anullsrc=r=48000", "-map", "0:v",
                                           "-map", "1:a", "-c:v", "copy", "-shortest"});
        QVERIFY(!film.isEmpty());
        const QString plot = m_clips.path("silent.png");
        const Finished done = runCli({"score", film, "--json", "--plot", plot, "--device", "cpu"});
        QVERIFY2(done.ok(), done.summary());
        const QJsonObject score = parsed(done.out);
        QCOMPARE(score["coverage"].toDouble(-1), 0.0);
        for (const char* key : {"av_offset_frames", "lse_c", "lse_d", "confidence_at_zero"}) {
            QVERIFY2(score.contains(key) && score[key].isNull(), key);
        }
        QCOMPARE(score["frames"].toArray()[kFrames / 2].toObject()["gap"].toString(),
                 QString("nobody speaks"));
        QVERIFY(!QImage(plot).isNull());
    }

    /// Sound that comes 200 ms later lies 5 frames further on the late side.
    void aDelayMovesTheOffset_data() {
        QTest::addColumn<QString>("judge");
        QTest::newRow("expert") << "expert";
        QTest::newRow("landmarks") << "landmarks";
    }

    void aDelayMovesTheOffset() {
        QFETCH(QString, judge);
        const QString film =
            m_clips.derived("late-" + judge + ".mp4", {"-c:v", "copy", "-af", "adelay=200:all=1"});
        QVERIFY(!film.isEmpty());
        const QJsonObject before = judge == "expert" ? expert() : scored(m_clips.film(), judge);
        const QJsonObject after = scored(film, judge);
        QCOMPARE(after["judge"].toString(), judge);
        QVERIFY(before["offset_found"].toBool() && after["offset_found"].toBool());
        const int moved = after["av_offset_frames"].toInt() - before["av_offset_frames"].toInt();
        QVERIFY2(std::abs(moved + 5) <= 1, QByteArray::number(moved));
        // The whole curve goes along, to the frame. (Which windows are judged changes a little with
        // where speech begins and ends: 0.011 and 0.020 were measured, >= 0.028 a frame aside.)
        const QVector<double> curve = distances(before);
        const QVector<double> late = distances(after);
        QCOMPARE(curve.size(), kOffsets);
        QCOMPARE(late.size(), kOffsets);
        for (int frames = -10; frames <= 10; ++frames) {
            QVERIFY2(frames == -5 || difference(curve, late, frames) > difference(curve, late, -5),
                     QByteArray::number(frames));
        }
        QVERIFY2(difference(curve, late, -5) < 0.03,
                 QByteArray::number(difference(curve, late, -5)));
    }

    /// The reference's way: what the face did not come with is no sound at all.
    void zeroPaddingChangesOnlyTheEnds() {
        const Finished done =
            runCli({"score", m_clips.film(), "--json", "--zero-padding", "--device", "cpu"});
        QVERIFY2(done.ok(), done.summary());
        const QVector<double> padded = distances(parsed(done.out));
        const QVector<double> real = distances(expert());
        QCOMPARE(padded.size(), kOffsets);
        QCOMPARE(padded[kReach], real[kReach]);
        QVERIFY(padded.first() != real.first() && padded.last() != real.last());
    }

private:
    static QJsonObject scored(const QString& film, const QString& judge) {
        const Finished done =
            runCli({"score", film, "--json", "--judge", judge, "--device", "cpu"});
        return done.ok() ? parsed(done.out) : QJsonObject();
    }

    /// What the expert says of the film: asked once.
    QJsonObject expert() {
        if (m_expert.isEmpty()) {
            m_expert = scored(m_clips.film(), "expert");
        }
        return m_expert;
    }

    static int count(const QImage& image, int top, int bottom, QRgb colour) {
        int result = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = 0; x < image.width(); ++x) {
                result += image.pixel(x, y) == colour ? 1 : 0;
            }
        }
        return result;
    }

    SampleClips m_clips;
    QJsonObject m_expert;
};

QTEST_GUILESS_MAIN(TestCliScore)
#include "tst_cli_score.moc"
