// Sample n is the sound at n / rate seconds, whatever container and codec it comes from.
#include "engine/media/audioreader.h"
#include "engine/media/waveform.h"
#include "tests/media/clips.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace lipwright;
using namespace lipwright::media;
using namespace lipwright::test;

namespace {

constexpr int kRate = 48000;

/// A click of 1 ms at `seconds`, in 2 s of silence, as ffmpeg's arguments.
QStringList click(double seconds, const QString& channels = "mono") {
    const QString pulse = QString("if(between(t,%1,%2),0.8,0)").arg(seconds).arg(seconds + 0.001);
    const int count = channels == "mono" ? 1 : channels == "stereo" ? 2 : 6;
    return {"-f", "lavfi", "-i",
            QString("aevalsrc=exprs='%1':s=48000:d=2:c=%2")
                .arg(QStringList(count, pulse).join('|'), channels)};
}

/// The first sample whose magnitude reaches half of the largest, or -1.
std::int64_t onset(const std::vector<float>& samples) {
    float largest = 0;
    for (const float sample : samples) {
        largest = std::max(largest, std::abs(sample));
    }
    const auto found = std::find_if(samples.begin(), samples.end(), [largest](float sample) {
        return largest > 0.1F && std::abs(sample) >= largest / 2;
    });
    return found == samples.end() ? -1 : found - samples.begin();
}

}  // namespace

class TestAudioReader : public QObject {
    Q_OBJECT

private:
    Clips m_clips;

private Q_SLOTS:
    void initTestCase();
    void clickIsWhereItBelongs_data();
    void clickIsWhereItBelongs();
    void seekAgreesWithReading_data();
    void seekAgreesWithReading();
    void shortSoundIsRead();
    void channelsAreMixed();
    void missingSoundIsAnError();
    void waveformShowsTheClick();
    void waveformLevelsAgree();
};

void TestAudioReader::initTestCase() {
    if (!Clips::available()) {
        QSKIP("the ffmpeg command is not installed");
    }
    const QStringList picture = movingPicture("64x48", "25", 2);
    QVERIFY(m_clips.make("click.wav", click(0.5)));
    QVERIFY(m_clips.make("stereo.wav", click(0.5, "stereo")));
    QVERIFY(m_clips.make("surround.wav", click(0.5, "5.1")));
    QVERIFY(m_clips.make("click.flac", click(0.5)));
    QVERIFY(m_clips.make("click.mp3", click(0.5)));
    QVERIFY(m_clips.make("click.m4a", click(0.5)));
    QVERIFY(m_clips.make("film.mp4",
                         picture + click(0.5) + QStringList{"-c:v", "libx264", "-c:a", "aac"}));
    QVERIFY(m_clips.make("film.mkv",
                         picture + click(0.5) + QStringList{"-c:v", "libx264", "-c:a", "libopus"}));
    // The sound begins 0.3 s after the picture: its click at 0.2 s is heard at 0.5 s.
    QVERIFY(m_clips.make("late.mp4", picture + QStringList{"-itsoffset", "0.3"} + click(0.2) +
                                         QStringList{"-c:v", "libx264", "-c:a", "aac"}));
    QVERIFY(m_clips.make("short.wav", {"-f", "lavfi", "-i", "sine=440:r=44100:d=0.1"}));
    QVERIFY(m_clips.make("noise.wav", {"-f", "lavfi", "-i", "anoisesrc=r=44100:d=6:seed=3:a=0.3"}));
    QVERIFY(m_clips.make("noise.mp4",
                         {"-i", m_clips.path("noise.wav"), "-c:a", "aac", "-aac_pns", "0"}));
    QVERIFY(m_clips.make("noise.mkv",
                         {"-i", m_clips.path("noise.wav"), "-c:a", "aac", "-aac_pns", "0"}));
    QVERIFY(m_clips.make("noise.mp3", {"-i", m_clips.path("noise.wav")}));
    QVERIFY(m_clips.make("silent.mp4", picture + QStringList{"-c:v", "libx264"}));
}

void TestAudioReader::clickIsWhereItBelongs_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tolerance");  // samples at 48 kHz
    QTest::newRow("wav") << "click.wav" << 1;
    QTest::newRow("stereo") << "stereo.wav" << 1;
    QTest::newRow("5.1") << "surround.wav" << 1;
    QTest::newRow("flac") << "click.flac" << 1;
    QTest::newRow("mp3") << "click.mp3" << 8;
    QTest::newRow("aac m4a") << "click.m4a" << 8;
    QTest::newRow("aac mp4") << "film.mp4" << 8;
    // These containers tell the start to the millisecond only.
    QTest::newRow("late stream") << "late.mp4" << 48;
    QTest::newRow("opus mkv") << "film.mkv" << 48;
}

void TestAudioReader::clickIsWhereItBelongs() {
    QFETCH(QString, name);
    QFETCH(int, tolerance);
    const auto samples = readMono(m_clips.file(name), kRate);
    QVERIFY2(samples, samples ? "" : samples.error().text().c_str());
    constexpr std::int64_t expected = kRate / 2;
    const std::int64_t found = onset(*samples);
    QVERIFY2(std::abs(found - expected) <= tolerance,
             qPrintable(QString("%1, not %2").arg(found).arg(expected)));
}

