// Frame n is frame n, however it is reached; bad files end in a clear error.
#include "engine/media/videoreader.h"
#include "tests/media/clips.h"

#include <opencv2/core.hpp>

#include <QTest>
#include <random>

using namespace lipwright;
using namespace lipwright::media;
using namespace lipwright::test;

class TestVideoReader : public QObject {
    Q_OBJECT

private:
    Clips m_clips;
    bool m_usable = false;

    void makeClips();

private Q_SLOTS:
    void initTestCase();
    void framesAreTheSameInAnyOrder_data();
    void framesAreTheSameInAnyOrder();
    void indexEqualsWhatIsPresented_data();
    void indexEqualsWhatIsPresented();
    void sizesAreUpright_data();
    void sizesAreUpright();
    void truncatedFilesSayWhere_data();
    void truncatedFilesSayWhere();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void damagedFramesAreNamed();
    void frameAtShowsTheRunningFrame();
    void probeTellsWhatMatters();
};

void TestVideoReader::initTestCase() {
    m_usable = Clips::available();
    if (!m_usable) {
        QSKIP("the ffmpeg command is not installed");
    }
    makeClips();
}

void TestVideoReader::makeClips() {
    const QStringList picture = movingPicture("162x122", "30000/1001", 3);
    const QStringList x264{"-c:v", "libx264", "-preset", "veryfast", "-threads", "2"};
    QVERIFY(m_clips.make("cfr.mp4", picture + x264 +
                                        QStringList{"-g", "40", "-bf", "3", "-pix_fmt", "yuv420p",
                                                    "-timecode", "01:00:00:00"}));
    QVERIFY(m_clips.make(
        "vfr.mp4",
        picture + QStringList{"-vf", "select='not(mod(n,3))+eq(mod(n,7),1)'", "-vsync", "vfr"} +
            x264 + QStringList{"-g", "12", "-bf", "2"}));
    QVERIFY(m_clips.make(
        "opengop.mkv",
        picture + x264 + QStringList{"-x264-params", "open-gop=1:keyint=10:bframes=3"}));
    QVERIFY(m_clips.make(
        "opengop.ts",
        picture + x264 + QStringList{"-x264-params", "open-gop=1:keyint=10:bframes=3"}));
    QVERIFY(m_clips.make(
        "refresh.mkv",
        picture + x264 + QStringList{"-x264-params", "intra-refresh=1:keyint=20:bframes=0"}));
    QVERIFY(m_clips.make(
        "hevc10.mp4",
        picture + QStringList{"-c:v", "libx265", "-preset", "ultrafast", "-x265-params",
                              "log-level=none:open-gop=1:keyint=12:pools=2", "-pix_fmt",
                              "yuv420p10le"}));
    QVERIFY(m_clips.make("ten.mov", picture + QStringList{"-c:v", "prores_ks"}));
    QVERIFY(m_clips.make("noStamps.avi",
                         picture + QStringList{"-c:v", "mpeg4", "-bf", "2", "-g", "12"}));
    QVERIFY(m_clips.make(
        "vp8.webm", picture + QStringList{"-c:v", "libvpx", "-auto-alt-ref", "1", "-lag-in-frames",
                                          "16", "-b:v", "200k", "-cpu-used", "8"}));
    QVERIFY(m_clips.make("edited.mp4",
                         QStringList{"-ss", "0.7", "-i", m_clips.path("cfr.mp4"), "-c", "copy"}));
    QVERIFY(m_clips.make("fast.mp4", QStringList{"-i", m_clips.path("cfr.mp4"), "-c", "copy",
                                                 "-movflags", "faststart"}));
    for (const QString angle : {"90", "180", "270"}) {
        QVERIFY(m_clips.make("turned" + angle + ".mp4",
                             QStringList{"-i", m_clips.path("cfr.mp4"), "-c", "copy",
                                         "-metadata:s:v", "rotate=" + angle}));
    }
    QVERIFY(m_clips.make("odd.mkv", movingPicture("101x67", "25", 1) +
                                        QStringList{"-c:v", "ffv1", "-level", "3", "-slicecrc", "1",
                                                    "-pix_fmt", "yuv420p"}));
    QVERIFY(m_clips.make("sound.mp3", {"-f", "lavfi", "-i", "sine=440:d=1"}));
    QVERIFY(m_clips.truncate("truncated.mp4", "fast.mp4", 60));
    QVERIFY(m_clips.truncate("truncated.mkv", "opengop.mkv", 60));
    QVERIFY(m_clips.truncate("unfinished.mp4", "cfr.mp4", 60));
    QVERIFY(m_clips.writeFile("text.mp4", "This is a text, not a film.\n"));
    QVERIFY(m_clips.writeFile("empty.mp4", ""));
    QVERIFY(m_clips.writeFile("list.mp4", "ffconcat version 1.0\nfile cfr.mp4\n"));
}

