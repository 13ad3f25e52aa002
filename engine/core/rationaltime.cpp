#include "engine/core/rationaltime.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace lipwright::core {
namespace {

__extension__ using Int128 = __int128;

std::int64_t divideRounded(Int128 numerator, Int128 denominator) {
    const Int128 half = denominator / 2;
    return static_cast<std::int64_t>(
        (numerator >= 0 ? numerator + half : numerator - half) / denominator);
}

}  // namespace

RationalTime RationalTime::rescaled(TimeBase target) const {
    if (target == base) {
        return *this;
    }
    const Int128 numerator = Int128{value} * base.numerator * target.denominator;
    const Int128 denominator = Int128{base.denominator} * target.numerator;
    return {divideRounded(numerator, denominator), target};
}

RationalTime RationalTime::fromSeconds(double seconds, TimeBase base) {
    return {std::llround(seconds / base.seconds()), base};
}

std::strong_ordering operator<=>(const RationalTime& a, const RationalTime& b) {
    const Int128 left = Int128{a.value} * a.base.numerator * b.base.denominator;
    const Int128 right = Int128{b.value} * b.base.numerator * a.base.denominator;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

RationalTime operator+(RationalTime a, RationalTime b) {
    return {a.value + b.rescaled(a.base).value, a.base};
}

RationalTime operator-(RationalTime a, RationalTime b) {
    return {a.value - b.rescaled(a.base).value, a.base};
}

std::string toDisplayString(RationalTime time) {
    const std::int64_t milliseconds = time.rescaled({1, 1000}).value;
    const std::int64_t whole = std::llabs(milliseconds);
    char text[48];
    std::snprintf(text, sizeof text, "%s%lld:%02lld:%02lld.%03lld", milliseconds < 0 ? "-" : "",
                  static_cast<long long>(whole / 3'600'000),
                  static_cast<long long>(whole / 60'000 % 60),
                  static_cast<long long>(whole / 1000 % 60), static_cast<long long>(whole % 1000));
    return text;
}

}  // namespace lipwright::core
