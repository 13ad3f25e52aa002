// The language of a voice by its file's name.
#include "app/session/filelanguage.h"

#include <QtTest>

using lipwright::app::languageInFileName;

class TestFileLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void guesses_data() {
        QTest::addColumn<QString>("stem");
        QTest::addColumn<QString>("language");
        QTest::newRow("three letters") << "film_ukr"
                                       << "ukr";
        QTest::newRow("two letters, upper case") << "Reel1-ES"
                                                 << "spa";
        QTest::newRow("a word") << "interview ukrainian final"
                                << "ukr";
        QTest::newRow("the last counts") << "en_to_fr"
                                         << "fra";
        QTest::newRow("a number behind") << "dub.de.2"
                                         << "deu";
        QTest::newRow("first word is a name") << "it"
                                              << "";
        QTest::newRow("first word in full") << "german_v2"
                                            << "deu";
        QTest::newRow("inside of a word") << "film_spanning"
                                          << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("other letters") << "фільм_uk"
                                       << "ukr";
    }

    void guesses() {
        QFETCH(const QString, stem);
        QFETCH(const QString, language);
        QCOMPARE(QString::fromStdString(languageInFileName(stem.toStdString())), language);
    }
};

QTEST_GUILESS_MAIN(TestFileLanguage)
#include "tst_filelanguage.moc"
