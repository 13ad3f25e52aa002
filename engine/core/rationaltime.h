// Exact time: a count of ticks of a rational length. A timestamp is never a bare double; seconds
// are derived for display and for choosing audio samples only.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace lipwright::core {

/// Seconds per tick, numerator / denominator, both positive (1/12800, 1001/30000 ...).
struct TimeBase {
    std::int32_t numerator = 1;
    std::int32_t denominator = 1;

    [[nodiscard]] double seconds() const {
        return static_cast<double>(numerator) / denominator;
    }
    friend bool operator==(const TimeBase&, const TimeBase&) = default;
};

struct RationalTime {
    std::int64_t value = 0;
    TimeBase base;

    [[nodiscard]] double seconds() const { return static_cast<double>(value) * base.seconds(); }

    /// The nearest tick of another base; halves go away from zero. Exact in 128-bit arithmetic.
    [[nodiscard]] RationalTime rescaled(TimeBase target) const;

    [[nodiscard]] static RationalTime fromSeconds(double seconds, TimeBase base);

    /// Compares instants, not representations: 1/25 equals 2/50.
    friend std::strong_ordering operator<=>(const RationalTime& a, const RationalTime& b);
    friend bool operator==(const RationalTime& a, const RationalTime& b) {
        return (a <=> b) == std::strong_ordering::equal;
    }
};

/// The sum or difference in the base of the left operand.
[[nodiscard]] RationalTime operator+(RationalTime a, RationalTime b);
[[nodiscard]] RationalTime operator-(RationalTime a, RationalTime b);

/// Half-open: `start` belongs to it, `end` does not.
struct TimeRange {
    RationalTime start;
    RationalTime end;

    [[nodiscard]] bool contains(RationalTime time) const { return start <= time && time < end; }
    [[nodiscard]] bool empty() const { return !(start < end); }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// "0:01:02.345" for people; not for computing.
[[nodiscard]] std::string toDisplayString(RationalTime time);

}  // namespace lipwright::core
