#include "engine/assessment/perceptualdistance_p.h"
#include "engine/evaluation/mouthcrops.h"

#include <cmath>

namespace lipwright::assessment {
namespace {

constexpr int kBatchPairs = 16;

}  // namespace

core::Result<void> PerceptualDistance::add(const cv::Mat& real, const cv::Mat& dubbed) {
    for (const cv::Mat* crop : {&real, &dubbed}) {
        const auto bytes = evaluation::bytesOf(*crop);
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
    }
    return ++m_pendingPairs == kBatchPairs ? lookAtPending() : core::Result<void>();
}

core::Result<void> PerceptualDistance::lookAtPending() {
    if (m_pendingPairs == 0) {
        return {};
    }
    const auto features = m_expert.frameFeatures(m_pending, 2 * m_pendingPairs);
    if (!features) {
        return core::passOn(features);
    }
    const std::size_t size = features->size() / static_cast<std::size_t>(2 * m_pendingPairs);
    m_sum.resize(size, 0.0);
    for (std::size_t pair = 0; pair < features->size(); pair += 2 * size) {
        for (std::size_t i = 0; i < size; ++i) {
            const double real = (*features)[pair + i];
            const double difference = (*features)[pair + size + i] - real;
            m_sum[i] += real;
            m_squares += real * real;
            m_distances += difference * difference;
        }
    }
    m_pairs += m_pendingPairs;
    m_pendingPairs = 0;
    m_pending.clear();
    return {};
}

core::Result<std::optional<double>> PerceptualDistance::value() {
    if (const auto looked = lookAtPending(); !looked) {
        return core::passOn(looked);
    }
    double spread = m_squares;
    for (const double sum : m_sum) {
        spread -= sum * sum / m_pairs;
    }
    if (m_pairs == 0 || spread <= 1e-9) {
        return std::optional<double>();
    }
    return std::optional(std::sqrt(m_distances / spread));
}

}  // namespace lipwright::assessment
