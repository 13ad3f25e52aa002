#include "engine/core/atomicfile.h"
#include "engine/training/dataset/datasetbuilder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using namespace lipwright::training;

namespace {

const char* const kHeader = "id\tfile\tsplit\tspeaker\tlanguage\tgenuine\tlicence_class\n";

std::filesystem::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

void write(const std::filesystem::path& file, const std::string& text) {
    QVERIFY(core::writeFileAtomically(file, text).has_value());
}

}  // namespace

class TestDatasetBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badClipsAreRecordedAndSkipped() {
        QTemporaryDir folder;
        write(pathOf(folder) / "text.mp4", "this is no film");
        write(pathOf(folder) / "empty.mp4", "");
        write(pathOf(folder) / "table.tsv", std::string(kHeader) +
                                                "a\ttext.mp4\ttrain\ts1\ten\tyes\tA\n"
                                                "b\tempty.mp4\ttrain\ts1\ten\tyes\tA\n"
                                                "c\tgone.mp4\ttest\ts2\ten\tno\tB\n");
        const auto out = pathOf(folder) / "out";
        const auto first = buildDataset(pathOf(folder) / "table.tsv", out);
        QVERIFY2(first.has_value(), first ? "" : first.error().text().c_str());
        QCOMPARE(first->clips, std::int64_t{3});
        QCOMPARE(first->skipped, std::int64_t{3});
        const auto index = readIndex(out);
        QVERIFY(index.has_value());
        QCOMPARE(index->clips.size(), std::size_t{3});
        for (const ClipRecord& clip : index->clips) {
            QVERIFY(!clip.skipped.empty());
            QVERIFY(!std::filesystem::exists(out / clip.file()));
        }
        QCOMPARE(index->clips[2].genuine, false);
        const auto second = buildDataset(pathOf(folder) / "table.tsv", out);
        QVERIFY(second.has_value());
        QCOMPARE(second->reused, std::int64_t{3});
    }

    void stopsWhenAsked() {
        QTemporaryDir folder;
        write(pathOf(folder) / "table.tsv",
              std::string(kHeader) + "a\tgone.mp4\ttrain\ts1\ten\tyes\tA\n");
        std::stop_source stop;
        stop.request_stop();
        const auto built = buildDataset(pathOf(folder) / "table.tsv", pathOf(folder) / "out", {},
                                        stop.get_token());
        QVERIFY(!built.has_value());
        QCOMPARE(built.error().code, core::ErrorCode::cancelled);
    }

    void refusesBadTables_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("column missing") << "id\tfile\nx\ty\n";
        QTest::newRow("short row") << QString(kHeader) + "a\tb.mp4\n";
        QTest::newRow("id with a slash")
            << QString(kHeader) + "../a\tb.mp4\ttrain\ts\ten\tyes\tA\n";
    }
    void refusesBadTables() {
        QFETCH(QString, text);
        QTemporaryDir folder;
        write(pathOf(folder) / "table.tsv", text.toStdString());
        const auto built = buildDataset(pathOf(folder) / "table.tsv", pathOf(folder) / "out");
        QVERIFY(!built.has_value());
        QCOMPARE(built.error().code, core::ErrorCode::invalidArgument);
        QVERIFY(built.error().place.find("table.tsv") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDatasetBuilder)
#include "tst_datasetbuilder.moc"
