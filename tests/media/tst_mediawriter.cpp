// A written film is its source in every respect but the pictures given to it.
#include "engine/media/audioreader.h"
#include "engine/media/mediawriter.h"
#include "engine/media/videoreader.h"
#include "tests/media/clips.h"

#include <opencv2/core.hpp>
#include <sys/mount.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using namespace lipwright::media;
using namespace lipwright::test;

namespace {

/// Copies every frame (of the range) of `source` to `target`.
core::Result<void> copyFilm(const std::filesystem::path& source,
                            const std::filesystem::path& target, WriterOptions options) {
    auto reader = VideoReader::open(source);
    if (!reader) {
        return core::passOn(reader);
    }
    auto writer = MediaWriter::create(target, reader->info(), options);
    if (!writer) {
        return core::passOn(writer);
    }
    for (;;) {
        auto frame = reader->next();
        if (!frame) {
            return core::passOn(frame);
        }
        if (!*frame) {
            return writer->finish();
        }
        if (options.range && !options.range->contains((*frame)->time())) {
            continue;
        }
        if (auto written = writer->write(**frame); !written) {
            return written;
        }
    }
}

QString tagsOf(const QString& path) {
    return probed(path, {"-select_streams", "v:0", "-show_entries",
                         "stream=width,height,pix_fmt,color_range,color_space,color_transfer,"
                         "color_primaries,sample_aspect_ratio:stream_side_data=rotation"})
        .join(' ');
}

}  // namespace

class TestMediaWriter : public QObject {
    Q_OBJECT

private:
    Clips m_clips;

private Q_SLOTS:
    void initTestCase();
    void keepsTimesAndTags_data();
    void keepsTimesAndTags();
    void losslessIsBitExact_data();
    void losslessIsBitExact();
    void tracksKeepLanguages_data();
    void tracksKeepLanguages();
    void soundStaysInPlace_data();
    void soundStaysInPlace();
    void rangeStartsAtZero();
    void sameInputSameBytes();
    void metadataSurvives();
    void nothingIsLeftWithoutFinish();
    void impossibleOutputsAreRefused();
    void fullDiskIsReported();
};

void TestMediaWriter::initTestCase() {
    if (!Clips::available()) {
        QSKIP("the ffmpeg command is not installed");
    }
    const QStringList x264{"-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-g", "15"};
    const QStringList tags{"-color_primaries", "bt709", "-color_trc",   "bt709",
                           "-colorspace",      "bt709", "-color_range", "tv"};
    const QStringList picture = movingPicture("160x120", "30000/1001", 2);
    const QStringList tone{"-f", "lavfi", "-i",
                           "aevalsrc=exprs='if(between(t,0.5,0.501),0.8,0)':s=48000:d=2"};
    QVERIFY(
        m_clips.make("plain.mp4", picture + tone + x264 + tags +
                                      QStringList{"-pix_fmt", "yuv420p", "-vf", "setsar=4/3",
                                                  "-c:a", "aac", "-metadata:s:a", "language=fra"}));
    QVERIFY(m_clips.make(
        "vfr.mp4",
        picture + QStringList{"-vf", "select='not(mod(n,3))+eq(mod(n,7),1)'", "-vsync", "vfr"} +
            x264 + QStringList{"-pix_fmt", "yuv420p"}));
    QVERIFY(m_clips.make("ten.mp4",
                         picture + x264 +
                             QStringList{"-pix_fmt", "yuv422p10le", "-color_primaries", "bt2020",
                                         "-color_trc", "smpte2084", "-colorspace", "bt2020nc"}));
    QVERIFY(m_clips.make("turned.mp4", QStringList{"-i", m_clips.path("vfr.mp4"), "-c", "copy",
                                                   "-metadata:s:v", "rotate=90"}));
    QVERIFY(m_clips.make("late.mp4", QStringList{"-itsoffset", "0.24"} + picture + tone + x264 +
                                         QStringList{"-pix_fmt", "yuv420p"}));
    QVERIFY(m_clips.make("click.wav", tone));
    for (const QString format : {"yuv420p", "yuv422p10le", "yuv444p", "nv12", "gbrp"}) {
        QVERIFY(
            m_clips.make(format + ".nut", movingPicture("101x67", "25", 1) +
                                              QStringList{"-c:v", "rawvideo", "-pix_fmt", format}));
    }
}

void TestMediaWriter::keepsTimesAndTags_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::newRow("cfr mp4") << "plain.mp4"
                             << "a.mp4";
    QTest::newRow("cfr mov") << "plain.mp4"
                             << "a.mov";
    QTest::newRow("vfr") << "vfr.mp4"
                         << "b.mp4";
    QTest::newRow("10 bit HDR tags") << "ten.mp4"
                                     << "c.mp4";
    QTest::newRow("turned vfr") << "turned.mp4"
                                << "d.mov";
    QTest::newRow("late picture") << "late.mp4"
                                  << "e.mp4";
}

