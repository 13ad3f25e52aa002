#include "app/playback/soundfeeder_p.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace lipwright;
using namespace lipwright::app;

class TestPlayerSound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        // One second that rises from 0 to 1: what is heard tells the place.
        QVERIFY(writeRamp("ramp.wav", kSoundRate));
    }

    void mixesPartsWithOffsetAndGain() {
        SoundMixer mixer(complaint());
        const double half = 20.0 * std::log10(0.5);
        mixer.setSound({"two", {part("ramp.wav", 0.0, half), part("ramp.wav", 0.5, half)}});
        mixer.seek(0.25, 1.0);
        const auto heard = mixed(mixer, kSoundRate / 2);
        compare(heard, 0, 0.125F);                            // one part at 0.25 s
        compare(heard, kSoundRate / 5, 0.225F);               // at 0.45 s, the other not begun
        compare(heard, kSoundRate * 2 / 5, 0.325F + 0.075F);  // both
        QVERIFY(m_errors.isEmpty());
    }

    void isSilentBeforeAndBehind() {
        SoundMixer mixer(complaint());
        mixer.setSound({"one", {part("ramp.wav", 0.0, 0.0)}});
        mixer.seek(-0.1, 1.0);
        const auto early = mixed(mixer, kSoundRate / 5);
        compare(early, kSoundRate / 20, 0.0F);
        compare(early, kSoundRate * 3 / 20, 0.05F);
        mixer.seek(0.9, 1.0);
        const auto late = mixed(mixer, kSoundRate / 2);
        compare(late, kSoundRate / 20, 0.95F);
        compare(late, kSoundRate / 4, 0.0F);
    }

    void otherSpeedsCoverMoreOrLessFilm() {
        SoundMixer mixer(complaint());
        mixer.setSound({"one", {part("ramp.wav", 0.0, 0.0)}});
        mixer.seek(0.2, 2.0);
        compare(mixed(mixer, kSoundRate / 4), kSoundRate / 5, 0.6F);
        mixer.seek(0.2, 0.5);
        compare(mixed(mixer, kSoundRate / 4), kSoundRate / 5, 0.3F);
    }

    void missingFileIsToldOnce() {
        m_errors.clear();
        SoundMixer mixer(complaint());
        mixer.setSound({"gone", {part("gone.wav", 0.0, 0.0), part("ramp.wav", 0.0, 0.0)}});
        mixer.seek(0.0, 1.0);
        mixer.seek(0.5, 1.0);
        compare(mixed(mixer, 4800), 2400, 0.55F);  // the other part is heard all the same
        QCOMPARE(m_errors.size(), 1);
        m_errors.clear();
    }

    void ringHandsOnInOrder() {
        SoundRing ring(8);
        const std::vector<float> five{1, 2, 3, 4, 5};
        std::vector<float> out(3);
        QCOMPARE(ring.write(five), std::size_t(5));
        QCOMPARE(ring.read(out), std::size_t(3));
        QCOMPARE(ring.write(five), std::size_t(5));
        QCOMPARE(ring.write(five), std::size_t(1));  // full
        out.resize(9);
        QCOMPARE(ring.read(out), std::size_t(8));
        QCOMPARE(out[0], 4.0F);
        QCOMPARE(out[2], 1.0F);
        QCOMPARE(out[7], 1.0F);
        QCOMPARE(ring.read(out), std::size_t(0));
    }

    void feederFillsTheRingFromTheNewestPlace() {
        SoundFeeder feeder(complaint());
        feeder.setSound({"one", {part("ramp.wav", 0.0, 0.0)}});
        for (int i = 0; i < 20; ++i) {
            feeder.feed(0.03 * i, 1.0);
        }
        feeder.feed(0.5, 1.0);
        QVERIFY(feeder.waitUntilReady(std::chrono::seconds(5)));
        std::vector<float> out(kSoundRate / 10 * kSoundChannels);
        QCOMPARE(feeder.ring().read(out), out.size());
        compare(out, 4000, 0.5F + 4000.0F / kSoundRate);
        feeder.halt();
        QCOMPARE(feeder.ring().filled(), std::size_t(0));
    }

    void aFramesOwnSoundIsShortAndHasNoClicks() {
        SoundFeeder feeder(complaint());
        feeder.setSound({"one", {part("ramp.wav", 0.0, 0.0)}});
        feeder.feed(0.8, 1.0, 0.04);
        QVERIFY(feeder.waitUntilReady(std::chrono::seconds(5)));
        QTest::qWait(60);
        std::vector<float> out(kSoundRate);
        QCOMPARE(feeder.ring().read(out), std::size_t(0.04 * kSoundRate) * kSoundChannels);
        compare(out, 960, 0.82F);
        QVERIFY(std::abs(out[0]) < 0.01F);
        QVERIFY(std::abs(out[2 * 1919]) < 0.02F);
    }

private:
    SoundMixer::Complaint complaint() {
        return
            [this](const core::Error& error) { m_errors << QString::fromStdString(error.text()); };
    }

    PlayerSound::Part part(const QString& name, double offset, double gain) const {
        return {m_folder.filePath(name).toStdString(), 0, offset, gain};
    }

    static std::vector<float> mixed(SoundMixer& mixer, int frames) {
        std::vector<float> out(static_cast<std::size_t>(frames) * kSoundChannels);
        mixer.mix(out);
        return out;
    }

    /// The left channel at a sample frame.
    static void compare(const std::vector<float>& heard, int frame, float wanted) {
        const float found = heard[static_cast<std::size_t>(frame) * kSoundChannels];
        QVERIFY2(std::abs(found - wanted) < 0.01F,
                 qPrintable(QString("%1 instead of %2").arg(found).arg(wanted)));
    }

    bool writeRamp(const QString& name, int frames) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) {
            return false;
        }
        QDataStream out(&file);
        out.setByteOrder(QDataStream::LittleEndian);
        const quint32 bytes = static_cast<quint32>(frames) * 4;
        out.writeRawData("RIFF", 4);
        out << quint32(36 + bytes);
        out.writeRawData("WAVEfmt ", 8);
        out << quint32(16) << quint16(1) << quint16(2) << quint32(kSoundRate)
            << quint32(kSoundRate * 4) << quint16(4) << quint16(16);
        out.writeRawData("data", 4);
        out << bytes;
        for (int i = 0; i < frames; ++i) {
            const auto sample = static_cast<qint16>(32767.0 * i / frames);
            out << sample << sample;
        }
        return out.status() == QDataStream::Ok;
    }

    QTemporaryDir m_folder;
    QStringList m_errors;
};

QTEST_GUILESS_MAIN(TestPlayerSound)
#include "tst_playersound.moc"
