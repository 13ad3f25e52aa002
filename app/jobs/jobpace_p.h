// How fast a job goes, from its progress over the last seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace lipwright::app {

class JobPace {
public:
    using Clock = std::chrono::steady_clock;

    void add(std::int64_t done, Clock::time_point now);
    /// After a pause or a new stage.
    void restart() { m_samples.clear(); }
    /// Units per second; 0 while unknown.
    [[nodiscard]] double unitsPerSecond() const;
    /// −1 while unknown.
    [[nodiscard]] double secondsLeft(std::int64_t done, std::int64_t total) const;

private:
    struct Sample {
        Clock::time_point time;
        std::int64_t done = 0;
    };
    std::deque<Sample> m_samples;
};

}  // namespace lipwright::app
