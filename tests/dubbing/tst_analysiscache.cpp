// What is found out about media once: made, found again, made again when damaged.
#include "engine/dubbing/analysiscache.h"
#include "engine/face/analysisfile.h"
#include "engine/media/frameindexfile.h"
#include "engine/media/sealedfile.h"
#include "tests/support/sampleclips.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <fstream>

using namespace lipwright;
namespace fs = std::filesystem;
using dubbing::AnalysisCache;

namespace {

fs::path onlyFile(const fs::path& folder, const std::string& kind) {
    fs::path found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with(kind)) {
            found = entry.path();
        }
    }
    return found;
}

void damage(const fs::path& path) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(40);
    file.put('\x7f').put('\x01');
}

fs::path modelsFolder() {
    return qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString();
}

}  // namespace

class TestAnalysisCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        m_film = m_clips.film().toStdString();
    }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = AnalysisCache(fs::path(m_folder->filePath("not yet/there").toStdString()));
    }

    void theFilmIsIndexedOnce() {
        const auto made = m_cache.film(m_film);
        QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
        QCOMPARE(made->index->frameCount(), std::int64_t{75});
        QCOMPARE(made->info.video.at(0).frameCount, std::int64_t{75});
        QVERIFY(made->fingerprint.starts_with("fp1:"));
        // An index that can only come from the file tells a hit from indexing again.
        const fs::path file = onlyFile(m_cache.folder(), "index");
        auto entries = made->index->entries();
        entries.pop_back();
        QVERIFY(media::saveFrameIndex(file, {made->index->timeBase(), entries}).has_value());
        QCOMPARE(m_cache.film(m_film)->index->frameCount(), std::int64_t{74});
        damage(file);
        const auto mended = m_cache.film(m_film);
        QCOMPARE(mended->index->frameCount(), std::int64_t{75});
        QCOMPARE((*media::loadFrameIndex(file, m_film))->frameCount(), std::int64_t{75});
    }

    void theHeaderAloneTellsTheSame() {
        const auto made = m_cache.film(m_film);
        const auto found = m_cache.film(m_film);
        QVERIFY(made && found);
        QCOMPARE(found->info.notes, made->info.notes);
        QCOMPARE(found->info.video.at(0).startTime, made->info.video.at(0).startTime);
        QCOMPARE(found->info.video.at(0).pixelFormat, made->info.video.at(0).pixelFormat);
        QCOMPARE(found->info.audio.size(), made->info.audio.size());
        QCOMPARE(found->info.duration, made->info.duration);
    }

    void aMovedFilmIsKnown() {
        QVERIFY(m_cache.film(m_film).has_value());
        const fs::path moved = m_folder->filePath("moved.mp4").toStdString();
        fs::copy_file(m_film, moved);
        QVERIFY(m_cache.film(moved).has_value());
        QCOMPARE(std::distance(fs::directory_iterator(m_cache.folder()), fs::directory_iterator()),
                 std::ptrdiff_t{1});
    }

    void soundIsListenedToOnce() {
        const auto wave = m_cache.waveform(m_film);
        const auto activity = m_cache.voiceActivity(m_film);
        QVERIFY(wave && activity);
        QVERIFY(std::ranges::count(*activity, std::uint8_t{1}) > 50);
        QVERIFY(std::abs((*wave)->seconds() - 3.0) < 0.2);
        const fs::path file = onlyFile(m_cache.folder(), "activity");
        media::SealedWriter other("activity", 1);
        other.bytes(std::vector<std::uint8_t>{1, 0, 1});
        QVERIFY(std::move(other).save(file).has_value());
        QCOMPARE(m_cache.voiceActivity(m_film)->size(), std::size_t{3});
        damage(onlyFile(m_cache.folder(), "waveform"));
        damage(file);
        QCOMPARE(*m_cache.voiceActivity(m_film), *activity);
        QCOMPARE((*m_cache.waveform(m_film))->levels(), (*wave)->levels());
    }

    void facesAreLookedForOnce() {
        const auto film = m_cache.film(m_film);
        const auto faces = m_cache.faces(m_film, film->index);
        QVERIFY2(faces.has_value(), faces ? "" : faces.error().text().c_str());
        QVERIFY(!(*faces)->tracks.empty());
        const fs::path file = onlyFile(m_cache.folder(), "faces");
        face::FaceAnalysis other = **faces;
        other.tracks[0].observations[0].brightness = 12.5F;
        QVERIFY(face::saveAnalysis(file, other).has_value());
        const auto found = m_cache.faces(m_film, film->index);
        QCOMPARE((*found)->tracks[0].observations[0].brightness, 12.5F);

        const auto confidence =
            m_cache.originalConfidence(m_film, film->index, **faces, modelsFolder());
        QVERIFY2(confidence.has_value(), confidence ? "" : confidence.error().text().c_str());
        QCOMPARE(confidence->values.size(), std::size_t{75});
        QVERIFY(std::ranges::count_if(confidence->values,
                                      [](float value) { return !std::isnan(value); }) > 20);
        std::stop_source stopped;
        stopped.request_stop();  // a hit needs no work that could be stopped
        const auto again = m_cache.originalConfidence(m_film, film->index, **faces, modelsFolder(),
                                                      stopped.get_token());
        QVERIFY(again.has_value());
        QVERIFY(std::ranges::equal(again->values, confidence->values, [](float a, float b) {
            return a == b || (std::isnan(a) && std::isnan(b));
        }));
    }

    void aFilmWithoutSoundHasNoConfidence() {
        const QString mute = m_clips.derived("mute.mp4", {"-an", "-c:v", "copy"});
        const auto film = m_cache.film(mute.toStdString());
        QVERIFY(film.has_value());
        const auto confidence =
            m_cache.originalConfidence(mute.toStdString(), film->index, {}, modelsFolder());
        QVERIFY(!confidence.has_value());
        QVERIFY(confidence.error().code == core::ErrorCode::noAudio);
    }

    void whatIsStoppedIsNotKept() {
        std::stop_source stop;
        stop.request_stop();
        const auto film = m_cache.film(m_film);
        const auto faces = m_cache.faces(m_film, film->index, stop.get_token());
        QVERIFY(!faces && faces.error().code == core::ErrorCode::cancelled);
        QVERIFY(!m_cache.voiceActivity(m_film, stop.get_token()).has_value());
        QVERIFY(!m_cache.waveform(m_film, 0, stop.get_token()).has_value());
        QCOMPARE(std::distance(fs::directory_iterator(m_cache.folder()), fs::directory_iterator()),
                 std::ptrdiff_t{1});
    }

    void aCacheThatCanNotBeWrittenDoesNoHarm() {
        const fs::path file = m_folder->filePath("a file").toStdString();
        std::ofstream(file) << "not a folder";
        const AnalysisCache cache(file / "cache");
        QVERIFY(cache.film(m_film).has_value());
        QCOMPARE(cache.bytes(), std::int64_t{0});
    }

    void theOldestGoFirst() {
        QVERIFY(m_cache.film(m_film) && m_cache.waveform(m_film) && m_cache.voiceActivity(m_film));
        const fs::path oldest = onlyFile(m_cache.folder(), "waveform");
        fs::last_write_time(oldest, fs::file_time_type::clock::now() - std::chrono::hours(5));
        std::ofstream(m_cache.folder() / "notes.txt") << "not the cache's";
        const std::int64_t before = m_cache.bytes();
        const auto freed = m_cache.shrinkTo(before - 1);
        QVERIFY(freed.has_value());
        QVERIFY(!fs::exists(oldest));
        QVERIFY(!onlyFile(m_cache.folder(), "index").empty());
        QCOMPARE(m_cache.bytes(), before - *freed);
        QVERIFY(m_cache.shrinkTo(0).has_value());
        QCOMPARE(m_cache.bytes(), std::int64_t{0});
        QVERIFY(fs::exists(m_cache.folder() / "notes.txt"));
    }

private:
    testsupport::SampleClips m_clips;
    fs::path m_film;
    std::unique_ptr<QTemporaryDir> m_folder;
    AnalysisCache m_cache{fs::path()};
};

QTEST_GUILESS_MAIN(TestAnalysisCache)
#include "tst_analysiscache.moc"