void TestAudioReader::seekAgreesWithReading_data() {
    QTest::addColumn<QString>("name");
    for (const char* const name : {"noise.wav", "noise.mp4", "noise.mkv", "noise.mp3"}) {
        QTest::newRow(name) << name;
    }
}

void TestAudioReader::seekAgreesWithReading() {
    QFETCH(QString, name);
    const auto all = readMono(m_clips.file(name), 16000);
    QVERIFY(all && all->size() > 90000);
    auto reader = AudioReader::open(m_clips.file(name), {16000, 1});
    QVERIFY(reader);
    std::vector<float> block(500);
    for (const std::int64_t sample : {60000, 5, 33333, 80123, 16000, 95000 - 600}) {
        QVERIFY(reader->seek({sample, {1, 16000}}));
        const auto count = reader->read(block);
        QVERIFY(count && *count == block.size());
        for (std::size_t i = 0; i < block.size(); ++i) {
            const float expected = (*all)[std::size_t(sample) + i];
            QVERIFY2(std::abs(block[i] - expected) < 2e-3F,
                     qPrintable(QString("sample %1").arg(sample + int(i))));
        }
    }
    QVERIFY(reader->seek({1000, {1, 1}}));
    QCOMPARE(*reader->read(block), std::size_t(0));
}

void TestAudioReader::shortSoundIsRead() {
    const auto samples = readMono(m_clips.file("short.wav"), 16000);
    QVERIFY(samples);
    QVERIFY(std::abs(std::int64_t(samples->size()) - 1600) <= 1);
    QVERIFY(!readMono(m_clips.file("short.wav"), 16000, 0.05));
}

void TestAudioReader::channelsAreMixed() {
    auto reader = AudioReader::open(m_clips.file("click.wav"), {kRate, 2});
    QVERIFY(reader);
    std::vector<float> both(2 * kRate);
    QCOMPARE(*reader->read(both), std::size_t(kRate));
    const std::size_t at = 2 * (kRate / 2 + 10);
    QVERIFY(both[at] > 0.7F && both[at] == both[at + 1]);
    for (const char* const name : {"stereo.wav", "surround.wav"}) {
        const auto mono = readMono(m_clips.file(name), kRate);
        QVERIFY(mono);
        QVERIFY(*std::max_element(mono->begin(), mono->end()) <= 1.0F);
        QVERIFY((*mono)[kRate / 2 + 10] > 0.5F);
    }
}

void TestAudioReader::missingSoundIsAnError() {
    const auto none = AudioReader::open(m_clips.file("silent.mp4"), {16000, 1});
    QVERIFY(!none);
    QCOMPARE(none.error().code, core::ErrorCode::noAudio);
    QCOMPARE(AudioReader::open(m_clips.file("click.wav"), {16000, 1}, 1).error().code,
             core::ErrorCode::noAudio);
    QVERIFY(!AudioReader::open(m_clips.file("click.wav"), {0, 1}));
    QCOMPARE(AudioReader::open(m_clips.file("none.wav"), {16000, 1}).error().code,
             core::ErrorCode::fileNotFound);
}

void TestAudioReader::waveformShowsTheClick() {
    const auto waveform = Waveform::build(m_clips.file("click.wav"));
    QVERIFY(waveform);
    QVERIFY(std::abs(waveform->seconds() - 2.0) < 1e-3);
    const std::vector<Peak> peaks = waveform->peaks(0, 2, 200);
    QCOMPARE(peaks.size(), std::size_t(200));
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        const bool loud = peaks[i].maximum > 50;
        QVERIFY2(loud == (i == 50) || i == 49 || i == 51, qPrintable(QString::number(i)));
    }
    QVERIFY(peaks[50].maximum > 50);
}

void TestAudioReader::waveformLevelsAgree() {
    std::vector<float> samples(Waveform::kSampleRate * 3, 0.0F);
    samples[20000] = 1.0F;
    samples[40000] = -0.5F;
    const Waveform waveform = Waveform::fromSamples(samples);
    QVERIFY(waveform.levels() > 8);
    for (const int columns : {1, 7, 100, 3000}) {
        const auto peaks = waveform.peaks(0, 3, columns);
        int highest = 0;
        int lowest = 0;
        for (const Peak& peak : peaks) {
            highest = std::max(highest, int(peak.maximum));
            lowest = std::min(lowest, int(peak.minimum));
        }
        QCOMPARE(highest, 127);
        QCOMPARE(lowest, -64);
    }
    QCOMPARE(int(waveform.peaks(5, 6, 4)[2].maximum), 0);
    QVERIFY(waveform.peaks(1, 1, 4).size() == 4 && waveform.peaks(0, 1, 0).empty());
}

QTEST_GUILESS_MAIN(TestAudioReader)
#include "tst_audioreader.moc"
