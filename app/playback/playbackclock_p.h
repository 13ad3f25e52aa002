// The film's time while it plays: runs by the wall clock, and is drawn gently towards what the
// sound device says is being heard. Never runs against its direction. Plain arithmetic on instants
// given in seconds.
#pragma once

#include <optional>

namespace lipwright::app {

/// What the sound device played at an instant of the wall clock.
struct HeardSound {
    double filmSeconds = 0.0;
    double wallSeconds = 0.0;
};

class PlaybackClock {
public:
    void start(double filmSeconds, double speed, double wallSeconds);
    /// Film seconds at an instant; `heard` may be of a little earlier.
    [[nodiscard]] double read(double wallSeconds, const std::optional<HeardSound>& heard = {});
    [[nodiscard]] double speed() const { return m_speed; }

private:
    double m_film = 0.0;  ///< at m_wall
    double m_wall = 0.0;
    double m_speed = 0.0;
    double m_shown = 0.0;  ///< the last answer
    double m_heardAt = -1.0;
};

}  // namespace lipwright::app
