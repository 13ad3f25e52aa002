#include "engine/core/timecode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

namespace lipwright::core {
namespace {

constexpr std::size_t kMaximumDigits = 12;

/// The names of the frames of a day: how many there are, and which are left out.
class Count {
public:
    explicit Count(const TimecodeFormat& format)
        : m_rate(std::clamp(format.framesPerSecond, 1, 120)),
          m_dropped(format.dropFrame && m_rate % 30 == 0 ? m_rate / 15 : 0) {}

    [[nodiscard]] std::int64_t rate() const { return m_rate; }
    [[nodiscard]] std::int64_t dropped() const { return m_dropped; }
    [[nodiscard]] std::int64_t perMinute() const { return m_rate * 60 - m_dropped; }
    [[nodiscard]] std::int64_t perTenMinutes() const { return m_rate * 600 - m_dropped * 9; }
    [[nodiscard]] std::int64_t perDay() const { return perTenMinutes() * 6 * 24; }

    /// Frames since 00:00:00:00 -> the number that would be shown if nothing was left out.
    [[nodiscard]] std::int64_t nameOf(std::int64_t frame) const {
        const std::int64_t tens = frame / perTenMinutes();
        const std::int64_t rest = frame % perTenMinutes();
        // The first minute of ten is complete; it is longer than the others by the dropped ones.
        const std::int64_t minutes = rest < m_rate * 60 ? 0 : (rest - m_dropped) / perMinute();
        return frame + m_dropped * (tens * 9 + minutes);
    }

