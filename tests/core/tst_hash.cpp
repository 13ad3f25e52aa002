#include "engine/core/hash.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using lipwright::core::fingerprintOfFile;
using lipwright::core::sha256;
using lipwright::core::sha256OfFile;

class TestHash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesThePublishedVectors() {  // FIPS 180-2, appendix B
        QCOMPARE(sha256({}),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        const std::string abc = "abc";
        QCOMPARE(sha256(std::as_bytes(std::span(abc))),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void hashesAFileLikeItsBytes() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("data").toStdString();
        const std::string bytes(3'000'000, 'a');
        std::ofstream(path) << bytes;
        QCOMPARE(*sha256OfFile(path), sha256(std::as_bytes(std::span(bytes))));
    }

    void namesAFileThatIsMissing() {
        const auto hash = sha256OfFile("/absent/file");
        QVERIFY(!hash.has_value());
        QVERIFY(hash.error().text().find("/absent/file") != std::string::npos);
    }

    void tellsAFileAgainUnderAnotherName() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("film").toStdString();
        const std::filesystem::path moved = folder.filePath("moved").toStdString();
        for (const std::size_t size : {0U, 1U, 65'536U, 4'194'304U, 4'194'305U, 9'000'001U}) {
            std::string bytes(size, 'a');
            std::ofstream(path, std::ios::binary) << bytes;
            const auto print = fingerprintOfFile(path);
            QVERIFY(print && print->starts_with("fp1:") && print->size() == 68);
            std::filesystem::rename(path, moved);
            QCOMPARE(*fingerprintOfFile(moved), *print);
            std::ofstream(moved, std::ios::binary) << bytes << 'a';
            QVERIFY(*fingerprintOfFile(moved) != *print);  // another size
            for (const std::size_t place : {std::size_t{0}, size - 1}) {
                if (size > 0) {
                    std::string other = bytes;
                    other[place] = 'b';
                    std::ofstream(moved, std::ios::binary) << other;
                    QVERIFY(*fingerprintOfFile(moved) != *print);  // another first or last byte
                }
            }
        }
        const auto absent = fingerprintOfFile("/absent/file");
        QVERIFY(!absent && absent.error().text().find("/absent/file") != std::string::npos);
        QVERIFY(!fingerprintOfFile(folder.path().toStdString()));
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        const auto hash = sha256OfFile("/proc/self/exe", stop.get_token());
        QVERIFY(!hash.has_value());
        QCOMPARE(hash.error().code, lipwright::core::ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestHash)
#include "tst_hash.moc"
