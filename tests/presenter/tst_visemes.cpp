#include "app/presenter/sentences.h"
#include "app/presenter/visemes.h"

#include <QTest>

using namespace lipwright::presenter;

class TestVisemes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesGiveVisemes_data() {
        QTest::addColumn<QByteArray>("ipa");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("closes");
        QTest::newRow("m") << QByteArray("m") << 1 << true;
        QTest::newRow("long vowel") << QByteArray("iː") << 1 << false;
        QTest::newRow("diphthong") << QByteArray("eɪ") << 2 << false;
        QTest::newRow("affricate") << QByteArray("tʃ") << 2 << false;
        QTest::newRow("aspirated p") << QByteArray("pʰ") << 1 << true;
        QTest::newRow("pause") << QByteArray("") << 1 << false;
        QTest::newRow("broken UTF-8") << QByteArray("\xC9") << 1 << false;
    }

    void namesGiveVisemes() {
        QFETCH(QByteArray, ipa);
        QFETCH(int, count);
        QFETCH(bool, closes);
        const std::vector<Viseme> visemes = visemesOf(ipa.toStdString());
        QCOMPARE(static_cast<int>(visemes.size()), count);
        QCOMPARE(visemes.front().closesLips, closes);
    }

    void roundedVowelsAreNarrowOpenOnesOpen() {
        const MouthPose u = visemesOf("uː").front().pose;
        const MouthPose a = visemesOf("ɑː").front().pose;
        const MouthPose i = visemesOf("iː").front().pose;
        QVERIFY(u.width < -0.5F && u.rounding > 0.5F && i.width > 0.5F);
        QVERIFY(a.opening > 2.0F * i.opening && a.opening > 2.0F * u.opening);
    }

    void lipsCloseBetweenOpenVowels() {
        const std::vector<lipwright::voice::Phoneme> phonemes = {
            {0.0, 0.2, "ɑː"}, {0.2, 0.28, "b"}, {0.28, 0.5, "ɑː"}};
        const MouthTrack track(phonemes, 0.5, 1.0F);
        for (double t = 0.205; t < 0.245; t += 0.005) {
            QCOMPARE(track.at(t).opening, 0.0F);
        }
        QVERIFY(track.at(0.1).opening > 0.1F && track.at(0.40).opening > 0.1F);
        QVERIFY(track.at(0.23).jaw > 0.0F);
    }

    void theMouthMovesWithoutJumps() {
        const std::vector<lipwright::voice::Phoneme> phonemes = {
            {0.0, 0.1, ""}, {0.1, 0.2, "m"}, {0.2, 0.35, "aɪ"}, {0.35, 0.4, "p"}, {0.4, 0.6, "uː"}};
        const MouthTrack track(phonemes, 0.8, 1.0F);
        for (double t = 0.0; t < 0.79; t += 0.01) {
            const MouthPose a = track.at(t);
            const MouthPose b = track.at(t + 0.01);
            QVERIFY(std::abs(a.opening - b.opening) < 0.09F);
            QVERIFY(std::abs(a.width - b.width) < 0.35F);
        }
        QVERIFY(track.at(0.0).opening < 0.03F && track.at(5.0).opening < 0.03F);
    }

    void sentencesAreSplit() {
        const auto sentences = splitSentences("One. Two!  Three?\nFour...");
        QCOMPARE(sentences.size(), std::size_t{4});
        QVERIFY(splitSentences(" .. \n").empty());
        QVERIFY(!sentencesOf("pl").empty() && !sentencesOf("en-us").empty());
        QVERIFY(sentencesOf("xx").empty());
    }
};

QTEST_GUILESS_MAIN(TestVisemes)
#include "tst_visemes.moc"