void TestVideoReader::framesAreTheSameInAnyOrder_data() {
    QTest::addColumn<QString>("name");
    for (const char* const name :
         {"cfr.mp4", "vfr.mp4", "opengop.mkv", "opengop.ts", "refresh.mkv", "hevc10.mp4", "ten.mov",
          "noStamps.avi", "vp8.webm", "edited.mp4", "turned90.mp4", "odd.mkv"}) {
        QTest::newRow(name) << name;
    }
}

void TestVideoReader::framesAreTheSameInAnyOrder() {
    QFETCH(QString, name);
    auto reader = VideoReader::open(m_clips.file(name));
    QVERIFY2(reader, reader ? "" : reader.error().text().c_str());
    std::vector<cv::Mat> pictures;
    for (;;) {
        auto frame = reader->next();
        QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
        if (!*frame) {
            break;
        }
        QCOMPARE((*frame)->number(), std::int64_t(pictures.size()));
        pictures.push_back(*(*frame)->gray());
    }
    QCOMPARE(std::int64_t(pictures.size()), reader->index().frameCount());
    QVERIFY(cv::norm(pictures.front(), pictures.back(), cv::NORM_L1) > 0);
    std::mt19937 random(7);
    for (int i = 0; i < 40; ++i) {
        const auto number = std::int64_t(random() % pictures.size());
        auto frame = reader->frame(number);
        QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
        QCOMPARE(frame->number(), number);
        QCOMPARE(cv::norm(*frame->gray(), pictures[std::size_t(number)], cv::NORM_INF), 0.0);
    }
}

void TestVideoReader::indexEqualsWhatIsPresented_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("variable");
    QTest::newRow("cfr") << "cfr.mp4" << false;
    QTest::newRow("vfr") << "vfr.mp4" << true;
    QTest::newRow("open gop") << "opengop.mkv" << false;
    QTest::newRow("hevc") << "hevc10.mp4" << false;
    QTest::newRow("edit list") << "edited.mp4" << false;
    QTest::newRow("mov") << "ten.mov" << false;
    QTest::newRow("vp8") << "vp8.webm" << false;
}

void TestVideoReader::indexEqualsWhatIsPresented() {
    QFETCH(QString, name);
    QFETCH(bool, variable);
    auto index = indexFrames(m_clips.file(name));
    QVERIFY2(index, index ? "" : index.error().text().c_str());
    QStringList stamps;
    for (const auto& entry : (*index)->entries()) {
        stamps.append(QString::number(entry.pts));
    }
    QCOMPARE(stamps, presentedTimestamps(m_clips.path(name)));
    QCOMPARE((*index)->variableRate(), variable);
}

void TestVideoReader::sizesAreUpright_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("quarterTurns");
    QTest::addColumn<int>("width");
    QTest::newRow("0") << "cfr.mp4" << 0 << 162;
    QTest::newRow("90") << "turned90.mp4" << 1 << 122;
    QTest::newRow("180") << "turned180.mp4" << 2 << 162;
    QTest::newRow("270") << "turned270.mp4" << 3 << 122;
}

void TestVideoReader::sizesAreUpright() {
    QFETCH(QString, name);
    QFETCH(int, quarterTurns);
    QFETCH(int, width);
    // ffmpeg's own automatic rotation is the reference.
    const QString reference = name + ".gray";
    QVERIFY(m_clips.make(reference, {"-i", m_clips.path(name), "-frames:v", "1", "-vf",
                                     "extractplanes=y", "-pix_fmt", "gray", "-f", "rawvideo"}));
    auto reader = VideoReader::open(m_clips.file(name));
    QVERIFY(reader);
    auto frame = reader->frame(0);
    QVERIFY(frame);
    QCOMPARE(frame->size().width, width);
    QFile file(m_clips.path(reference));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QCOMPARE(int(bytes.size()), frame->size().area());
    const cv::Mat shown(frame->size(), CV_8UC1, bytes.data());
    QCOMPARE(cv::norm(*frame->gray(), shown, cv::NORM_INF), 0.0);
    // The tag's sign differs between versions of the ffmpeg command: only parity is certain.
    QCOMPARE(reader->info().quarterTurns % 2, quarterTurns % 2);
}

void TestVideoReader::truncatedFilesSayWhere_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("mp4") << "truncated.mp4";
    QTest::newRow("mkv") << "truncated.mkv";
}

