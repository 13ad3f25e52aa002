#include "app/playback/soundoutput_p.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <thread>

namespace lipwright::app {
namespace {

constexpr int kBufferMs = 120;
constexpr int kReportMs = 20;
constexpr int kScrubTailMs = 700;
constexpr int kLongestWaitMs = 40;
constexpr std::chrono::milliseconds kLongestPrefill{250};
constexpr const char* kPulseLatency = "PULSE_LATENCY_MSEC";

}  // namespace

double wallSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void RingDevice::begin(QAudioFormat::SampleFormat format, bool expecting) {
    close();
    m_format = format;
    m_missed = 0;
    m_expecting = expecting;
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

double RingDevice::missedSeconds() const {
    return static_cast<double>(m_missed) / (kSoundRate * kSoundChannels);
}

qint64 RingDevice::readData(char* data, qint64 length) {
    const bool whole = m_format == QAudioFormat::Float;
    const std::size_t width = whole ? sizeof(float) : sizeof(qint16);
    const std::size_t wanted =
        static_cast<std::size_t>(length) / (width * kSoundChannels) * kSoundChannels;
    m_samples.resize(wanted);
    std::size_t got = m_ring.read(m_samples);
    // Some devices take seconds at once to begin with, faster than the mixer made them.
    for (int i = 0; i < kLongestWaitMs && got < wanted && m_expecting; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        got += m_ring.read(std::span(m_samples).subspan(got));
    }
    std::fill(m_samples.begin() + static_cast<std::ptrdiff_t>(got), m_samples.end(), 0.0F);
    m_missed += static_cast<std::int64_t>(wanted - got);
    for (std::size_t i = 0; !whole && i < wanted; ++i) {
        const auto sample = static_cast<qint16>(m_samples[i] * 32767.0F);
        std::memcpy(data + i * sizeof sample, &sample, sizeof sample);
    }
    if (whole) {
        std::memcpy(data, m_samples.data(), wanted * sizeof(float));
    }
    return static_cast<qint64>(wanted * width);
}

SoundOutput::SoundOutput()
    : m_feeder([this](const core::Error& error) { Q_EMIT failed(error); }),
      m_source(m_feeder.ring()),
      m_reports(new QTimer(this)),
      m_silence(new QTimer(this)) {
    // PulseAudio otherwise hides up to two seconds behind the buffer that Qt tells of. Set while
    // the program starts: no other thread reads the environment yet.
    if (!qEnvironmentVariableIsSet(kPulseLatency)) {
        qputenv(kPulseLatency, QByteArray::number(kBufferMs));
    }
    m_reports->setInterval(kReportMs);
    m_reports->setTimerType(Qt::PreciseTimer);
    m_silence->setSingleShot(true);
    m_silence->setInterval(kScrubTailMs);
    connect(m_reports, &QTimer::timeout, this, &SoundOutput::report);
    connect(m_silence, &QTimer::timeout, this, &SoundOutput::stop);
}

SoundOutput::Phase SoundOutput::phase(int run) const {
    const std::scoped_lock lock(m_mutex);
    return m_answeredRun == run ? m_phase : Phase::starting;
}

std::optional<HeardSound> SoundOutput::heard(int run) const {
    const std::scoped_lock lock(m_mutex);
    return m_answeredRun == run ? m_heard : std::nullopt;
}

void SoundOutput::setPhase(int run, Phase phase) {
    const std::scoped_lock lock(m_mutex);
    m_answeredRun = run;
    m_phase = phase;
    m_heard.reset();
}

void SoundOutput::open() {
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &SoundOutput::findDevice);
    findDevice();
}

void SoundOutput::findDevice() {
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (m_sink && device == m_device) {
        return;
    }
    stop();
    m_sink.reset();
    m_device = device;
    if (m_device.isNull()) {
        Q_EMIT noteChanged(tr("No sound device was found. The film plays without sound."));
        return;
    }
    m_format.setSampleRate(kSoundRate);
    m_format.setChannelCount(kSoundChannels);
    m_format.setSampleFormat(QAudioFormat::Float);
    if (!m_device.isFormatSupported(m_format)) {
        m_format.setSampleFormat(QAudioFormat::Int16);
    }
    if (!m_device.isFormatSupported(m_format)) {
        Q_EMIT noteChanged(tr("The sound device %1 does not play stereo at 48 kHz. The film plays "
                              "without sound.")
                               .arg(m_device.description()));
        return;
    }
    m_sink = std::make_unique<QAudioSink>(m_device, m_format);
    m_sink->setBufferSize(m_format.bytesForDuration(qint64{kBufferMs} * 1000));
    m_sink->setVolume(m_volume);
    connect(m_sink.get(), &QAudioSink::stateChanged, this, &SoundOutput::watch);
    Q_EMIT noteChanged(m_device.description());
}

void SoundOutput::setSound(const PlayerSound& sound) {
    m_feeder.setSound(sound);
}

void SoundOutput::setVolume(double volume) {
    m_volume = volume;
    if (m_sink) {
        m_sink->setVolume(volume);
    }
}

bool SoundOutput::startSink(bool continuous) {
    m_feeder.waitUntilReady(kLongestPrefill);
    m_source.begin(m_format.sampleFormat(), continuous);
    m_startedAt = wallSeconds();
    m_sink->start(&m_source);
    return m_sink->error() == QAudio::NoError;
}

void SoundOutput::start(int run, double filmSeconds, double speed) {
    stop();
    m_run = run;
    m_start = filmSeconds;
    m_speed = speed;
    if (!m_sink) {
        setPhase(run, Phase::silent);
        return;
    }
    m_feeder.feed(filmSeconds, speed);
    const bool started = startSink(true);
    setPhase(run, started ? Phase::sounding : Phase::silent);
    if (started) {
        m_reports->start();
    }
}

void SoundOutput::scrub(double filmSeconds, double seconds) {
    if (!m_sink) {
        return;
    }
    m_reports->stop();
    m_feeder.feed(filmSeconds, 1.0, seconds);
    if (m_sink->state() == QAudio::StoppedState) {
        startSink(false);
    }
    m_silence->start();
}

void SoundOutput::stop() {
    m_reports->stop();
    m_silence->stop();
    m_feeder.halt();
    if (m_sink) {
        m_sink->reset();
        m_sink->stop();
    }
}

void SoundOutput::report() {
    const double queued = static_cast<double>(m_sink->bufferSize() - m_sink->bytesFree()) /
                          static_cast<double>(m_format.bytesForDuration(1'000'000));
    const double played =
        static_cast<double>(m_sink->processedUSecs()) / 1e6 - queued - m_source.missedSeconds();
    if (played <= 0.0) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    m_heard = HeardSound{m_start + played * m_speed, wallSeconds()};
}

void SoundOutput::watch(QAudio::State state) {
    if (state != QAudio::StoppedState || !m_sink || m_sink->error() == QAudio::NoError ||
        m_sink->error() == QAudio::UnderrunError) {
        return;
    }
    m_reports->stop();
    setPhase(m_run, Phase::silent);
    Q_EMIT noteChanged(tr("The sound device %1 stopped working. The film plays without sound.")
                           .arg(m_device.description()));
}

}  // namespace lipwright::app
