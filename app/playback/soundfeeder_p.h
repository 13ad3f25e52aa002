// Keeps the ring filled from the mixer on a thread of its own, so that a slow disk is not heard at
// once. The newest order replaces the one before; nothing of an older one is heard after it.
#pragma once

#include "app/playback/soundmixer_p.h"
#include "app/playback/soundring_p.h"

#include <chrono>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>

namespace lipwright::app {

class SoundFeeder {
public:
    explicit SoundFeeder(SoundMixer::Complaint complain);
    ~SoundFeeder();

    void setSound(const PlayerSound& sound);
    /// From this instant of the film; `seconds` of it, as heard.
    void feed(double filmSeconds, double speed,
              double seconds = std::numeric_limits<double>::infinity());
    void halt();
    /// True when enough is ready to begin with.
    bool waitUntilReady(std::chrono::milliseconds longest);
    [[nodiscard]] SoundRing& ring() { return m_ring; }

private:
    struct Run {
        double filmSeconds = 0.0;
        double speed = 1.0;
        double seconds = 0.0;
    };
    void run(const std::stop_token& stop);
    void obey(const std::optional<PlayerSound>& sound, const std::optional<Run>& run);
    void mixBlock(int order);

    SoundRing m_ring;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<PlayerSound> m_sound;
    std::optional<Run> m_run;
    int m_order = 0;
    bool m_halted = true;
    bool m_ready = false;

    SoundMixer m_mixer;  // the thread's own
    std::int64_t m_left = 0;
    std::vector<float> m_block;

    std::jthread m_thread;
};

}  // namespace lipwright::app