void TestMediaWriter::keepsTimesAndTags() {
    QFETCH(QString, source);
    QFETCH(QString, target);
    const auto info = probe(m_clips.file(source));
    QVERIFY(info);
    WriterOptions options;
    const auto codec = codecFor(m_clips.file(target), info->video[0]);
    QVERIFY(codec);
    options.codec = *codec;
    const auto copied = copyFilm(m_clips.file(source), m_clips.file(target), options);
    QVERIFY2(copied, copied ? "" : copied.error().text().c_str());
    const QStringList stamps = presentedTimestamps(m_clips.path(source));
    QVERIFY(stamps.size() > 20);
    QCOMPARE(presentedTimestamps(m_clips.path(target)), stamps);
    QCOMPARE(tagsOf(m_clips.path(target)), tagsOf(m_clips.path(source)));
    const auto written = probe(m_clips.file(target));
    QVERIFY(written);
    QCOMPARE(written->video[0].timeBase, info->video[0].timeBase);
    QCOMPARE(written->video[0].variableRate, info->video[0].variableRate);
    QCOMPARE(written->video[0].quarterTurns, info->video[0].quarterTurns);
}

void TestMediaWriter::losslessIsBitExact_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("target");
    for (const char* const format : {"yuv420p", "yuv422p10le", "yuv444p", "nv12", "gbrp"}) {
        QTest::newRow(format) << format << "mkv";
    }
    QTest::newRow("nut") << "yuv420p"
                         << "nut";
}

void TestMediaWriter::losslessIsBitExact() {
    QFETCH(QString, format);
    QFETCH(QString, target);
    const QString source = format + ".nut";
    const QString copy = format + "-copy." + target;
    WriterOptions options;
    options.codec = VideoCodec::ffv1;
    const auto copied = copyFilm(m_clips.file(source), m_clips.file(copy), options);
    QVERIFY2(copied, copied ? "" : copied.error().text().c_str());
    // The reference is the ffmpeg command's own decoding, in the source's pixel format.
    const QString common = format == "nv12" ? "yuv420p" : format;
    for (const QString& name : {source, copy}) {
        QVERIFY(m_clips.make(name + ".md5",
                             {"-i", m_clips.path(name), "-pix_fmt", common, "-f", "md5"}));
    }
    QFile first(m_clips.path(source + ".md5"));
    QFile second(m_clips.path(copy + ".md5"));
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readAll(), first.readAll());
}

void TestMediaWriter::tracksKeepLanguages_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("copy");
    QTest::newRow("mp4 encode") << "tracks.mp4" << false;
    QTest::newRow("mp4 copy") << "tracks2.mp4" << true;
    QTest::newRow("mkv encode") << "tracks.mkv" << false;
}

void TestMediaWriter::tracksKeepLanguages() {
    QFETCH(QString, target);
    QFETCH(bool, copy);
    WriterOptions options;
    options.audio = {{m_clips.file("click.wav"), 0, "ukr", false, true},
                     {m_clips.file("plain.mp4"), 0, "", copy, false}};
    const auto copied = copyFilm(m_clips.file("plain.mp4"), m_clips.file(target), options);
    QVERIFY2(copied, copied ? "" : copied.error().text().c_str());
    const auto info = probe(m_clips.file(target));
    QVERIFY(info);
    QCOMPARE(info->audio.size(), std::size_t(2));
    QCOMPARE(info->audio[0].language, std::string("ukr"));
    QCOMPARE(info->audio[1].language, std::string("fra"));
    QCOMPARE(info->audio[0].sampleRate, 48000);
}

void TestMediaWriter::soundStaysInPlace_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("copy");
    QTest::newRow("aac") << "plain.mp4"
                         << "sound.mp4" << false;
    QTest::newRow("copied aac") << "plain.mp4"
                                << "sound2.mp4" << true;
    QTest::newRow("flac") << "plain.mp4"
                          << "sound.mkv" << false;
    QTest::newRow("late picture") << "late.mp4"
                                  << "sound3.mp4" << false;
}

void TestMediaWriter::soundStaysInPlace() {
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(bool, copy);
    WriterOptions options;
    options.audio = {{m_clips.file(source), 0, "", copy, true}};
    const auto copied = copyFilm(m_clips.file(source), m_clips.file(target), options);
    QVERIFY2(copied, copied ? "" : copied.error().text().c_str());
    const auto before = readMono(m_clips.file(source), 48000);
    const auto after = readMono(m_clips.file(target), 48000);
    QVERIFY(before && after);
    const auto loudest = [](const std::vector<float>& samples) {
        return std::max_element(samples.begin(), samples.end()) - samples.begin();
    };
    QVERIFY(std::abs(loudest(*before) - loudest(*after)) <= 8);
    const auto info = probe(m_clips.file(target));
    const double end = info->video[0].startTime.seconds() + 2.002;
    QVERIFY(double(after->size()) / 48000 <= end + 0.03);
}

