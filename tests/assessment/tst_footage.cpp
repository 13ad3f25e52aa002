// The table of clips, the choice among them, and whose voice each gets.
#include "engine/assessment/footage.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace lipwright::assessment;

namespace {

const std::vector<Clip> kClips{{"a1", "a1.mp4", "ann", 4.0},
                               {"a2", "a2.mp4", "ann", 9.0},
                               {"b1", "b1.mp4", "bob", 1.0},
                               {"c1", "c1.mp4", "cem", 5.0},
                               {"b2", "b2.mp4", "bob", 6.0}};

using Indices = std::vector<std::size_t>;

}  // namespace

class TestFootage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theVoiceIsAnothersAndLongEnough() {
        QCOMPARE(voiceFor(kClips, 0)->id, std::string("c1"));  // b1 is too short for it
        QCOMPARE(voiceFor(kClips, 2)->id, std::string("c1"));
        QCOMPARE(voiceFor(kClips, 3)->id, std::string("b2"));
        QCOMPARE(voiceFor(kClips, 1)->id, std::string("b2"));  // the longest: none is long enough
        QVERIFY(voiceFor(std::span(kClips).first(2), 0) == nullptr);
    }

    void fewClipsAreOfManySpeakers() {
        QCOMPARE(chooseClips(kClips, {}).value(), (Indices{0, 1, 3, 4}));
        QCOMPARE(chooseClips(kClips, {{}, 0, true}).value(), (Indices{0, 1, 2, 3, 4}));
        QCOMPARE(chooseClips(kClips, {{}, 3, false}).value(), (Indices{0, 3, 4}));
        QCOMPARE(chooseClips(kClips, {std::vector<std::string>{"b1", "a2"}, 0, false}).value(),
                 (Indices{1, 2}));
    }

    void anUnknownIdIsRefused() {
        const auto chosen = chooseClips(kClips, {{"zoe"}, 0, false});
        QVERIFY(!chosen && chosen.error().reason.find("zoe") != std::string::npos);
    }

    void theTableIsReadAndChecked() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("manifest.tsv");
        const QByteArray head = "id\tspeaker\tfile\tsplit\tduration_s\n";
        QVERIFY(lipwright::testsupport::write(
            file, head + "x\tann\tc/x.mp4\ttest\t2.5\r\ny\tbob\ty.mp4\ttrain\t3\n"));
        const auto clips = readClips(file.toStdString(), "test");
        QVERIFY(clips && clips->size() == 1);
        QCOMPARE(clips->front().file,
                 std::filesystem::path(folder.path().toStdString()) / "c/x.mp4");
        QCOMPARE(clips->front().seconds, 2.5);

        QVERIFY(lipwright::testsupport::write(file, head + "../x\tann\tx.mp4\ttest\t2.5\n"));
        QVERIFY(!readClips(file.toStdString(), "test"));
        QVERIFY(lipwright::testsupport::write(file, "id\tfile\n"));
        const auto refused = readClips(file.toStdString(), "test");
        QVERIFY(!refused && refused.error().reason.find("split") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFootage)
#include "tst_footage.moc"
