// How far dubbed mouths are from the real ones as the expert's picture encoder sees them: the root
// mean square distance of its features, divided by that of the real mouths from their own mean.
// (The paper takes VGG16's features, whose weights are not free for us.) Belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/lipsyncexpert.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lipwright::assessment {

class PerceptualDistance {
public:
    /// The expert must look at pictures and outlive this.
    explicit PerceptualDistance(const nets::LipSyncExpert& expert) : m_expert(expert) {}

    /// Mouth crops as evaluation::mouthCrop() makes them.
    [[nodiscard]] core::Result<void> add(const cv::Mat& real, const cv::Mat& dubbed);
    /// Nothing when the real mouth never moves.
    [[nodiscard]] core::Result<std::optional<double>> value();

private:
    [[nodiscard]] core::Result<void> lookAtPending();

    const nets::LipSyncExpert& m_expert;
    std::vector<std::uint8_t> m_pending;  ///< real, dubbed, real ...
    int m_pendingPairs = 0;
    std::vector<double> m_sum;  ///< of the real features
    double m_squares = 0.0;     ///< of the real features
    double m_distances = 0.0;   ///< squared, between real and dubbed
    int m_pairs = 0;
};

}  // namespace lipwright::assessment
