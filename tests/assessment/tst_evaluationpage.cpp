// What an evaluation writes: a well-formed page whatever names hold, JSON that can be gone on with,
// a table.
#include "engine/assessment/evaluationpage.h"
#include "engine/assessment/metrics.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace lipwright::assessment;

namespace {

const std::string kHostile = "<script>alert(\"1\")</script>&'";

Results results() {
    Results results{"test", {"warped", kHostile}, {}};
    for (int i = 0; i < 6; ++i) {
        ClipResult& clip = clipOf(results, i == 0 ? kHostile : "clip" + std::to_string(i));
        clip.speaker = kHostile;
        clip.voice = "=cmd()";
        clip.seconds = 3.5;
        clip.madeWith = "stamp";
        clip.baseline = {{"real.expert_loss", 0.5}, {"real.expert_offset", 0.0}};
        for (const std::string& engine : results.engines) {
            clip.engines[engine] = {
                "weights",
                i == 2 ? kHostile : "",
                {{"crossdub.expert_loss", 0.5 + 0.1 * i}, {"reconstruction.psnr", 18.0 + i}}};
        }
    }
    return results;
}

struct Seen {
    int circles = 0;
    int images = 0;
    int scripts = 0;
    QString text;
    QString problem;
};

Seen parse(const std::string& page) {
    Seen seen;
    QXmlStreamReader reader(QByteArray::fromStdString(page));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            seen.circles += reader.name() == QLatin1String("circle") ? 1 : 0;
            seen.images += reader.name() == QLatin1String("img") ? 1 : 0;
            seen.scripts += reader.name() == QLatin1String("script") ? 1 : 0;
        } else if (reader.isCharacters()) {
            seen.text += reader.text();
        }
    }
    seen.problem = reader.errorString();
    return seen;
}

}  // namespace

class TestEvaluationPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePageIsWellFormedWhateverNamesHold() {
        const QTemporaryDir pictures;
        const Seen seen = parse(evaluationPage(results(), pictures.path().toStdString()));
        QVERIFY2(seen.problem.isEmpty(), qPrintable(seen.problem));
        QCOMPARE(seen.scripts, 0);
        QCOMPARE(seen.images, 0);
        QCOMPARE(seen.circles, 2 * 2 * 6);  // metrics, engines, clips
        QVERIFY(seen.text.contains(QString::fromStdString(kHostile)));
        QVERIFY(seen.text.contains("20.50 ✓"));  // mean PSNR: wanted is 20
        QVERIFY(seen.text.contains("1.500 ✗"));   // mean loss ratio: wanted is 1.1
    }

    void contactSheetsAreInside() {
        const QTemporaryDir pictures;
        for (const char* name : {"clip1.original.faces.jpg", "clip1.warped.faces.jpg"}) {
            QVERIFY(lipwright::testsupport::write(pictures.filePath(name), "jpeg"));
        }
        const std::string page = evaluationPage(results(), pictures.path().toStdString());
        QCOMPARE(parse(page).images, 2);
        QVERIFY(page.find("data:image/jpeg;base64,anBlZw==") != std::string::npos);
    }

    void jsonCanBeGoneOnWith() {
        const Results written = results();
        const std::string json = resultsJson(written);
        const auto read = resultsFromJson(json, "results.json");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QCOMPARE(resultsJson(*read), json);
        QCOMPARE(read->clips.size(), written.clips.size());
        QCOMPARE(read->clips[2].engines.at("warped").problem, kHostile);
        QCOMPARE(read->clips[3].engines.at(kHostile).measures,
                 written.clips[3].engines.at(kHostile).measures);
    }

    void foreignJsonIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another format") << QByteArray("{\"format\": \"x\", \"version\": 1}");
        QTest::newRow("wrong types")
            << QByteArray("{\"format\": \"lipwright evaluation\", \"version\": 1, \"split\": 3}");
    }

    void foreignJsonIsRefused() {
        QFETCH(QByteArray, json);
        const auto read = resultsFromJson(json.toStdString(), "results.json");
        QVERIFY(!read && read.error().place == "results.json");
    }

    void whatIsNotANumberIsNull() {
        Results holes = results();
        holes.clips[0].engines["warped"].measures["reconstruction.psnr"] = NAN;
        const auto read = resultsFromJson(resultsJson(holes), "results.json");
        QVERIFY(read &&
                !read->clips[0].engines.at("warped").measures.contains("reconstruction.psnr"));
    }

    void theTableHasARowPerClipAndEngine() {
        const QByteArray csv = QByteArray::fromStdString(resultsCsv(results()));
        const auto lines = csv.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 6 * 2);
        QVERIFY(lines[0].startsWith("id,speaker,voice,seconds,engine,problem,"));
        QVERIFY(csv.contains("\"'=cmd()\""));
    }
};

QTEST_GUILESS_MAIN(TestEvaluationPage)
#include "tst_evaluationpage.moc"
