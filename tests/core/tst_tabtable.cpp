// Tab-separated tables with a header line.
#include "engine/core/tabtable.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QtTest>

using lipwright::core::readTabTable;

class TestTabTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsAreReadByColumn() {
        const auto rows = read("a\tb\r\n1\t2\r\n\n3\t\n");
        QVERIFY(rows && rows->size() == 2);
        QCOMPARE((*rows)[0].fields.at("b"), std::string("2"));
        QCOMPARE((*rows)[1].fields.at("b"), std::string());
        QVERIFY((*rows)[1].place.ends_with("line 4"));
    }

    void whatIsMissingIsNamed() {
        const auto column = read("a\tc\n1\t2\n");
        QVERIFY(!column && column.error().reason.find("'b'") != std::string::npos);
        const auto field = read("a\tb\n1\t2\n3\n");
        QVERIFY(!field && field.error().place.ends_with("line 3"));
        QVERIFY(!readTabTable(m_folder.filePath("none").toStdString(), {}));
    }

private:
    auto read(const QByteArray& text) -> decltype(readTabTable({}, {})) {
        const QString file = m_folder.filePath("table.tsv");
        if (!lipwright::testsupport::write(file, text)) {
            qFatal("the table can not be written");
        }
        return readTabTable(file.toStdString(), {"a", "b"});
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTabTable)
#include "tst_tabtable.moc"
