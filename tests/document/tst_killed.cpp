// A program that is killed at a random moment while it edits and renders loses no edit older than
// the autosave interval and no take that was finished.
#include "engine/dubbing/analysiscache.h"
#include "engine/synthesis/take.h"
#include "tests/document/documentfixture.h"
#include "tests/support/sampleclips.h"

#include <QDateTime>
#include <QProcess>
#include <QRandomGenerator>
#include <set>

using namespace lipwright;
using app::ProjectDocument;
namespace fs = std::filesystem;

namespace {

constexpr int kRounds = 10;
constexpr qint64 kAutosave = 1000;  ///< the child's interval, milliseconds
constexpr qint64 kMargin = 1000;    ///< for the write itself, on a busy machine

struct Account {
    std::map<int, qint64> edits;  ///< number -> when
    std::set<std::string> takes;
    qint64 killed = 0;
};

}  // namespace

class TestKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(!m_clips.film().isEmpty() && !m_clips.voice().isEmpty());
        const dubbing::AnalysisCache cache(m_clips.path("cache").toStdString());
        const auto film = cache.film(m_clips.film().toStdString());
        QVERIFY(film && cache.faces(m_clips.film().toStdString(), film->index));
    }

    void nothingFinishedIsLost_data() {
        QTest::addColumn<int>("seed");
        for (int i = 0; i < kRounds; ++i) {
            QTest::addRow("%d, %s, %s", i, i % 2 == 0 ? "never saved" : "saved",
                          i < 5 ? "with takes" : "edits alone")
                << i;
        }
    }

    void nothingFinishedIsLost() {
        QFETCH(int, seed);
        const bool named = seed % 2 == 1;
        const QTemporaryDir folder;
        const fs::path autosaves = folder.filePath("autosaves").toStdString();
        const fs::path file = folder.filePath("film.lipwright").toStdString();
        const Account account =
            runAndKill(seed, seed < 5 ? 0 : -1, autosaves, named ? file : fs::path());
        QVERIFY(!account.edits.empty());

        test::OpenDocument open(autosaves);
        std::vector<ProjectDocument::Recovery> offers;
        connect(&open.document, &ProjectDocument::recoveryOffered, this,
                [&](const auto& recovery) { offers.push_back(recovery); });
        if (named) {
            QCOMPARE(open.open(file), std::string());
        } else {
            offers = open.document.recoverable();
            const bool late = account.edits.rbegin()->second - account.edits.begin()->second >
                              kAutosave + kMargin;
            QVERIFY(!offers.empty() || (!late && account.takes.empty()));
        }
        if (!offers.empty()) {
            QCOMPARE(open.recover(offers[0]), std::string());
            QVERIFY(open.document.modified());
        }
        check(open.document, account);
    }

    void aTakeTheDocumentNeverHeardOfIsAdopted_data() {
        QTest::addColumn<bool>("named");
        QTest::newRow("never saved") << false;
        QTest::newRow("saved") << true;
    }

    void aTakeTheDocumentNeverHeardOfIsAdopted() {
        QFETCH(bool, named);
        const QTemporaryDir folder;
        const fs::path autosaves = folder.filePath("autosaves").toStdString();
        const fs::path file = folder.filePath("film.lipwright").toStdString();
        const Account account = runAndKill(3, 5, autosaves, named ? file : fs::path());
        QCOMPARE(account.takes.size(), std::size_t{5});
        test::OpenDocument open(autosaves);
        std::vector<ProjectDocument::Recovery> offers;
        connect(&open.document, &ProjectDocument::recoveryOffered, this,
                [&](const auto& recovery) { offers.push_back(recovery); });
        QSignalSpy adopted(&open.document, &ProjectDocument::takesAdopted);
        if (named) {
            QCOMPARE(open.open(file), std::string());
        } else {
            offers = open.document.recoverable();
            QCOMPARE(offers.size(), std::size_t{1});
        }
        if (!offers.empty()) {  // none when it had just saved: then opening has adopted the take
            adopted.clear();
            QCOMPARE(open.recover(offers[0]), std::string());
        }
        QCOMPARE(adopted.count(), 1);
        QVERIFY(adopted[0][0].toInt() >= 1);
        check(open.document, account);
    }

    void cleanupTestCase() {
        qInfo("%d edits, %d takes over all; the oldest edit lost was %lld ms old", m_edits, m_takes,
              static_cast<long long>(m_oldestLost));
        QVERIFY(m_takes > 0);
    }

private:
    Account runAndKill(int seed, int lastTake, const fs::path& autosaves, const fs::path& file) {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(LIPWRIGHT_EDITING_CHILD,
                    {QString::fromStdString(autosaves.string()),
                     file.empty() ? QStringLiteral("-") : QString::fromStdString(file.string()),
                     m_clips.film(), m_clips.voice(), m_clips.path("cache"),
                     qEnvironmentVariable("LIPWRIGHT_MODELS"), QString::number(seed),
                     QString::number(lastTake)});
        QByteArray output;
        while (!output.contains("ready\n") && child.waitForReadyRead(30000)) {
            output += child.readAllStandardOutput();
        }
        QRandomGenerator random(static_cast<quint32>(seed + 100));
        const qint64 end = QDateTime::currentMSecsSinceEpoch() + 500 + random.bounded(4000) +
                           (lastTake > 0 ? 10000 : 0);
        while (child.state() != QProcess::NotRunning && QDateTime::currentMSecsSinceEpoch() < end) {
            (void)child.waitForReadyRead(5);
            output += child.readAllStandardOutput();
        }
        child.kill();
        Account account;
        account.killed = QDateTime::currentMSecsSinceEpoch();
        (void)child.waitForFinished();
        output += child.readAllStandardOutput();
        for (const QByteArray& line : output.split('\n')) {
            const auto words = line.split(' ');
            if (words.size() == 3 && words[0] == "edit") {
                account.edits[words[1].toInt()] = words[2].toLongLong();
            } else if (words.size() == 3 && words[0] == "take") {
                account.takes.insert(words[2].toStdString());
            }
        }
        return account;
    }

    void check(ProjectDocument& document, const Account& account) {
        const project::Project& project = document.project();
        const auto problems = project::invariants(project);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems[0].c_str());
        std::set<int> kept;
        for (const project::Marker& marker : project.markers) {
            kept.insert(std::stoi(marker.name));
        }
        for (const auto& [number, when] : account.edits) {
            if (!kept.contains(number)) {
                const qint64 age = account.killed - when;
                m_oldestLost = std::max(m_oldestLost, age);
                QVERIFY2(age <= kAutosave + kMargin, qPrintable(QString::number(age)));
            }
        }
        std::set<std::string> takes;
        for (const project::Segment& segment : project.segments) {
            for (const project::Take& take : segment.takes) {
                takes.insert(take.folder.string());
                QVERIFY(synthesis::TakeReader::open(document.takeFolder() / take.folder));
            }
        }
        for (const std::string& take : account.takes) {
            QVERIFY2(takes.contains(take), take.c_str());
        }
        m_edits += static_cast<int>(account.edits.size());
        m_takes += static_cast<int>(account.takes.size());
    }

    testsupport::SampleClips m_clips;
    int m_edits = 0;
    int m_takes = 0;
    qint64 m_oldestLost = 0;
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
