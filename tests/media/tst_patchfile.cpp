// Patches come back bit for bit, in any order; damage is noticed.
#include "engine/media/patchfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lipwright;
using namespace lipwright::media;

namespace {

Patch noisePatch(cv::Size size, int bitDepth, std::uint64_t seed) {
    cv::RNG random(seed);
    const int depth = bitDepth > 8 ? CV_16U : CV_8U;
    const int limit = bitDepth > 8 ? 65536 : 256;
    Patch patch{cv::Mat(size, CV_MAKETYPE(depth, 3)), cv::Mat(size, depth)};
    random.fill(patch.rgb, cv::RNG::UNIFORM, 0, limit);
    random.fill(patch.alpha, cv::RNG::UNIFORM, 0, limit);
    return patch;
}

}  // namespace

class TestPatchFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return m_folder.filePath(name).toStdString();
    }

private Q_SLOTS:
    void patchesComeBack_data();
    void patchesComeBack();
    void damageIsNoticed();
    void wrongPatchesAreRefused();
};

void TestPatchFile::patchesComeBack_data() {
    QTest::addColumn<int>("bitDepth");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("8 bit") << 8 << 64 << 48;
    QTest::newRow("16 bit") << 16 << 64 << 48;
    QTest::newRow("odd") << 8 << 37 << 51;
    QTest::newRow("odd 16 bit") << 16 << 37 << 51;
}

void TestPatchFile::patchesComeBack() {
    QFETCH(int, bitDepth);
    QFETCH(int, width);
    QFETCH(int, height);
    const cv::Size size(width, height);
    constexpr int kCount = 20;
    auto writer = PatchWriter::create(file("take.mkv"), size, bitDepth);
    QVERIFY2(writer, writer ? "" : writer.error().text().c_str());
    for (int i = 0; i < kCount; ++i) {
        QVERIFY(writer->write(noisePatch(size, bitDepth, std::uint64_t(i) + 1)));
    }
    QVERIFY(writer->finish());
    auto reader = PatchReader::open(file("take.mkv"));
    QVERIFY2(reader, reader ? "" : reader.error().text().c_str());
    QCOMPARE(reader->count(), std::int64_t(kCount));
    QCOMPARE(reader->size(), size);
    for (const int number : {7, 8, 3, 19, 0, 11}) {
        const auto patch = reader->read(number);
        QVERIFY2(patch, patch ? "" : patch.error().text().c_str());
        const Patch expected = noisePatch(size, bitDepth, std::uint64_t(number) + 1);
        QCOMPARE(cv::norm(patch->rgb, expected.rgb, cv::NORM_INF), 0.0);
        QCOMPARE(cv::norm(patch->alpha, expected.alpha, cv::NORM_INF), 0.0);
    }
    QVERIFY(!reader->read(kCount));
    QVERIFY(!reader->read(-1));
}

void TestPatchFile::damageIsNoticed() {
    const cv::Size size(64, 48);
    auto writer = PatchWriter::create(file("damaged.mkv"), size, 8);
    QVERIFY(writer);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(writer->write(noisePatch(size, 8, std::uint64_t(i) + 1)));
    }
    QVERIFY(writer->finish());
    QFile whole(m_folder.filePath("damaged.mkv"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QByteArray bytes = whole.readAll();
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x21);
    QFile flipped(m_folder.filePath("flipped.mkv"));
    QVERIFY(flipped.open(QIODevice::WriteOnly) && flipped.write(bytes) == bytes.size());
    flipped.close();
    auto reader = PatchReader::open(file("flipped.mkv"));
    QVERIFY(reader);
    int errors = 0;
    for (int i = 0; i < 10; ++i) {
        errors += reader->read(i) ? 0 : 1;
    }
    QCOMPARE(errors, 1);
    QFile cut(m_folder.filePath("cut.mkv"));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes.first(bytes.size() * 2 / 3)) > 0);
    cut.close();
    QVERIFY(!PatchReader::open(file("cut.mkv")));
}

void TestPatchFile::wrongPatchesAreRefused() {
    QVERIFY(!PatchWriter::create(file("a.mkv"), {0, 10}, 8));
    QVERIFY(!PatchWriter::create(file("a.mkv"), {10, 10}, 10));
    QVERIFY(!PatchWriter::create(file("a.mp4"), {10, 10}, 8));
    auto writer = PatchWriter::create(file("a.mkv"), {16, 16}, 8);
    QVERIFY(writer);
    QVERIFY(!writer->write(noisePatch({16, 15}, 8, 1)));
    QVERIFY(!writer->write(noisePatch({16, 16}, 16, 1)));
    QVERIFY(!PatchReader::open(file("none.mkv")));
}

QTEST_GUILESS_MAIN(TestPatchFile)
#include "tst_patchfile.moc"
