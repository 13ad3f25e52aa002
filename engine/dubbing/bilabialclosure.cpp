#include "engine/dubbing/bilabialclosure.h"

#include "engine/speech/phoneposteriors.h"
#include "engine/synthesis/shapecontrol.h"
#include "engine/synthesis/smoothstep.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace lipwright::dubbing {
namespace {

constexpr std::array<std::size_t, 3> kBilabials = {8, 23, 28};  ///< columns of B, M and P
constexpr double kSmoothingRows = 2.5;       ///< standard deviation; a bilabial lasts 3 to 15 rows
constexpr float kFaintest = 0.07F;           ///< about the mean over speech
constexpr float kElsewhere = 0.06F;          ///< median over speech without m, b and p
constexpr std::ptrdiff_t kLongestRows = 20;  ///< at half height

constexpr double kLipsAhead = 0.03;      ///< lips meet before the sound of it is most certain
constexpr double kDipReach = 0.05;       ///< how far from there the network's own dip may lie
constexpr float kOpeningCounts = 0.03F;  ///< probability that one deviation less opening is worth
constexpr float kDoubtful = 0.13F;       ///< up to which nothing is closed
constexpr float kCertain = 0.18F;        ///< from which on lips meet

constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);

std::vector<float> smoothed(std::span<const float> values) {
    const auto count = std::ssize(values);
    const auto reach = static_cast<std::ptrdiff_t>(std::ceil(3.0 * kSmoothingRows));
    std::vector<float> result(values.size());
    for (std::ptrdiff_t row = 0; row < count; ++row) {
        double sum = 0.0;
        double weights = 0.0;
        const auto end = std::min(count, row + reach + 1);
        for (auto other = std::max<std::ptrdiff_t>(0, row - reach); other < end; ++other) {
            const double distance = static_cast<double>(other - row) / kSmoothingRows;
            const double weight = std::exp(-0.5 * distance * distance);
            sum += weight * values[static_cast<std::size_t>(other)];
            weights += weight;
        }
        result[static_cast<std::size_t>(row)] = static_cast<float>(sum / weights);
    }
    return result;
}

std::vector<float> bilabialMass(std::span<const float> phonetic) {
    std::vector<float> mass(phonetic.size() / speech::kPhones);
    for (std::size_t row = 0; row < mass.size(); ++row) {
        for (const std::size_t phone : kBilabials) {
            mass[row] += phonetic[row * speech::kPhones + phone];
        }
    }
    return mass;
}

/// Rows around a peak that stay above half of its height.
std::ptrdiff_t widthAt(std::span<const float> mass, std::size_t peak) {
    const float half = (mass[peak] + kElsewhere) / 2.0F;
    const auto isLow = [half](float value) { return value < half; };
    const auto at = mass.begin() + static_cast<std::ptrdiff_t>(peak);
    const auto end = std::find_if(at, mass.end(), isLow);
    const auto before = std::find_if(std::make_reverse_iterator(at), mass.rend(), isLow);
    return end - before.base();
}

std::size_t frameAt(std::span<const double> times, double second) {
    return static_cast<std::size_t>(std::ranges::lower_bound(times, second) - times.begin());
}

/// Where the mouth is least open near a sound; nothing: no frames are near.
std::optional<std::size_t> dipAt(const BilabialSound& sound, std::span<const float> openings,
                                 std::span<const double> times) {
    const double expected = sound.seconds - kLipsAhead;
    const std::size_t first = frameAt(times, expected - kDipReach);
    const std::size_t end = frameAt(times, expected + kDipReach);
    const auto near = openings.subspan(first, end - first);
    return near.empty() ? std::nullopt
                        : std::optional(first + static_cast<std::size_t>(
                                                    std::ranges::min_element(near) - near.begin()));
}

std::vector<float> openingsOf(std::span<const face::MouthShape> shapes) {
    std::vector<float> openings;
    for (const face::MouthShape& shape : shapes) {
        openings.push_back(shape[kOpening]);
    }
    return openings;
}

/// How much each frame is to be closed, 0 to 1.
std::vector<float> closures(const synthesis::ShapeCurve& curve, std::span<const double> times,
                            std::span<const BilabialSound> sounds) {
    const std::vector<float> openings = openingsOf(curve.shapes);
    std::vector<float> shares(times.size(), 0.0F);
    for (const BilabialSound& sound : sounds) {
        const auto dip = dipAt(sound, openings, times);
        if (!dip) {
            continue;
        }
        const std::size_t centre = *dip;
        const float evidence =
            sound.probability - kOpeningCounts * sound.usualOpening.value_or(openings[centre]);
        const float share = synthesis::smoothStep((evidence - kDoubtful) / (kCertain - kDoubtful));
        const std::size_t last = frameAt(times, times[centre] + kClosingSeconds);
        for (auto frame = frameAt(times, times[centre] - kClosingSeconds); frame < last; ++frame) {
            const double away = std::abs(times[frame] - times[centre]) / kClosingSeconds;
            const float fade = 1.0F - synthesis::smoothStep(static_cast<float>(away));
            shares[frame] = std::max(shares[frame], share * fade);
        }
    }
    return shares;
}

}  // namespace

std::vector<BilabialSound> bilabialSounds(std::span<const float> phonetic, double firstSecond) {
    const std::vector<float> mass = smoothed(bilabialMass(phonetic));
    std::vector<BilabialSound> sounds;
    for (std::size_t row = 1; row + 1 < mass.size(); ++row) {
        const bool isPeak = mass[row] >= mass[row - 1] && mass[row] > mass[row + 1];
        if (isPeak && mass[row] >= kFaintest && widthAt(mass, row) <= kLongestRows) {
            sounds.push_back(
                {firstSecond + static_cast<double>(row) / speech::kPhoneRowsPerSecond, mass[row]});
        }
    }
    return sounds;
}

void judgeByOpening(std::span<BilabialSound> sounds, std::span<const face::MouthShape> usual,
                    std::span<const double> times) {
    const std::vector<float> openings = openingsOf(usual);
    for (BilabialSound& sound : sounds) {
        if (const auto dip = dipAt(sound, openings, times)) {
            sound.usualOpening = openings[*dip];
        }
    }
}

void closeOnBilabials(synthesis::ShapeCurve& curve, std::span<const double> times,
                      std::span<const BilabialSound> sounds, const face::MouthRange& actor) {
    const std::vector<float> shares = closures(curve, times, sounds);
    for (std::size_t t = 0; t < shares.size(); ++t) {
        face::MouthShape& shape = curve.shapes[t];
        const auto closed = synthesis::withControl(
            shape, synthesis::closedLips(actor, synthesis::controlOf(shape)));
        if (shares[t] <= 0.0F || closed[kOpening] >= shape[kOpening]) {
            continue;
        }
        for (std::size_t m = 0; m < shape.size(); ++m) {
            shape[m] = std::lerp(shape[m], closed[m], shares[t]);
        }
    }
}

}  // namespace lipwright::dubbing
