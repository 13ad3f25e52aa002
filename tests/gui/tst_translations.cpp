// The interface is whole in every language: nothing unfinished, nothing missing, and every
// translation has the places and plural forms of its source.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
    bool numerus = false;
};

QList<Message> readMessages(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages << Message{
                context, {}, {}, false, xml.attributes().value("numerus") == QLatin1String("yes")};
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().unfinished =
                xml.attributes().value("type") == QLatin1String("unfinished");
            if (!messages.back().numerus) {
                messages.back().translations << xml.readElementText();
            }
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.back().translations << xml.readElementText();
        }
    }
    return messages;
}

QSet<QString> placesOf(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QSet<QString> places;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        places.insert(found.next().captured());
    }
    return places;
}

QString sourceFile(const QString& language) {
    return QStringLiteral(LIPWRIGHT_SOURCE_FOLDER "/translations/lipwright_%1.ts").arg(language);
}

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void complete_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms");
        QTest::newRow("English") << "en" << 2;
        QTest::newRow("Ukrainian") << "uk" << 3;
    }

    void complete() {
        QFETCH(const QString, language);
        QFETCH(const int, forms);
        const auto messages = readMessages(sourceFile(language));
        QVERIFY(messages.size() > 200);
        for (const Message& message : messages) {
            const QString where = message.context + ": " + message.source;
            // English translates only what has plural forms; the rest is its own source.
            const bool own = language == QLatin1String("en") && !message.numerus;
            QVERIFY2(own || !message.unfinished, qPrintable(where));
            if (own) {
                continue;
            }
            QCOMPARE(message.translations.size(), message.numerus ? forms : 1);
            for (const QString& text : message.translations) {
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(where));
                QSet<QString> missing = placesOf(message.source) - placesOf(text);
                QVERIFY2(missing.isEmpty(),
                         qPrintable(where + " lacks " + QStringList(missing.values()).join(' ')));
            }
        }
    }

    void nothingInTheSourcesIsMissing() {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("lipwright_uk.ts"));
        QVERIFY(QFile::copy(sourceFile(QStringLiteral("uk")), copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LIPWRIGHT_LUPDATE),
                      {"-silent", "-locations", "none", "-no-obsolete", "-I",
                       LIPWRIGHT_SOURCE_FOLDER, LIPWRIGHT_SOURCE_FOLDER "/app",
                       LIPWRIGHT_SOURCE_FOLDER "/widgets", "-extensions", "cpp,h", "-ts", copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        for (const Message& message : readMessages(copy)) {
            QVERIFY2(!message.unfinished,
                     qPrintable("new text, run the update-translations target and translate: " +
                                message.context + ": " + message.source));
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
