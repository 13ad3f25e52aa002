// The sound around a stretch is the sound of the whole file there.
#include "engine/evaluation/filmsound.h"
#include "engine/nets/lipsyncexpert.h"
#include "engine/speech/acousticmodel.h"
#include "tests/support/process.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using evaluation::FilmSound;
using evaluation::SoundStretch;

namespace {

constexpr double kSeconds = 30.0;

double largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    double most = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        most = std::max(most, static_cast<double>(std::abs(a[i] - b[i])));
    }
    return most;
}

}  // namespace

class TestFilmSound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const QString file = m_folder.filePath("voice.wav");
        const auto made =
            testsupport::runPresenter({"--seed", "3", "--language", "en", "--seconds",
                                       QString::number(kSeconds), "--audio-only", file});
        QVERIFY2(made.ok(), made.summary().constData());
        m_file = file.toStdString();
        m_whole.emplace(*FilmSound::open(m_file));
        m_acoustics = *speech::AcousticModel::load();
    }

    void aStretchSoundsAsInTheWhole_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("beginning") << -1.0 << 3.0;
        QTest::newRow("middle") << 12.02 << 16.0;
        QTest::newRow("end") << kSeconds - 3.0 << kSeconds + 1.0;
    }

    void aStretchSoundsAsInTheWhole() {
        QFETCH(double, from);
        QFETCH(double, to);
        auto near = FilmSound::openAround(m_file, 0, from, to, m_acoustics);
        QVERIFY2(near.has_value(), near ? "" : near.error().text().c_str());
        const auto there = near->sound();
        const auto whole = m_whole->sound();
        // What is judged looks a shift beyond, where the means take 8 s more into account.
        const SoundStretch a = there.stretch(from - 0.7, to + 0.7);
        const SoundStretch b = whole.stretch(from - 0.7, to + 0.7);
        QCOMPARE(a.startSeconds, b.startSeconds);
        QVERIFY(!a.mel.empty() && !a.phonetic.empty());
        QVERIFY(largestDifference(a.mel, b.mel) < 1e-5);
        QVERIFY(largestDifference(a.phonetic, b.phonetic) < 1e-3);
        const auto means = there.stretch(from - 0.7 - nets::kExpertSoundContext,
                                         to + 0.7 + nets::kExpertSoundContext);
        QCOMPARE(means.mel, whole
                                .stretch(from - 0.7 - nets::kExpertSoundContext,
                                         to + 0.7 + nets::kExpertSoundContext)
                                .mel);
        const auto activeAt = [](const evaluation::SyncSound& sound, double seconds) {
            const auto step = std::llround((seconds - sound.activitySeconds) * 100.0);
            return step >= 0 && step < std::ssize(sound.activity) &&
                   sound.activity[static_cast<std::size_t>(step)] != 0;
        };
        int same = 0;
        int steps = 0;
        for (double at = std::max(0.0, from); at < std::min(to, kSeconds); at += 0.01) {
            same += activeAt(there, at) == activeAt(whole, at) ? 1 : 0;
            ++steps;
        }
        QVERIFY2(same >= steps * 97 / 100, qPrintable(QString("%1 of %2").arg(same).arg(steps)));
    }

    void itKnowsWhereTheFileEnds() {
        const double whole = m_whole->sound().seconds;
        auto near = FilmSound::openAround(m_file, 0, kSeconds - 3.0, kSeconds + 1.0, m_acoustics);
        QVERIFY(std::abs(near->sound().seconds - whole) < 0.02);
        auto beyond =
            FilmSound::openAround(m_file, 0, kSeconds + 60.0, kSeconds + 64.0, m_acoustics);
        QVERIFY2(beyond.has_value(), beyond ? "" : beyond.error().text().c_str());
        QVERIFY(beyond->sound().seconds <= kSeconds + 60.0);
        auto none = FilmSound::openAround(m_file, 3, 0.0, 1.0, m_acoustics);
        QVERIFY(!none && none.error().code == core::ErrorCode::noAudio);
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_file;
    std::optional<FilmSound> m_whole;
    std::shared_ptr<const speech::AcousticModel> m_acoustics;
};

QTEST_GUILESS_MAIN(TestFilmSound)
#include "tst_filmsound.moc"
