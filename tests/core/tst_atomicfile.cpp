#include "engine/core/atomicfile.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using lipwright::core::AtomicFile;
using lipwright::core::ErrorCode;
using lipwright::core::readSmallFile;
using lipwright::core::writeFileAtomically;

namespace {
std::size_t entriesOf(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}
}  // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = std::filesystem::path(m_folder->path().toStdString()) / "ім'я with spaces.json";
    }

    void appearsOnlyOnCommit() {
        auto file = AtomicFile::create(m_path);
        QVERIFY(file.has_value());
        std::ofstream(file->temporaryPath()) << "new";
        QVERIFY(!std::filesystem::exists(m_path));
        QVERIFY(file->commit().has_value());
        QCOMPARE(*readSmallFile(m_path), std::string("new"));
        QCOMPARE(entriesOf(m_path.parent_path()), std::size_t{1});
    }

    void leavesNothingWithoutCommit() {
        {
            auto file = AtomicFile::create(m_path);
            QVERIFY(file.has_value());
            std::ofstream(file->temporaryPath()) << "half";
        }
        QCOMPARE(entriesOf(m_path.parent_path()), std::size_t{0});
    }

    void keepsTheOldFileWhenAbandoned() {
        QVERIFY(writeFileAtomically(m_path, "old").has_value());
        {
            auto file = AtomicFile::create(m_path);
            std::ofstream(file->temporaryPath()) << "half";
        }
        QCOMPARE(*readSmallFile(m_path), std::string("old"));
    }

    void keepsTheExtensionForMediaWriters() {
        auto file = AtomicFile::create(m_path);
        QCOMPARE(file->temporaryPath().extension().string(), std::string(".json"));
    }

    void refusesAMissingFolder() {
        const auto file = AtomicFile::create(m_path.parent_path() / "absent" / "file.json");
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::fileNotFound);
        QVERIFY(file.error().text().find("absent") != std::string::npos);
    }

    void refusesAFolderAsTarget() {
        const auto file = AtomicFile::create(m_path.parent_path());
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::invalidArgument);
    }

    void tellsThatTheDiskIsFull() {
        const auto error =
            lipwright::core::errorFromErrno(ENOSPC, "film.mp4", "can not write the file");
        QCOMPARE(error.code, ErrorCode::diskFull);
        QVERIFY(!error.remedy.empty());
    }

    void refusesToReadAFileThatIsTooLarge() {
        QVERIFY(writeFileAtomically(m_path, std::string(100, 'x')).has_value());
        QVERIFY(!readSmallFile(m_path, 99).has_value());
        QVERIFY(readSmallFile(m_path, 100).has_value());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
