// SMPTE timecode of frame numbers: HH:MM:SS:FF, or HH:MM:SS;FF when frame numbers are dropped.
// Counts frames; knows nothing of variable rates (a variable film counts at its nominal rate).
#pragma once

#include "engine/core/rationaltime.h"
#include "engine/core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lipwright::core {

struct TimecodeFormat {
    int framesPerSecond = 25;     ///< nominal, 1..120: 24 for 23.976, 30 for 29.97
    bool dropFrame = false;       ///< only with multiples of 30: two (four) numbers a minute
    std::int64_t startFrame = 0;  ///< what film frame 0 is called, counted in frames
    friend bool operator==(const TimecodeFormat&, const TimecodeFormat&) = default;

    /// For a film's nominal frame duration and its start timecode ("01:00:00:00", "00:59:58;12";
    /// may be empty). Without a start timecode 29.97 and 59.94 count in drop-frame.
    [[nodiscard]] static TimecodeFormat of(TimeBase frameDuration, std::string_view startTimecode);
};

/// SMPTE ST 12-1 drop-frame counting. A day wraps around after 24 hours.
[[nodiscard]] std::string toTimecode(std::int64_t frame, const TimecodeFormat& format);

/// The film frame a timecode names: "01:02:03:04", "01:02:03;04", partial ones from the right
/// ("3:04", "12": fields not typed are 0, or those of `current` where the film has a start
/// timecode), and digits alone as on a keypad ("10203" = 1:02:03). With a sign it is relative
/// to `current` ("+20" frames, "-1:00" one second back). Dropped numbers name the next real one.
[[nodiscard]] Result<std::int64_t> frameOfTimecode(std::string_view text,
                                                   const TimecodeFormat& format,
                                                   std::int64_t current = 0);

}  // namespace lipwright::core
