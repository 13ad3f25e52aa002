#include "engine/training/random.h"

#include <algorithm>
#include <numeric>

namespace lipwright::training {

WeightedChoice::WeightedChoice(std::span<const double> weights) : m_cumulative(weights.size()) {
    std::partial_sum(weights.begin(), weights.end(), m_cumulative.begin());
}

std::size_t WeightedChoice::draw(Random& random) const {
    const double at = random.uniform() * m_cumulative.back();
    const auto found = std::upper_bound(m_cumulative.begin(), m_cumulative.end() - 1, at);
    return static_cast<std::size_t>(found - m_cumulative.begin());
}

}  // namespace lipwright::training
