#include "app/jobs/jobpace_p.h"

#include <algorithm>

namespace lipwright::app {
namespace {

constexpr auto kWindow = std::chrono::seconds(4);
constexpr auto kShortest = std::chrono::milliseconds(300);

}  // namespace

void JobPace::add(std::int64_t done, Clock::time_point now) {
    if (!m_samples.empty() && done < m_samples.back().done) {
        m_samples.clear();
    }
    m_samples.push_back({now, done});
    while (m_samples.size() > 2 && now - m_samples.front().time > kWindow) {
        m_samples.pop_front();
    }
}

double JobPace::unitsPerSecond() const {
    if (m_samples.size() < 2) {
        return 0.0;
    }
    const auto span = m_samples.back().time - m_samples.front().time;
    if (span < kShortest) {
        return 0.0;
    }
    return static_cast<double>(m_samples.back().done - m_samples.front().done) /
           std::chrono::duration<double>(span).count();
}

double JobPace::secondsLeft(std::int64_t done, std::int64_t total) const {
    const double pace = unitsPerSecond();
    return pace > 0.0 && total > 0
               ? static_cast<double>(std::max<std::int64_t>(0, total - done)) / pace
               : -1.0;
}

}  // namespace lipwright::app
