#include "app/jobs/pacemeter_p.h"

namespace lipwright::app {
namespace {

constexpr std::chrono::seconds kWindow{3};
constexpr double kShortest = 0.2;  ///< seconds; less says nothing

}  // namespace

void PaceMeter::add(Clock::time_point when, std::int64_t done) {
    if (!m_samples.empty() && done < m_samples.back().done) {
        m_samples.clear();
    }
    if (!m_samples.empty() && done == m_samples.back().done && m_samples.size() > 1) {
        return;  // a slow unit: the pace is that of the last change
    }
    m_samples.push_back({when, done});
    while (m_samples.size() > 2 && when - m_samples[1].when >= kWindow) {
        m_samples.pop_front();
    }
}

double PaceMeter::unitsPerSecond() const {
    if (m_samples.size() < 2) {
        return 0.0;
    }
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    const double seconds = std::chrono::duration<double>(last.when - first.when).count();
    return seconds < kShortest ? 0.0 : static_cast<double>(last.done - first.done) / seconds;
}

}  // namespace lipwright::app
