#include "engine/dubbing/silencegate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::dubbing {
namespace {

constexpr float kLowestLevel = -120.0F;

struct Silence {
    double start = 0.0;
    double end = 0.0;
};

/// Stretches below the gate that last long enough; those at the ends go on beyond them.
std::vector<Silence> silencesOf(const VoiceLevels& levels, double gate) {
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    const std::size_t count = levels.decibels.size();
    const auto secondOf = [&](std::size_t step) {
        return levels.firstSecond + static_cast<double>(step) * kLevelSeconds;
    };
    std::vector<Silence> silences;
    for (std::size_t begin = 0; begin < count;) {
        std::size_t end = begin;
        while (end < count && levels.decibels[end] < gate) {
            ++end;
        }
        const Silence silence{begin == 0 ? -kEndless : secondOf(begin),
                              end == count ? kEndless : secondOf(end)};
        if (end > begin && silence.end - silence.start > kShortestSilence) {
            silences.push_back(silence);
        }
        begin = end + 1;
    }
    return silences;
}

/// 0 at the silence's ends, 1 from kRestingSeconds inside of it on.
float restAt(double second, const Silence& silence) {
    const double inside = std::min(second - silence.start, silence.end - second);
    const double share = std::clamp(inside / kRestingSeconds, 0.0, 1.0);
    return static_cast<float>(share * share * (3.0 - 2.0 * share));
}

}  // namespace

VoiceLevels levelsOf(std::span<const float> samples, int sampleRate, double firstSecond) {
    const auto step = static_cast<std::size_t>(std::lround(sampleRate * kLevelSeconds));
    VoiceLevels levels{firstSecond, {}};
    for (std::size_t begin = 0; begin + step <= samples.size(); begin += step) {
        double power = 0.0;
        for (const float sample : samples.subspan(begin, step)) {
            power += static_cast<double>(sample) * sample;
        }
        const double decibels = 10.0 * std::log10(power / static_cast<double>(step));
        levels.decibels.push_back(std::max(static_cast<float>(decibels), kLowestLevel));
    }
    return levels;
}

void restInSilence(synthesis::ShapeCurve& curve, std::span<const double> times,
                   const VoiceLevels& levels, double gateDecibels, const face::MouthShape& rest) {
    const auto silences = silencesOf(levels, gateDecibels);
    for (std::size_t t = 0; t < curve.shapes.size(); ++t) {
        const auto silence =
            std::ranges::find_if(silences, [&](const Silence& one) { return times[t] < one.end; });
        if (silence == silences.end() || times[t] <= silence->start) {
            continue;
        }
        const float share = restAt(times[t], *silence);
        for (std::size_t m = 0; m < rest.size(); ++m) {
            curve.shapes[t][m] = std::lerp(curve.shapes[t][m], rest[m], share);
        }
    }
}

}  // namespace lipwright::dubbing