void TestVideoReader::truncatedFilesSayWhere() {
    QFETCH(QString, name);
    auto reader = VideoReader::open(m_clips.file(name));
    QVERIFY2(reader, reader ? "" : reader.error().text().c_str());
    QVERIFY(reader->index().damage());
    std::int64_t frames = 0;
    int errors = 0;
    for (int i = 0; i < 500; ++i) {
        auto frame = reader->next();
        if (frame && !*frame) {
            break;
        }
        frames += frame ? 1 : 0;
        if (!frame) {
            ++errors;
            QCOMPARE(frame.error().code, core::ErrorCode::damagedMedia);
            QVERIFY(QString::fromStdString(frame.error().text()).contains("0:00:0"));
        }
    }
    QVERIFY(frames > 20 && frames < 80);
    QVERIFY(errors >= 1);
    QVERIFY(frames <= reader->index().frameCount());
    QVERIFY(frames >= reader->index().frameCount() - 1);
}

void TestVideoReader::badFilesAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    using core::ErrorCode;
    QTest::newRow("text") << "text.mp4" << int(ErrorCode::damagedMedia);
    QTest::newRow("empty") << "empty.mp4" << int(ErrorCode::damagedMedia);
    QTest::newRow("no index") << "unfinished.mp4" << int(ErrorCode::damagedMedia);
    QTest::newRow("play list") << "list.mp4" << int(ErrorCode::damagedMedia);
    QTest::newRow("missing") << "missing.mp4" << int(ErrorCode::fileNotFound);
    QTest::newRow("folder") << "." << int(ErrorCode::invalidArgument);
    QTest::newRow("sound only") << "sound.mp3" << int(ErrorCode::noVideo);
}

void TestVideoReader::badFilesAreRefused() {
    QFETCH(QString, name);
    QFETCH(int, code);
    const auto reader = VideoReader::open(m_clips.file(name));
    QVERIFY(!reader);
    const bool unrecognised = reader.error().code == core::ErrorCode::unsupportedMedia;
    QVERIFY2(int(reader.error().code) == code ||
                 (unrecognised && code == int(core::ErrorCode::damagedMedia)),
             reader.error().text().c_str());
    QVERIFY(reader.error().text().find(m_clips.file(name).string()) != std::string::npos);
    QVERIFY(!reader.error().remedy.empty());
}

void TestVideoReader::damagedFramesAreNamed() {
    QFile file(m_clips.path("odd.mkv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 8; ++i) {
        bytes[i] = char(bytes[i] ^ 0x5A);
    }
    QVERIFY(m_clips.writeFile("flipped.mkv", bytes));
    auto reader = VideoReader::open(m_clips.file("flipped.mkv"));
    QVERIFY(reader);
    int errors = 0;
    for (int i = 0; i < 200; ++i) {
        auto frame = reader->next();
        if (frame && !*frame) {
            break;
        }
        if (!frame) {
            ++errors;
            QVERIFY2(frame.error().place.find("frame ") != std::string::npos,
                     frame.error().text().c_str());
        }
    }
    QCOMPARE(errors, 1);
}

void TestVideoReader::frameAtShowsTheRunningFrame() {
    auto reader = VideoReader::open(m_clips.file("vfr.mp4"));
    QVERIFY(reader);
    const FrameIndex& index = reader->index();
    const core::RationalTime later = index.endOf(5) - core::RationalTime{1, index.timeBase()};
    QCOMPARE(reader->frameAt(later)->number(), std::int64_t(5));
    QCOMPARE(reader->frameAt(index.endOf(5))->number(), std::int64_t(6));
    QCOMPARE(index.numberAt({-5, {1, 1}}), std::int64_t(0));
    QCOMPARE(index.numberAt({500, {1, 1}}), index.frameCount() - 1);
}

void TestVideoReader::probeTellsWhatMatters() {
    const auto info = probe(m_clips.file("cfr.mp4"));
    QVERIFY(info);
    QCOMPARE(info->video.size(), std::size_t(1));
    QCOMPARE(info->video[0].codec, std::string("h264"));
    QCOMPARE(info->video[0].frameCount, std::int64_t(90));
    QCOMPARE(info->video[0].frameDuration, (core::TimeBase{1001, 30000}));
    QCOMPARE(info->video[0].startTimecode.value_or(""), std::string("01:00:00:00"));
    QVERIFY(!info->video[0].hasEditList);
    QVERIFY(probe(m_clips.file("edited.mp4"))->video[0].hasEditList);
    QVERIFY(probe(m_clips.file("vfr.mp4"))->video[0].variableRate);
    QCOMPARE(probe(m_clips.file("hevc10.mp4"))->video[0].bitDepth, 10);
    const auto sound = probe(m_clips.file("sound.mp3"));
    QVERIFY(sound && sound->video.empty() && sound->audio.size() == 1);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(probe(m_clips.file("cfr.mp4"), stop.get_token()).error().code,
             core::ErrorCode::cancelled);
}

QTEST_GUILESS_MAIN(TestVideoReader)
#include "tst_videoreader.moc"
