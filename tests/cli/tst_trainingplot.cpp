// The picture of a training's log: which columns are drawn, and what a broken log is answered with.
#include "app/cli/plot/trainingplot.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using lipwright::cli::writeTrainingPlot;
using lipwright::core::ErrorCode;

namespace {

constexpr QRgb kScore = 0xff000000;
constexpr QRgb kFirst = 0xff0072b2;  // of the columns beside the score, and of the loss
constexpr QRgb kSecond = 0xffd55e00;
constexpr int kLossTop = 470;

int count(const QImage& image, int top, int bottom, QRgb colour) {
    int result = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            result += image.pixel(x, y) == colour ? 1 : 0;
        }
    }
    return result;
}

}  // namespace

class TestTrainingPlot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawsLossAndScores() {
        const QImage plot = drawn(
            "aucWords,clips,loss,score,seconds,step\n"
            "0.6,19,7.1,1.2,10,100\n0.7,19,5.5,1.3,20,200\n,19,5.0,1.4,30,300\n");
        QCOMPARE(plot.size(), QSize(1200, 700));
        QVERIFY(count(plot, 0, kLossTop, kScore) > 200);  // beyond 1, but it is the score
        QVERIFY(count(plot, 0, kLossTop, kFirst) > 100);
        QVERIFY(count(plot, kLossTop, 700, kFirst) > 200);
        QCOMPARE(count(plot, 0, 700, kSecond), 0);  // 19 clips are no score
    }

    void oneValidationIsEnough() {
        const QImage plot = drawn("aucWords,loss,score,step\n0.6,7.1,0.5,100\n");
        QVERIFY(count(plot, kLossTop, 700, kFirst) > 5);
    }

    void brokenLogsAreRefused_data() {
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("loss,step\n");
        QTest::newRow("no log") << QByteArray("hello\nworld\n");
    }

    void brokenLogsAreRefused() {
        QFETCH(QByteArray, log);
        write(log);
        const auto written = writeTrainingPlot(path("log.csv"), path("bad.png"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::unsupportedMedia);
        QVERIFY(!QFile::exists(m_folder.filePath("bad.png")));
    }

    void aFolderThatIsNotThereIsNamed() {
        write("loss,step\n1,2\n");
        const auto written = writeTrainingPlot(path("log.csv"), path("gone/log.png"));
        QVERIFY(!written);
        QVERIFY(written.error().place.find("gone") != std::string::npos);
    }

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    void write(const QByteArray& log) const {
        QFile file(m_folder.filePath("log.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(log) == log.size());
    }
    [[nodiscard]] QImage drawn(const QByteArray& log) const {
        write(log);
        const auto written = writeTrainingPlot(path("log.csv"), path("log.png"));
        return written ? QImage(m_folder.filePath("log.png")) : QImage();
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestTrainingPlot)
#include "tst_trainingplot.moc"
