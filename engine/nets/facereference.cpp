#include "engine/nets/facereference.h"

#include "engine/core/robustspread.h"

#include <algorithm>
#include <limits>

namespace lipwright::nets {

namespace {

constexpr float kSmallestRange = 0.0002F;  // of the outer eye corner distance
constexpr float kLargestRelative = 4.0F;

std::size_t sizeOf(ExpertSight sight) {
    return static_cast<std::size_t>(sight == ExpertSight::pictures ? kExpertPictureValues
                                                                   : kExpertMouthValues);
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
        const core::RobustSpread spread = core::robustSpread(column, kSmallestRange);
        reference.centre[v] = spread.centre;
        reference.range[v] = spread.deviation;
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
