// The sound device on a thread with an event loop of its own: opening one may take long, and a
// busy window must not be heard. Slots are called across threads; the questions may be asked from
// any thread.
#pragma once

#include "app/playback/playbackclock_p.h"
#include "app/playback/soundfeeder_p.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>
#include <QTimer>
#include <atomic>

namespace lipwright::app {

/// Seconds of the wall clock that all of playback counts by.
[[nodiscard]] double wallSeconds();

/// What the device pulls from: the ring, then silence.
class RingDevice : public QIODevice {
public:
    explicit RingDevice(SoundRing& ring) : m_ring(ring) {}
    /// `expecting`: an empty ring is worth waiting for a little.
    void begin(QAudioFormat::SampleFormat format, bool expecting);
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return qint64{1} << 20; }
    /// Seconds of silence handed out because the ring was empty.
    [[nodiscard]] double missedSeconds() const;

protected:
    qint64 readData(char* data, qint64 length) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    SoundRing& m_ring;
    QAudioFormat::SampleFormat m_format = QAudioFormat::Float;
    std::vector<float> m_samples;
    bool m_expecting = false;
    std::atomic<std::int64_t> m_missed = 0;
};

class SoundOutput : public QObject {
    Q_OBJECT
public:
    SoundOutput();

    enum class Phase { starting, sounding, silent };
    [[nodiscard]] Phase phase(int run) const;
    /// What was heard last in this run.
    [[nodiscard]] std::optional<HeardSound> heard(int run) const;

    void open();
    void setSound(const lipwright::app::PlayerSound& sound);
    void setVolume(double volume);
    void start(int run, double filmSeconds, double speed);
    void scrub(double filmSeconds, double seconds);
    void stop();

Q_SIGNALS:
    void noteChanged(const QString& note);
    void failed(const lipwright::core::Error& error);

private:
    void findDevice();
    bool startSink(bool continuous);
    void report();
    void watch(QAudio::State state);
    void setPhase(int run, Phase phase);

    SoundFeeder m_feeder;
    RingDevice m_source;
    std::unique_ptr<QMediaDevices> m_devices;
    QAudioDevice m_device;
    QAudioFormat m_format;
    std::unique_ptr<QAudioSink> m_sink;
    QTimer* m_reports;
    QTimer* m_silence;
    double m_volume = 1.0;
    int m_run = 0;
    double m_start = 0.0;
    double m_speed = 1.0;
    double m_startedAt = 0.0;

    mutable std::mutex m_mutex;  // the answers
    int m_answeredRun = 0;
    Phase m_phase = Phase::starting;
    std::optional<HeardSound> m_heard;
};

}  // namespace lipwright::app
