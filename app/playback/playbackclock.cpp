#include "app/playback/playbackclock_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::app {
namespace {

constexpr double kJumpSeconds = 0.15;  ///< further off than this is no drift
constexpr double kPull = 0.1;          ///< share of the difference taken up per report

}  // namespace

void PlaybackClock::start(double filmSeconds, double speed, double wallSeconds) {
    m_film = m_shown = filmSeconds;
    m_wall = wallSeconds;
    m_speed = speed;
    m_heardAt = -1.0;
}

double PlaybackClock::read(double wallSeconds, const std::optional<HeardSound>& heard) {
    m_film += (wallSeconds - m_wall) * m_speed;
    m_wall = wallSeconds;
    if (heard && heard->wallSeconds > m_heardAt) {
        m_heardAt = heard->wallSeconds;
        const double now = heard->filmSeconds + (wallSeconds - heard->wallSeconds) * m_speed;
        const double off = now - m_film;
        m_film += std::abs(off) > kJumpSeconds ? off : off * kPull;
    }
    m_shown = m_speed < 0.0 ? std::min(m_shown, m_film) : std::max(m_shown, m_film);
    return m_shown;
}

}  // namespace lipwright::app
