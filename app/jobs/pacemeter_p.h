// Units per second over the last seconds of a job, from what it reported and when.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace lipwright::app {

class PaceMeter {
public:
    using Clock = std::chrono::steady_clock;

    void add(Clock::time_point when, std::int64_t done);
    /// After a pause or a change of unit: what was seen before says nothing any more.
    void clear() { m_samples.clear(); }
    /// 0 while unknown.
    [[nodiscard]] double unitsPerSecond() const;

private:
    struct Sample {
        Clock::time_point when;
        std::int64_t done = 0;
    };
    std::deque<Sample> m_samples;
};

}  // namespace lipwright::app
