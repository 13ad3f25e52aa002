// Sound on its way from the mixing thread to the device: a ring of interleaved samples. One thread
// writes, one reads; neither waits for longer than a copy takes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

namespace lipwright::app {

class SoundRing {
public:
    explicit SoundRing(std::size_t samples) : m_samples(samples) {}

    /// Returns how many samples found room.
    std::size_t write(std::span<const float> samples) {
        const std::scoped_lock lock(m_mutex);
        const std::size_t count = std::min(samples.size(), m_samples.size() - m_filled);
        for (std::size_t i = 0; i < count; ++i) {
            m_samples[(m_start + m_filled + i) % m_samples.size()] = samples[i];
        }
        m_filled += count;
        return count;
    }

    /// Returns how many samples there were.
    std::size_t read(std::span<float> samples) {
        const std::scoped_lock lock(m_mutex);
        const std::size_t count = std::min(samples.size(), m_filled);
        for (std::size_t i = 0; i < count; ++i) {
            samples[i] = m_samples[(m_start + i) % m_samples.size()];
        }
        m_start = (m_start + count) % m_samples.size();
        m_filled -= count;
        return count;
    }

    void clear() {
        const std::scoped_lock lock(m_mutex);
        m_filled = 0;
    }
    [[nodiscard]] std::size_t room() const {
        const std::scoped_lock lock(m_mutex);
        return m_samples.size() - m_filled;
    }
    [[nodiscard]] std::size_t filled() const {
        const std::scoped_lock lock(m_mutex);
        return m_filled;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<float> m_samples;
    std::size_t m_start = 0;
    std::size_t m_filled = 0;
};

}  // namespace lipwright::app