void TestMediaWriter::rangeStartsAtZero() {
    WriterOptions options;
    const core::TimeBase base{1, 30000};
    options.range = core::TimeRange{{10 * 1001, base}, {40 * 1001, base}};
    options.audio = {{m_clips.file("plain.mp4"), 0, "", false, true}};
    const auto copied = copyFilm(m_clips.file("plain.mp4"), m_clips.file("range.mp4"), options);
    QVERIFY2(copied, copied ? "" : copied.error().text().c_str());
    const auto info = probe(m_clips.file("range.mp4"));
    QVERIFY(info);
    QCOMPARE(info->video[0].frameCount, std::int64_t(30));
    QCOMPARE(info->video[0].startTime.value, std::int64_t(0));
    const auto sound = readMono(m_clips.file("range.mp4"), 48000);
    QVERIFY(sound);
    const auto loudest = std::max_element(sound->begin(), sound->end()) - sound->begin();
    QVERIFY(std::abs(loudest - std::llround((0.5 - 10 * 1001 / 30000.0) * 48000)) < 60);
    QVERIFY(std::abs(double(sound->size()) / 48000 - 30 * 1001 / 30000.0) < 0.03);
}

void TestMediaWriter::sameInputSameBytes() {
    QList<QByteArray> files;
    for (const QString name : {"same1", "same2"}) {
        for (const QString ending : {".mp4", ".mkv"}) {
            WriterOptions options;
            options.audio = {{m_clips.file("click.wav"), 0, "ukr", false, true}};
            QVERIFY(copyFilm(m_clips.file("plain.mp4"), m_clips.file(name + ending), options));
            QFile file(m_clips.path(name + ending));
            QVERIFY(file.open(QIODevice::ReadOnly));
            files.append(file.readAll());
        }
    }
    QVERIFY(files[0] == files[2]);
    QVERIFY(files[1] == files[3]);
}

void TestMediaWriter::metadataSurvives() {
    for (const QString name : {"meta.mp4", "meta.mov", "meta.mkv"}) {
        WriterOptions options;
        options.metadata = {{"provenance", "synthetic mouth"}, {"title", "A film"}};
        QVERIFY(copyFilm(m_clips.file("plain.mp4"), m_clips.file(name), options));
        const QStringList tags = probed(m_clips.path(name), {"-show_entries", "format_tags"});
        QVERIFY2(tags.contains("synthetic mouth") && tags.contains("A film"),
                 qPrintable(tags.join('|')));
    }
}

void TestMediaWriter::nothingIsLeftWithoutFinish() {
    QTemporaryDir folder;
    const auto target =
        std::filesystem::path(folder.filePath("Фільм з пробілами.mp4").toStdString());
    {
        auto reader = VideoReader::open(m_clips.file("plain.mp4"));
        QVERIFY(reader);
        auto writer = MediaWriter::create(target, reader->info(), {});
        QVERIFY(writer);
        QVERIFY(writer->write(*reader->frame(0)));
        QVERIFY(!writer->write(*reader->frame(0)));  // not later than the last
        QVERIFY(!std::filesystem::exists(target));
    }
    QCOMPARE(QDir(folder.path())
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                 .size(),
             0);
    QVERIFY(copyFilm(m_clips.file("plain.mp4"), target, {}));
    QVERIFY(std::filesystem::exists(target));
}

void TestMediaWriter::impossibleOutputsAreRefused() {
    const auto info = probe(m_clips.file("turned.mp4"));
    QVERIFY(info);
    const VideoStreamInfo& turned = info->video[0];
    QVERIFY(!codecFor("a.xyz", turned));
    QVERIFY(!MediaWriter::create(m_clips.file("turned.mkv"), turned, {}));
    QCOMPARE(MediaWriter::create(m_clips.file("none/a.mp4"), turned, {}).error().code,
             core::ErrorCode::fileNotFound);
    WriterOptions options;
    options.codec = VideoCodec::proRes;
    const auto refused = MediaWriter::create(m_clips.file("a.mov"), turned, options);
    QVERIFY(!refused);
    QVERIFY2(refused.error().text().find("libx264") != std::string::npos,
             refused.error().text().c_str());
    options.codec = VideoCodec::ffv1;
    QVERIFY(!MediaWriter::create(m_clips.file("a.mp4"), turned, options));
    if (::geteuid() == 0) {
        QSKIP("root can write to every folder; tst_cli_badinput uses a read-only disk");
    }
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
    QCOMPARE(MediaWriter::create(folder.filePath("a.mp4").toStdString(), turned, {}).error().code,
             core::ErrorCode::accessDenied);
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestMediaWriter::fullDiskIsReported() {
    QTemporaryDir folder;
    const QByteArray place = folder.path().toUtf8();
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=64k") != 0) {
        QSKIP("mounting a small disk needs the right to");
    }
    WriterOptions options;
    options.codec = VideoCodec::ffv1;
    const auto written =
        copyFilm(m_clips.file("plain.mp4"), folder.filePath("a.mkv").toStdString(), options);
    const int left = int(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size());
    ::umount(place.constData());
    QVERIFY(!written);
    QVERIFY2(written.error().code == core::ErrorCode::diskFull, written.error().text().c_str());
    QCOMPARE(left, 0);
}

QTEST_GUILESS_MAIN(TestMediaWriter)
#include "tst_mediawriter.moc"
