// Engines compared from the command line: what is written, that the figures are plausible on a film
// whose truth is known, and that finished work is not done again.
#include "tests/support/files.h"
#include "tests/support/process.h"
#include "tests/support/sampleclips.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <cmath>

using lipwright::testsupport::contents;
using lipwright::testsupport::Finished;
using lipwright::testsupport::kUsage;
using lipwright::testsupport::parsed;
using lipwright::testsupport::runCli;
using lipwright::testsupport::SampleClips;
using lipwright::testsupport::write;

class TestCliEvaluate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A small picture, for speed; only the sound of the second speaker is needed.
    void initTestCase() {
        const QString small = m_clips.derived("small.mp4", {"-vf", "scale=432:-2", "-c:a", "copy"});
        QVERIFY(!small.isEmpty() && !m_clips.voice().isEmpty());
        QVERIFY(write(m_clips.path("manifest.tsv"),
                      "id\tfile\tsplit\tspeaker\tduration_s\n"
                      "one\tsmall.mp4\ttest\tann\t3.0\n"
                      "two\tvoice.wav\ttest\tbob\t3.0\n"));
        const Finished done = evaluate();
        QVERIFY2(done.ok() && done.out.contains("Masked PSNR"), done.summary());
        m_results = parsed(contents(file("results.json")));
        m_measures = m_results["clips"][0]["engines"]["warped"]["measures"].toObject();
    }

    void everythingIsWritten() {
        QCOMPARE(m_results["clips"].toArray().size(), 1);
        QCOMPARE(m_results["clips"][0]["voice"].toString(), QString("two"));
        QCOMPARE(m_results["clips"][0]["engines"]["warped"]["problem"].toString(), QString());
        const QByteArray page = contents(file("index.html"));
        QCOMPARE(page.count("data:image/jpeg"), 6);  // three strips, original and engine
        QVERIFY(page.contains("wanted ≥ 20"));
        QCOMPARE(contents(file("results.csv")).trimmed().split('\n').size(), 2);
        const auto left =
            QDir(m_clips.path("out"))
                .entryList(QDir::Hidden | QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(left,
                 (QStringList{"cache", "index.html", "pictures", "results.csv", "results.json"}));
    }

    void figuresArePlausible_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* name, double low, double high) {
            QTest::newRow(name) << QString(name) << low << high;
        };
        row("reconstruction.psnr", 15.0, 60.0);
        row("reconstruction.mse", 0.01, 2000.0);
        row("reconstruction.ssim", 0.5, 1.0);
        row("reconstruction.ssim_crop96", 0.7, 1.0);
        row("reconstruction.ssim_crop", 0.7, 1.0);
        row("reconstruction.perceptual", 0.01, 3.0);
        row("reconstruction.changed_outside", 0.0, 0.0);
        row("crossdub.changed_outside", 0.0, 0.0);
        row("crossdub.changed_inside", 1000.0, 1e9);
        row("crossdub.same_frames", 1.0, 1.0);
        row("crossdub.same_format", 1.0, 1.0);
        row("crossdub.sharpness_ratio", 0.5, 2.0);
        row("crossdub.flicker_ratio", 0.5, 2.0);
        row("crossdub.border_ratio", 0.5, 2.0);
        row("crossdub.identity", 0.0, 0.8);
        row("crossdub.following", 0.3, 1.0);
        row("crossdub.old_opening", -1.0, 0.7);
        row("crossdub.expert_loss", 0.001, 6.91);
        row("crossdub.judge_lse_c", 0.0, 2.0);
        row("closure.closed", 0.0, 1.0);
        row("closure.bilabials", 5.0, 60.0);
        row("crossdub.frames_per_second", 0.5, 2000.0);
        row("crossdub.peak_megabytes", 50.0, 8000.0);
    }

    void figuresArePlausible() {
        QFETCH(QString, name);
        QFETCH(double, low);
        QFETCH(double, high);
        QVERIFY2(m_measures[name].isDouble(), QJsonDocument(m_measures).toJson());
        const double value = m_measures[name].toDouble();
        QVERIFY2(value >= low && value <= high, QByteArray::number(value));
    }

    void theFootageItselfIsMeasured() {
        const QJsonObject baseline = m_results["clips"][0]["baseline"].toObject();
        for (const char* name : {"real.expert_loss", "real.judge_lse_c", "undubbed.expert_loss"}) {
            QVERIFY2(baseline[name].isDouble(), name);
        }
    }

    void finishedWorkIsNotDoneAgain() {
        const QDateTime before = QFileInfo(file("results.json")).lastModified();
        const QByteArray json = contents(file("results.json"));
        QVERIFY(QFile::remove(file("index.html")));
        const Finished again = evaluate();
        QVERIFY2(again.ok(), again.summary());
        QCOMPARE(QFileInfo(file("results.json")).lastModified(), before);
        QCOMPARE(contents(file("results.json")), json);
        QVERIFY(QFile::exists(file("index.html")));
    }

    void whatMakesNoSenseIsRefused() {
        const Finished engine = evaluate({"--engines", "knitted"});
        QVERIFY2(engine.exitCode == kUsage && engine.err.contains("knitted"), engine.summary());
        const Finished id = runCli({"evaluate", m_clips.path("manifest.tsv"), "--out",
                                    m_clips.path("out"), "--ids", "three"});
        QVERIFY2(id.exitCode == kUsage && id.err.contains("three"), id.summary());
    }

private:
    [[nodiscard]] QString file(const QString& name) const { return m_clips.path("out/" + name); }

    Finished evaluate(const QStringList& more = {"--engines", "warped"}) const {
        return runCli(QStringList{"evaluate", m_clips.path("manifest.tsv"), "--out",
                                  m_clips.path("out"), "--ids", "one", "--device", "cpu"} +
                      more);
    }

    SampleClips m_clips;
    QJsonObject m_results;
    QJsonObject m_measures;
};

QTEST_GUILESS_MAIN(TestCliEvaluate)
#include "tst_cli_evaluate.moc"
