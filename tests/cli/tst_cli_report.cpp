// The quality report of a project from the command line: made, stopped, refused.
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using lipwright::testsupport::Finished;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;

namespace {

constexpr int kBadInput = 3;
constexpr int kBadOutput = 4;

/// Of every file below the folder, by its path.
QMap<QString, QByteArray> hashesBelow(const QString& folder) {
    QMap<QString, QByteArray> hashes;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (file.open(QIODevice::ReadOnly) && hash.addData(&file)) {
            hashes[file.fileName()] = hash.result();
        }
    }
    return hashes;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestCliReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
        const Finished made = runCli({"create", m_clips.film(), "--voice", m_clips.voice() + ":spa",
                                      "-o", project(), "--cache", cache()});
        QVERIFY2(made.ok(), made.summary());
        QFile cues(m_clips.path("two.srt"));
        QVERIFY(cues.open(QIODevice::WriteOnly));
        cues.write("1\n00:00:00,400 --> 00:00:01,400\na\n\n2\n00:00:01,600 --> 00:00:02,600\nb\n");
        cues.close();
        const Finished cut = runCli(
            {"segments", project(), "--import", cues.fileName(), "--replace", "--cache", cache()});
        QVERIFY2(cut.ok(), cut.summary());
        const Finished rendered =
            runCli({"render", project(), "--draft", "--device", "cpu", "--cache", cache()});
        QVERIFY2(rendered.ok(), rendered.summary());
    }

    void allThreeLieBesideTheProject() {
        const QByteArray before = contents(project());
        const Finished done = runCli({"report", project(), "--device", "cpu", "--cache", cache()});
        QVERIFY2(done.ok(), done.summary());
        QCOMPARE(contents(project()), before);
        for (const char* ending : {"html", "csv", "json"}) {
            QVERIFY(QFile::exists(m_clips.path("sample-quality.") + ending));
        }
        const QByteArray page = contents(m_clips.path("sample-quality.html"));
        QVERIFY(page.contains("data:image/jpeg;base64,") && page.contains("film.mp4"));
        const auto json =
            QJsonDocument::fromJson(contents(m_clips.path("sample-quality.json"))).object();
        const QJsonArray segments = json["segments"].toArray();
        QCOMPARE(segments.size(), 2);
        const auto sync = segments[0].toObject()["sync"].toObject();
        const auto after = sync["after"].toObject()["expert"].toObject();
        QVERIFY2(after["coverage"].toDouble() > 0.5,
                 QJsonDocument(sync).toJson(QJsonDocument::Compact));
        QVERIFY(after["confidence"].toDouble() >
                sync["before"].toObject()["expert"].toObject()["confidence"].toDouble());
        QCOMPARE(contents(m_clips.path("sample-quality.csv")).count("\r\n"), segments.size() + 1);
    }

    void onlyWhatIsAskedForIsWritten() {
        const QString table = m_clips.path("only.csv");
        const Finished done =
            runCli({"report", project(), "--csv", table, "--device", "cpu", "--cache", cache()});
        QVERIFY2(done.ok(), done.summary());
        QCOMPARE(done.out.trimmed(), "written: " + table.toUtf8());
        QVERIFY(QFile::exists(table));
    }

    /// The first segment is shaped, painted on and rendered again: no take made before changes.
    void retouchingLeavesEveryTakeAsItWas() {
        const QString takes = m_clips.path("sample.lipwright-data/takes");
        const auto before = hashesBelow(takes);
        QVERIFY(before.size() >= 2);
        QJsonObject whole = QJsonDocument::fromJson(contents(project())).object();
        QJsonArray segments = whole["segments"].toArray();
        QJsonObject first = segments[0].toObject();
        const int frame = first["frames"].toArray()[0].toInt() + 3;
        first["shape"] = QJsonArray{QJsonObject{{"frame", frame},
                                                {"opening", QJsonArray{2.0, 2.0}},
                                                {"width", QJsonArray{0.0, 0.0}},
                                                {"rounding", QJsonArray{0.0, 0.0}}}};
        first["retouch"] =
            QJsonObject{{"grow", 0.1},
                        {"feather", 0.1},
                        {"colourMatch", 0.5},
                        {"sharpness", 0.0},
                        {"mask", QJsonArray()},
                        {"original", QJsonArray()},
                        {"opacity", QJsonArray{QJsonObject{{"frame", frame}, {"opacity", 0.5}}}}};
        segments[0] = first;
        whole["segments"] = segments;
        QFile file(project());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(whole).toJson()) > 0);
        file.close();
        const Finished done = runCli({"render", project(), "--segments", "1", "--draft", "--device",
                                      "cpu", "--cache", cache()});
        QVERIFY2(done.ok(), done.summary());
        const auto after = hashesBelow(takes);
        QVERIFY(after.size() > before.size());
        for (auto take = before.begin(); take != before.end(); ++take) {
            QCOMPARE(after.value(take.key()), take.value());
        }
        const auto kept = QJsonDocument::fromJson(contents(project())).object();
        QCOMPARE(kept["segments"].toArray()[0].toObject()["shape"], first["shape"]);
    }

    void whatIsWrongIsTold() {
        const Finished nowhere = runCli({"report", m_clips.path("nowhere.lipwright")});
        QVERIFY2(nowhere.exitCode == kBadInput, nowhere.summary());
        const Finished unwritable =
            runCli({"report", project(), "--csv", m_clips.path("none/a.csv"), "--device", "cpu",
                    "--cache", cache()});
        QVERIFY2(unwritable.exitCode == kBadOutput || unwritable.exitCode == kBadInput,
                 unwritable.summary());
        QVERIFY2(unwritable.err.contains("none"), unwritable.summary());
    }

private:
    [[nodiscard]] QString project() const { return m_clips.path("sample.lipwright"); }
    [[nodiscard]] QString cache() const { return m_clips.path("cache"); }

    SampleClips m_clips;
};

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"
