#include "app/playback/soundfeeder_p.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::app {
namespace {

constexpr std::size_t kBlockFrames = kSoundRate / 50;
constexpr std::size_t kRingFrames = kSoundRate / 2;
constexpr std::size_t kReadyFrames = kSoundRate / 10;
constexpr std::chrono::milliseconds kPoll{4};
constexpr std::size_t kEdgeFrames = kSoundRate / 400;  ///< fade at the ends of a short stretch

/// Takes the click off the ends of a stretch that is heard alone.
void fadeEnds(std::span<float> interleaved, bool start, bool end) {
    const std::size_t frames = interleaved.size() / kSoundChannels;
    const std::size_t edge = std::min(kEdgeFrames, frames);
    for (std::size_t i = 0; i < edge * kSoundChannels; ++i) {
        const float gain = static_cast<float>(i / kSoundChannels) / static_cast<float>(edge);
        if (start) {
            interleaved[i] *= gain;
        }
        if (end) {
            interleaved[interleaved.size() - 1 - i] *= gain;
        }
    }
}

}  // namespace

SoundFeeder::SoundFeeder(SoundMixer::Complaint complain)
    : m_ring(kRingFrames * kSoundChannels),
      m_mixer(std::move(complain)),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

SoundFeeder::~SoundFeeder() {
    m_thread.request_stop();
    { const std::scoped_lock lock(m_mutex); }
    m_changed.notify_all();
}

void SoundFeeder::setSound(const PlayerSound& sound) {
    const std::scoped_lock lock(m_mutex);
    m_sound = sound;
    m_changed.notify_all();
}

void SoundFeeder::feed(double filmSeconds, double speed, double seconds) {
    const std::scoped_lock lock(m_mutex);
    m_run = Run{filmSeconds, speed, seconds};
    ++m_order;
    m_halted = false;
    m_ready = false;
    m_ring.clear();
    m_changed.notify_all();
}

void SoundFeeder::halt() {
    const std::scoped_lock lock(m_mutex);
    m_run.reset();
    ++m_order;
    m_halted = true;
    m_ring.clear();
}

bool SoundFeeder::waitUntilReady(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, longest, [this] { return m_ready; });
}

void SoundFeeder::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::optional<PlayerSound> sound;
        std::optional<Run> run;
        int order = 0;
        bool mixing = false;
        {
            std::unique_lock lock(m_mutex);
            const auto called = [&] { return stop.stop_requested() || m_sound || m_run; };
            const bool full = m_ring.room() < kBlockFrames * kSoundChannels;
            if (m_halted || m_left <= 0) {
                m_changed.wait(lock, called);
            } else if (full) {
                m_changed.wait_for(lock, kPoll, called);
            }
            sound = std::exchange(m_sound, {});
            run = std::exchange(m_run, {});
            order = m_order;
            mixing = !m_halted && m_ring.room() >= kBlockFrames * kSoundChannels;
        }
        obey(sound, run);
        if (mixing && m_left > 0) {
            mixBlock(order);
        }
    }
}

void SoundFeeder::obey(const std::optional<PlayerSound>& sound, const std::optional<Run>& run) {
    if (sound) {
        m_mixer.setSound(*sound);
    }
    if (run) {
        m_mixer.seek(run->filmSeconds, run->speed);
        m_left = std::isfinite(run->seconds) ? static_cast<std::int64_t>(run->seconds * kSoundRate)
                                             : std::numeric_limits<std::int64_t>::max();
        // A short stretch is one block, with its ends faded.
        const bool whole = std::isfinite(run->seconds);
        const std::int64_t most = static_cast<std::int64_t>(kRingFrames);
        m_left = whole ? std::min(m_left, most) : m_left;
        m_block.resize((whole ? static_cast<std::size_t>(m_left) : kBlockFrames) * kSoundChannels);
    }
}

void SoundFeeder::mixBlock(int order) {
    m_mixer.mix(m_block);
    const auto frames = static_cast<std::int64_t>(m_block.size()) / kSoundChannels;
    const bool alone = m_left <= frames;
    fadeEnds(m_block, alone, alone);
    m_left -= frames;
    const std::scoped_lock lock(m_mutex);
    if (order == m_order) {
        m_ring.write(m_block);
        m_ready = m_ready || alone || m_ring.filled() >= kReadyFrames * kSoundChannels;
        m_changed.notify_all();
    }
}

}  // namespace lipwright::app
