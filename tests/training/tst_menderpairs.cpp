#include "engine/core/atomicfile.h"
#include "engine/training/dataset/menderpairs.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright;
using namespace lipwright::training;

class TestMenderPairs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badClipsAreRecordedAndSkipped() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        QVERIFY(core::writeFileAtomically(root / "text.mp4", "this is no film").has_value());
        QVERIFY(core::writeFileAtomically(
                    root / "table.tsv",
                    "id\tfile\tsplit\tspeaker\tlanguage\tgenuine\tlicence_class\n"
                    "a\ttext.mp4\ttrain\ts1\ten\tyes\tA\n"
                    "b\tgone.mp4\ttrain\ts1\ten\tyes\tA\n"
                    "c\tgone.mp4\ttrain\ts1\ten\tyes\tA\n"         // the third of a speaker
                    "d\tgone.mp4\ttrain\ts2\ten\tno\tA\n"          // not genuine
                    "lrwar_e\tgone.mp4\ttrain\ts3\tar\tyes\tB\n")  // an isolated word
                    .has_value());
        MenderPairOptions options;
        options.clipsPerSpeaker = 2;
        const auto first = buildMenderPairs(root / "table.tsv", root / "out", options);
        QVERIFY2(first.has_value(), first ? "" : first.error().text().c_str());
        QCOMPARE(first->clips, std::int64_t{2});
        QCOMPARE(first->skipped, std::int64_t{2});
        const auto index = readIndex(root / "out");
        QVERIFY(index.has_value());
        QCOMPARE(index->clips.size(), std::size_t{2});
        QVERIFY(!index->clips[0].skipped.empty() && !index->clips[1].skipped.empty());
        const auto second = buildMenderPairs(root / "table.tsv", root / "out", options);
        QVERIFY(second.has_value());
        QCOMPARE(second->reused, std::int64_t{2});
    }
};

QTEST_GUILESS_MAIN(TestMenderPairs)
#include "tst_menderpairs.moc"
