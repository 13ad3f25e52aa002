// How an actor's landmarks move with the mouth's shape and the head's turn: a linear model in head
// coordinates, fitted to the actor's own frames and held by a universal prior where they are few.
// Immutable once fitted.
#pragma once

#include "engine/face/headpose.h"
#include "engine/face/landmarks.h"
#include "engine/face/mouthshape.h"

#include <opencv2/core.hpp>

namespace lipwright::synthesis {

using face::Landmarks;
using face::MouthShape;

[[nodiscard]] Landmarks operator+(const Landmarks& a, const Landmarks& b);
[[nodiscard]] Landmarks operator-(const Landmarks& a, const Landmarks& b);
[[nodiscard]] Landmarks operator*(const Landmarks& a, float factor);

/// landmarks = mean + B·shape + P·(yaw, pitch), in head units (1 = outer eye corner distance).
class MouthModel {
public:
    /// Sums of one pass over an actor's frames; its size does not depend on their number.
    class Fit {
    public:
        explicit Fit(const face::MouthRange& range);
        void add(const Landmarks& head, const MouthShape& relative, const face::HeadPose& pose);
        /// Ridge regression towards the universal prior, which weighs as much as `priorFrames`
        /// frames. As prior and frames both reproduce the measures, so does the result.
        [[nodiscard]] MouthModel solve(double priorFrames = 25.0) const;

    private:
        face::MouthRange m_range;
        cv::Mat m_gram;      ///< (F, F) CV_64F, sum of features·featuresᵀ
        cv::Mat m_response;  ///< (F, 136) CV_64F, sum of features·landmarksᵀ
    };

    [[nodiscard]] Landmarks predict(const MouthShape& relative, const face::HeadPose& pose) const;
    /// B·difference: how the landmarks move when the shape changes and the head stays.
    [[nodiscard]] Landmarks change(const MouthShape& difference) const;

private:
    explicit MouthModel(const cv::Mat& coefficients) : m_coefficients(coefficients) {}
    cv::Mat m_coefficients;  ///< (F, 136) CV_64F
};

}  // namespace lipwright::synthesis
