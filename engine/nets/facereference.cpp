#include "engine/nets/facereference.h"

#include <algorithm>
#include <cmath>

namespace lipwright::nets {

namespace {

constexpr float kQuantileSpan = 3.2897F;   // between 5 % and 95 % of a normal distribution
constexpr float kSmallestRange = 0.0002F;  // of the outer eye corner distance
constexpr float kLargestRelative = 4.0F;

std::size_t sizeOf(ExpertSight sight) {
    return static_cast<std::size_t>(sight == ExpertSight::pictures ? kExpertPictureValues
                                                                   : kExpertMouthValues);
}

float quantile(const std::vector<float>& sorted, double q) {
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(position);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return std::lerp(sorted[low], sorted[high],
                     static_cast<float>(position - static_cast<double>(low)));
}

}  // namespace

FaceReference FaceReference::of(ExpertSight sight, std::span<const float> values) {
    const std::size_t size = sizeOf(sight);
    const std::size_t rows = values.size() / size;
    FaceReference reference{std::vector<float>(size, 0.0F), std::vector<float>(size, 1.0F)};
    std::vector<float> column(rows);
    for (std::size_t v = 0; v < size && rows > 0; ++v) {
        double sum = 0.0;
        for (std::size_t row = 0; row < rows; ++row) {
            column[row] = values[row * size + v];
            sum += column[row];
        }
        if (sight == ExpertSight::pictures) {
            reference.centre[v] = static_cast<float>(sum / static_cast<double>(rows));
            continue;
        }
        std::ranges::sort(column);
        reference.centre[v] = quantile(column, 0.5);
        reference.range[v] = std::max(
            (quantile(column, 0.95) - quantile(column, 0.05)) / kQuantileSpan, kSmallestRange);
    }
    return reference;
}

void FaceReference::makeRelative(ExpertSight sight, std::span<float> values) const {
    const std::size_t size = centre.size();
    const float most =
        sight == ExpertSight::pictures ? std::numeric_limits<float>::infinity() : kLargestRelative;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t v = i % size;
        values[i] = std::clamp((values[i] - centre[v]) / range[v], -most, most);
    }
}

}  // namespace lipwright::nets
