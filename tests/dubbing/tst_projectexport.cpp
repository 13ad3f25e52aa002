// Exports of a tiny lossless film with a hand-made take, checked by decoding what was written.
#include "engine/core/atomicfile.h"
#include "engine/dubbing/projectexport.h"
#include "engine/dubbing/voicemix.h"
#include "engine/media/audioreader.h"
#include "engine/media/patchfile.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/take.h"
#include "tests/support/process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
namespace fs = std::filesystem;
using core::FrameRange;
using dubbing::ExportPreset;
using testsupport::run;

namespace {

constexpr int kFrames = 50;
constexpr FrameRange kTake{10, 30};

template <typename T>
QByteArray textOf(const core::Result<T>& result) {
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text());
}

/// Per frame of a film: its time and the hash of its samples, by an independent decoder.
QList<QByteArray> frameHashes(const QString& film) {
    QList<QByteArray> frames;
    const auto done = run("ffmpeg", {"-v", "error", "-i", film, "-map", "0:v:0", "-fps_mode",
                                     "passthrough", "-f", "framemd5", "-"});
    for (const QByteArray& line : done.out.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#')) {
            frames.append(line.split(',').last().trimmed());
        }
    }
    return frames;
}

QByteArray probed(const QString& film, const QString& streams, const QString& entries) {
    return run("ffprobe", {"-v", "error", "-select_streams", streams, "-show_entries", entries,
                           "-of", "csv=p=0", film})
        .out;
}

QByteArray frameTimes(const QString& film) {
    return probed(film, "v:0", "frame=best_effort_timestamp_time");
}

float peakOf(const std::vector<float>& samples, double from, double to) {
    float peak = 0.0F;
    for (auto i = static_cast<std::size_t>(from * 48000);
         i < std::min(samples.size(), static_cast<std::size_t>(to * 48000)); ++i) {
        peak = std::max(peak, std::abs(samples[i]));
    }
    return peak;
}

bool hasProblem(const dubbing::ExportPreview& preview, core::ErrorCode code, const char* words) {
    return std::ranges::any_of(preview.problems, [&](const core::Error& error) {
        return error.code == code && error.reason.find(words) != std::string::npos;
    });
}

}  // namespace

class TestProjectExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(ffmpeg({"-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25:duration=2", "-f",
                        "lavfi", "-i", "sine=frequency=300:duration=2", "-pix_fmt", "yuv420p",
                        "-c:v", "ffv1", "-g", "10", "-c:a", "flac", path("film.mkv")}));
        QVERIFY(tone("ukr.wav", 0.25, 440));
        QVERIFY(tone("spa.wav", 0.25, 660));
        QVERIFY(tone("loud.wav", 0.9, 440));
        writeTake();
        makeProject();
    }

    void init() { QVERIFY(QDir(m_dir.path()).mkpath("out")); }
    void cleanup() { QVERIFY(QDir(path("out")).removeRecursively()); }

    void onlyTheTakeChanges() {
        const auto done = exported(settings());
        QVERIFY2(done.has_value(), textOf(done));
        QCOMPARE(done->frames, kFrames);
        QCOMPARE(done->changedFrames, kTake.length());
        const auto before = frameHashes(path("film.mkv"));
        const auto after = frameHashes(path("out/film-ukr.mkv"));
        QCOMPARE(before.size(), kFrames);
        QCOMPARE(after.size(), before.size());
        for (int i = 0; i < kFrames; ++i) {
            QVERIFY2((before[i] != after[i]) == kTake.contains(i), qPrintable(QString::number(i)));
        }
        QCOMPARE(frameTimes(path("out/film-ukr.mkv")), frameTimes(path("film.mkv")));
    }

    void soundsAndTagsAreThere() {
        QVERIFY(exported(settings()));
        const QString film = path("out/film-ukr.mkv");
        QCOMPARE(probed(film, "a", "stream=index:stream_tags=language:stream_disposition=default"),
                 QByteArray("1,1,ukr\n2,0\n"));
        const QByteArray tags =
            run("ffprobe", {"-v", "error", "-show_entries", "format_tags", film}).out;
        QVERIFY2(tags.contains("Olena Test, 2026-11-21, all media"), tags);
        QVERIFY2(tags.contains("Actor 2: not recorded") || !tags.contains("Actor 2"), tags);
    }

    void theReportSaysWhatWasDone() {
        QVERIFY(exported(settings()));
        QFile file(path("out/film-ukr-report.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(report["changedFrames"].toInt(), 20);
        QCOMPARE(report["segments"].toArray().size(), 2);  // the bypassed one is told, too
        QVERIFY(report["segments"].toArray()[0].toObject()["changed"].toBool());
        QVERIFY(!report["segments"].toArray()[1].toObject()["changed"].toBool());
        const auto sums = run("sha256sum", {path("out/film-ukr.mkv")}).out;
        QCOMPARE(report["written"].toObject()["film-ukr.mkv"].toString().toLatin1(), sums.left(64));
        for (const char* ending : {"edl", "csv", "otio"}) {
            QVERIFY2(QFile::exists(path("out/film-ukr-changes.") + ending), ending);
        }
        QCOMPARE(QDir(path("out"))
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                     .size(),
                 5);
    }

    void aRangeIsFrameExact() {
        auto wanted = settings();
        wanted.range = FrameRange{25, 40};
        const auto done = exported(wanted);
        QVERIFY2(done.has_value(), textOf(done));
        QCOMPARE(done->changedFrames, 5);
        const auto before = frameHashes(path("film.mkv"));
        const auto after = frameHashes(path("out/film-ukr.mkv"));
        QCOMPARE(after.size(), 15);
        for (int i = 0; i < 15; ++i) {
            QVERIFY2((before[25 + i] != after[i]) == (i < 5), qPrintable(QString::number(i)));
        }
        QVERIFY(frameTimes(path("out/film-ukr.mkv")).startsWith("0.000000"));
    }

    void everyLanguageGetsItsFilm() {
        auto wanted = settings();
        wanted.languages = {"ukr", "spa"};
        std::int64_t last = 0;
        std::int64_t total = 0;
        const auto done =
            dubbing::exportProject(m_project, takes(), wanted, {}, [&](const core::Progress& part) {
                if (part.stage == "export") {
                    QVERIFY(part.done > last);
                    last = part.done;
                    total = part.total;
                }
            });
        QVERIFY2(done.has_value(), textOf(done));
        QCOMPARE(last, 2 * kFrames);
        QCOMPARE(total, 2 * kFrames);
        // No Spanish segment: the film's own picture, another voice.
        QCOMPARE(frameHashes(path("out/film-spa.mkv")), frameHashes(path("film.mkv")));
        QVERIFY(frameHashes(path("out/film-ukr.mkv")) != frameHashes(path("film.mkv")));
    }

    void onlyWhatIsApprovedWhenAsked() {
        auto wanted = settings();
        wanted.approvedOnly = true;
        QCOMPARE(exported(wanted)->changedFrames, 0);
        wanted.overwrite = true;
        m_project.segments[0].status = project::SegmentStatus::approved;
        QCOMPARE(exported(wanted)->changedFrames, kTake.length());
        m_project.segments[0].status = project::SegmentStatus::rendered;
    }

    void patchesCarryTheirMask() {
        auto wanted = settings();
        wanted.preset = ExportPreset::patches;
        const auto done = exported(wanted);
        QVERIFY2(done.has_value(), textOf(done));
        const QDir folder(path("out/film-ukr-patches"));
        QCOMPARE(folder.entryList({"*.png"}).size(), 20);
        QFile file(folder.filePath("positions.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject first =
            QJsonDocument::fromJson(file.readAll()).array().first().toObject();
        QCOMPARE(first["frame"].toInt(), 10);
        QCOMPARE(first["x"].toInt(), 100);
        QCOMPARE(first["y"].toInt(), 80);
        const QByteArray rgba =
            run("ffmpeg", {"-v", "error", "-i", folder.filePath(first["file"].toString()), "-f",
                           "rawvideo", "-pix_fmt", "rgba", "-"})
                .out;
        QCOMPARE(rgba.size(), 64 * 48 * 4);
        QCOMPARE(rgba.first(4), QByteArray("\xC8\x14\x1E\x00", 4));  // outside of the mask
        const qsizetype middle = (24 * 64 + 32) * 4;
        QCOMPARE(rgba.mid(middle, 4), QByteArray("\xC8\x14\x1E\xFF", 4));
        QVERIFY(!exported(wanted));  // it is there now
        wanted.overwrite = true;
        QVERIFY2(exported(wanted), "a folder can be replaced");
    }

    void voicesMixWithOffsetAndGain() {
        auto first = m_project.dubs[0];
        auto second = m_project.dubs[0];
        second.offsetMicroseconds = 500'000;
        second.gainDecibels = -6.0206;
        const auto mix = dubbing::mixVoices({first, second}, 2.0, path("out").toStdString());
        QVERIFY2(mix.has_value(), textOf(mix));
        QVERIFY(mix->note.empty());
        const auto samples = media::readMono(mix->path, 48000);
        QVERIFY(samples.has_value());
        QCOMPARE(samples->size(), std::size_t{96000});
        // 440 Hz shifted by 220 whole periods: the two add up.
        QVERIFY2(std::abs(peakOf(*samples, 0.1, 0.45) - 0.25F) < 0.005F,
                 QByteArray::number(peakOf(*samples, 0.1, 0.45)));
        QVERIFY2(std::abs(peakOf(*samples, 0.55, 1.9) - 0.375F) < 0.005F,
                 QByteArray::number(peakOf(*samples, 0.55, 1.9)));
    }

    void aMixThatWouldClipIsLowered() {
        auto loud = m_project.dubs[0];
        loud.media.path = path("loud.wav").toStdString();
        const auto mix = dubbing::mixVoices({loud, loud}, 2.0, path("out").toStdString());
        QVERIFY2(mix.has_value(), textOf(mix));
        QVERIFY2(mix->note.find("lowered by 5.1 dB") != std::string::npos, mix->note.c_str());
        const auto samples = media::readMono(mix->path, 48000);
        const float peak = peakOf(*samples, 0.0, 2.0);
        QVERIFY2(peak > 0.99F && peak < 1.0F, QByteArray::number(peak));
    }

    void oneUnchangedVoiceIsNotCopied() {
        const auto mix = dubbing::mixVoices({m_project.dubs[0]}, 2.0, path("out").toStdString());
        QCOMPARE(mix->path, m_project.dubs[0].media.path);
    }

    void soloWinsOverMute() {
        project::Project project = m_project;
        project.dubs.push_back(project.dubs[0]);
        project.dubs.back().id = 20;
        QCOMPARE(dubbing::heardTracks(project, "ukr").size(), std::size_t{2});
        project.dubs.back().solo = true;
        QCOMPARE(dubbing::heardTracks(project, "ukr").front().id, project::Id{20});
        project.dubs.back().solo = false;
        project.dubs.back().muted = true;
        QCOMPARE(dubbing::heardTracks(project, "ukr").front().id, m_project.dubs[0].id);
    }

    void existingFilesStay_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("the film") << "film-ukr.mkv";
        QTest::newRow("the report") << "film-ukr-report.json";
        QTest::newRow("a change list") << "film-ukr-changes.otio";
    }

    void existingFilesStay() {
        QFETCH(QString, name);
        const auto there = path("out/" + name).toStdString();
        QVERIFY(core::writeFileAtomically(there, "mine"));
        const auto done = exported(settings());
        QVERIFY(!done);
        QCOMPARE(done.error().code, core::ErrorCode::invalidArgument);
        QCOMPARE(*core::readSmallFile(there), std::string("mine"));
        QCOMPARE(QDir(path("out")).entryList(QDir::Files | QDir::Hidden).size(), 1);
        auto wanted = settings();
        wanted.overwrite = true;
        QVERIFY(exported(wanted));
        QVERIFY(*core::readSmallFile(there) != "mine");
    }

    void theFilmIsNeverReplaced() {
        auto wanted = settings();
        wanted.folder = m_dir.path().toStdString();
        wanted.overwrite = true;
        project::Project project = m_project;
        QVERIFY(QFile::copy(path("film.mkv"), path("own-ukr.mkv")));
        project.film.media.path = path("own-ukr.mkv").toStdString();
        wanted.stem = "own";
        const auto preview = dubbing::previewExport(project, takes(), wanted);
        QVERIFY(hasProblem(preview, core::ErrorCode::invalidArgument, "own files"));
        QVERIFY(!dubbing::exportProject(project, takes(), wanted));
        QCOMPARE(frameHashes(path("own-ukr.mkv")), frameHashes(path("film.mkv")));
    }

    void cancelLeavesNothing() {
        std::stop_source source;
        const auto stopEarly = [&source](const core::Progress& part) {
            if (part.stage == "export" && part.done == 5) {
                source.request_stop();
            }
        };
        for (const ExportPreset preset : {ExportPreset::ffv1, ExportPreset::patches}) {
            source = {};
            auto wanted = settings();
            wanted.preset = preset;
            const auto done =
                dubbing::exportProject(m_project, takes(), wanted, source.get_token(), stopEarly);
            QVERIFY(!done);
            QCOMPARE(done.error().code, core::ErrorCode::cancelled);
            QVERIFY(
                QDir(path("out")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        }
    }

    void thePreviewNamesProblems() {
        const auto found = [&](auto change) {
            project::Project project = m_project;
            auto wanted = settings();
            change(project, wanted);
            return dubbing::previewExport(project, takes(), wanted);
        };
        using core::ErrorCode;
        const auto good = found([](auto&, auto&) {});
        QVERIFY2(good.problems.empty(),
                 good.problems.empty() ? "" : good.problems.front().text().c_str());
        QVERIFY(QDir(path("out")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QCOMPARE(good.files.size(), std::size_t{1});
        QVERIFY(good.files[0].estimatedBytes > 10'000 && good.freeBytes > 0);
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.film.media.path.clear(); }),
                           ErrorCode::noVideo, "no film"));
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.film.media.path = "/nowhere.mkv"; }),
                           ErrorCode::fileNotFound, "film is not there"));
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.dubs[0].media.path = "/nowhere.wav"; }),
                           ErrorCode::fileNotFound, "voice is not there"));
        QVERIFY(hasProblem(found([](auto&, auto& s) { s.folder = "/no/such/folder"; }),
                           ErrorCode::fileNotFound, "no such folder"));
        QVERIFY(hasProblem(found([](auto&, auto& s) { s.folder = "/proc/self"; }),
                           ErrorCode::accessDenied, "nothing can be written"));
        QVERIFY(hasProblem(found([](auto&, auto& s) { s.languages.clear(); }),
                           ErrorCode::invalidArgument, "no language"));
        QVERIFY(hasProblem(found([](auto&, auto& s) { s.languages = {"../x"}; }),
                           ErrorCode::invalidArgument, "will not do"));
        QVERIFY(hasProblem(found([](auto&, auto& s) {
                               s.range = FrameRange{60, 70};
                           }),
                           ErrorCode::invalidArgument, "no frame"));
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.dubs[0].muted = true; }),
                           ErrorCode::noAudio, "muted"));
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.segments[0].takes[0].folder = "gone"; }),
                           ErrorCode::fileNotFound, "take is not there"));
        QVERIFY(hasProblem(found([](auto& p, auto&) { p.film.frameCount = 49; }),
                           ErrorCode::damagedMedia, "not the one"));
    }

    void thePreviewWarns() {
        project::Project project = m_project;
        project.segments[0].frames = {5, 30};
        project.segments[0].takes[0].quality = project::TakeQuality::draft;
        project.cast[0].consent.reset();
        project::Segment bare;
        bare.id = 30;
        bare.dubTrack = project.dubs[0].id;
        bare.frames = {44, 48};
        project.segments.push_back(bare);
        std::string all;
        for (const auto& warning : dubbing::previewExport(project, takes(), settings()).warnings) {
            all += warning + "\n";
        }
        for (const char* words : {"1 segment has no take", "1 segment shows a draft",
                                  "1 take does not cover", "no consent is recorded for Olena"}) {
            QVERIFY2(all.find(words) != std::string::npos, all.c_str());
        }
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] fs::path takes() const { return path("takes").toStdString(); }
    static bool ffmpeg(const QStringList& arguments) {
        return run("ffmpeg", QStringList{"-v", "error", "-y"} + arguments).ok();
    }
    [[nodiscard]] bool tone(const QString& name, double level, int hertz) const {
        return ffmpeg({"-f", "lavfi", "-i",
                       QString("aevalsrc=%1*sin(%2*2*PI*t):s=48000:d=2").arg(level).arg(hertz),
                       path(name)});
    }

    [[nodiscard]] dubbing::ExportSettings settings() const {
        dubbing::ExportSettings value;
        value.preset = ExportPreset::ffv1;
        value.languages = {"ukr"};
        value.folder = path("out").toStdString();
        value.stem = "film";
        value.cache = path("cache").toStdString();
        return value;
    }

    [[nodiscard]] core::Result<dubbing::ExportOutcome> exported(
        const dubbing::ExportSettings& wanted) const {
        return dubbing::exportProject(m_project, takes(), wanted);
    }

    void writeTake() {
        const fs::path folder = takes() / "a";
        fs::create_directories(folder);
        synthesis::Take take;
        take.engine = "warped 1";
        take.firstFrame = kTake.first;
        take.filmSize = {320, 240};
        take.patchSize = {64, 48};
        auto writer =
            media::PatchWriter::create(synthesis::chunkPath(folder, 0), take.patchSize, 8);
        QVERIFY2(writer.has_value(), textOf(writer));
        media::Patch patch{cv::Mat(48, 64, CV_8UC3, cv::Scalar(200, 20, 30)),
                           cv::Mat(48, 64, CV_8UC1, cv::Scalar(0))};
        patch.alpha(cv::Rect(16, 12, 32, 24)).setTo(255);
        for (std::int64_t i = 0; i < kTake.length(); ++i) {
            QVERIFY(writer->write(patch));
            synthesis::FramePlan plan;
            plan.position = {100, 80};
            take.frames.push_back(plan);
        }
        QVERIFY(writer->finish());
        QVERIFY(
            core::writeFileAtomically(folder / synthesis::kTakeSidecar, synthesis::toJson(take)));
    }

    void makeProject() {
        m_project.film.media.path = path("film.mkv").toStdString();
        m_project.film.frameCount = kFrames;
        m_project.cast = {
            {0, "Olena", project::Consent{"Olena Test", "2026-11-21", "all media", ""}}};
        project::DubTrack voice;
        voice.id = 1;
        voice.name = "ukr";
        voice.language = "ukr";
        voice.media.path = path("ukr.wav").toStdString();
        m_project.dubs.push_back(voice);
        voice.id = 2;
        voice.name = voice.language = "spa";
        voice.media.path = path("spa.wav").toStdString();
        m_project.dubs.push_back(voice);
        project::Take take;
        take.id = 11;
        take.folder = "a";
        take.frames = kTake;
        take.engine = "warped 1";
        project::Segment segment;
        segment.id = 10;
        segment.dubTrack = 1;
        segment.frames = kTake;
        segment.status = project::SegmentStatus::rendered;
        segment.takes = {take};
        segment.activeTake = 11;
        m_project.segments.push_back(segment);
        segment.id = 12;
        segment.frames = {20, 40};
        segment.status = project::SegmentStatus::bypass;
        m_project.segments.push_back(segment);
        m_project.nextId = 40;
    }

    QTemporaryDir m_dir;
    project::Project m_project;
};

QTEST_GUILESS_MAIN(TestProjectExport)
#include "tst_projectexport.moc"