    /// And back.
    [[nodiscard]] std::int64_t frameOf(std::int64_t minutes, std::int64_t seconds,
                                       std::int64_t frames) const {
        if (minutes % 10 != 0 && seconds == 0 && frames < m_dropped) {
            frames = m_dropped;
        }
        return (minutes * 60 + seconds) * m_rate + frames - m_dropped * (minutes - minutes / 10);
    }

private:
    std::int64_t m_rate;
    std::int64_t m_dropped;
};

Failure notATimecode(std::string_view text, const std::string& reason) {
    return fail(ErrorCode::invalidArgument, reason, std::string(text.substr(0, 40)),
                "Type hours, minutes, seconds and frames, like 01:02:03:04");
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Hours, minutes, seconds, frames; `typed` of them, counted from the right.
struct Fields {
    std::array<std::int64_t, 4> values{};
    std::size_t typed = 0;
};

Result<std::int64_t> numberOf(std::string_view digits, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > kMaximumDigits || problem != std::errc{} ||
        end != digits.data() + digits.size() || digits.front() == '-') {
        return notATimecode(text, "it is not a timecode");
    }
    return value;
}

/// Digits alone, as on a keypad: pairs from the right, the rest are hours.
Result<Fields> fieldsOfDigits(std::string_view digits) {
    Fields fields;
    std::string_view rest = digits;
    for (std::size_t i = 4; i-- > 0 && !rest.empty();) {
        const std::size_t length = i == 0 ? rest.size() : std::min<std::size_t>(2, rest.size());
        const auto value = numberOf(rest.substr(rest.size() - length), digits);
        if (!value) {
            return passOn(value);
        }
        fields.values[i] = *value;
        ++fields.typed;
        rest.remove_suffix(length);
    }
    return fields;
}

Result<Fields> fieldsOf(std::string_view text) {
    constexpr std::string_view kSeparators = ":;.,";
    if (text.find_first_of(kSeparators) == std::string_view::npos) {
        return fieldsOfDigits(text);
    }
    std::vector<std::string_view> parts;
    std::string_view rest = text;
    for (auto end = rest.find_first_of(kSeparators); end != std::string_view::npos;
         end = rest.find_first_of(kSeparators)) {
        parts.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    parts.push_back(rest);
    if (parts.size() > 4) {
        return notATimecode(text, "it has more parts than a timecode");
    }
    Fields fields;
    fields.typed = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = numberOf(parts[parts.size() - 1 - i], text);
        if (!value) {
            return passOn(value);
        }
        fields.values[3 - i] = *value;
    }
    return fields;
}

/// A typed length, where "90" frames and "0:75" seconds are fine: frames.
std::int64_t lengthOf(const Fields& fields, const Count& count) {
    const auto& [hours, others, seconds, frames] = fields.values;
    const std::int64_t minutes = hours * 60 + others;
    return minutes * count.rate() * 60 + seconds * count.rate() + frames -
           count.dropped() * (minutes - minutes / 10);
}

bool allBelow(const Fields& fields, std::int64_t limit) {
    return std::ranges::all_of(fields.values,
                               [limit](std::int64_t value) { return value < limit; });
}

/// "+20" are twenty frames, "-100" is one second back: a length, so fields may exceed their range.
Result<std::int64_t> relative(std::string_view text, const Count& count, std::int64_t current) {
    if (text.size() == 1) {
        return notATimecode(text, "it is not a timecode");
    }
    const bool back = text.front() == '-';
    const auto fields = fieldsOf(trimmed(text.substr(1)));
    if (!fields) {
        return passOn(fields);
    }
    if (!allBelow(*fields, 1'000'000)) {
        return notATimecode(text, "it is longer than a day");
    }
    const std::int64_t length = lengthOf(*fields, count);
    if (length > count.perDay()) {
        return notATimecode(text, "it is longer than a day");
    }
    return current + (back ? -length : length);
}

/// What was not typed is as at the playhead.
void completeFrom(Fields& fields, std::int64_t frame, const Count& count) {
    const std::int64_t day = count.perDay();
    const std::int64_t seconds = count.nameOf((frame % day + day) % day) / count.rate();
    const std::array<std::int64_t, 3> here{seconds / 3600, seconds / 60 % 60, seconds % 60};
    for (std::size_t i = 0; i + fields.typed < 4; ++i) {
        fields.values[i] = here[i];
    }
}

}  // namespace

TimecodeFormat TimecodeFormat::of(TimeBase frameDuration, std::string_view startTimecode) {
    const double rate = frameDuration.numerator > 0 && frameDuration.denominator > 0
                            ? 1.0 / frameDuration.seconds()
                            : 25.0;
    TimecodeFormat format;
    format.framesPerSecond = static_cast<int>(std::clamp(std::round(rate), 1.0, 120.0));
    const bool fractional = std::abs(rate * 1.001 - format.framesPerSecond) < 1e-3 * rate / 4;
    const bool droppable = fractional && format.framesPerSecond % 30 == 0;
    const std::string_view start = trimmed(startTimecode);
    const bool marked = start.find_first_of(";,") != std::string_view::npos;
    format.dropFrame = droppable && (start.empty() || marked);
    if (!start.empty()) {
        const auto frame = frameOfTimecode(start, format);
        format.startFrame = frame ? *frame : 0;
    }
    return format;
}

std::string toTimecode(std::int64_t frame, const TimecodeFormat& format) {
    const Count count(format);
    const std::int64_t day = count.perDay();
    const std::int64_t since = ((frame % day + format.startFrame % day) % day + day) % day;
    const std::int64_t name = count.nameOf(since);
    const std::int64_t seconds = name / count.rate();
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d%c%0*d",
                  static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                  static_cast<int>(seconds % 60), count.dropped() > 0 ? ';' : ':',
                  count.rate() > 100 ? 3 : 2, static_cast<int>(name % count.rate()));
    return text.data();
}

Result<std::int64_t> frameOfTimecode(std::string_view text, const TimecodeFormat& format,
                                     std::int64_t current) {
    const Count count(format);
    const std::string_view typed = trimmed(text);
    if (typed.empty()) {
        return notATimecode(text, "there is no timecode");
    }
    if (typed.front() == '+' || typed.front() == '-') {
        return relative(typed, count, current);
    }
    auto fields = fieldsOf(typed);
    if (!fields) {
        return passOn(fields);
    }
    if (format.startFrame != 0) {
        completeFrom(*fields, current + format.startFrame, count);
    }
    const auto& [hours, minutes, seconds, frames] = fields->values;
    if (hours > 23 || minutes > 59 || seconds > 59 || frames >= count.rate()) {
        return notATimecode(text, "there is no such timecode at " + std::to_string(count.rate()) +
                                      " frames per second");
    }
    // A film that runs past midnight: its later part is named by the small numbers.
    std::int64_t frame = count.frameOf(hours * 60 + minutes, seconds, frames) - format.startFrame;
    if (frame < -count.perDay() / 2) {
        frame += count.perDay();
    }
    return frame;
}

}  // namespace lipwright::core
