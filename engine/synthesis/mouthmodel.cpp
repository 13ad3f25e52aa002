#include "engine/synthesis/mouthmodel.h"

namespace lipwright::synthesis {

namespace {

constexpr int kOutputs = 2 * face::kLandmarkCount;
constexpr int kPoseTerms = 2;
constexpr int kFeatures = 1 + face::kMouthMeasures + kPoseTerms;
constexpr double kPosePrior = 0.02;  // radians² per prior frame: pose terms start at zero

using Features = std::array<double, kFeatures>;

Features featuresOf(const MouthShape& relative, const face::HeadPose& pose) {
    Features features{};
    features[0] = 1.0;
    for (std::size_t m = 0; m < relative.size(); ++m) {
        features[1 + m] = relative[m];
    }
    features[kFeatures - 2] = pose.yaw;
    features[kFeatures - 1] = pose.pitch;
    return features;
}

struct Motion {
    int landmark;
    float x;
    float y;
};

// What a typical mouth does per head unit of each measure. Each set changes its own measure by
// exactly one and leaves the others alone; the opening alone has none, being what lies between
// upper and lower lip.
constexpr Motion kUpperLip[] = {{60, 0, .2F}, {61, 0, 1}, {62, 0, 1}, {63, 0, 1}, {64, 0, .2F}};
constexpr Motion kLowerLip[] = {{60, 0, .2F}, {64, 0, .2F}, {65, 0, 1}, {66, 0, 1}, {67, 0, 1}};
constexpr Motion kWidth[] = {{48, -.5F, 0},  {49, -.3F, 0}, {50, -.12F, 0}, {52, .12F, 0},
                             {53, .3F, 0},   {54, .5F, 0},  {55, .3F, 0},   {56, .12F, 0},
                             {58, -.12F, 0}, {59, -.3F, 0}, {60, -.45F, 0}, {61, -.15F, 0},
                             {63, .15F, 0},  {64, .45F, 0}, {65, .15F, 0},  {67, -.15F, 0}};
constexpr Motion kHeight[] = {{49, 0, -.12F}, {50, 0, -.3F}, {51, 0, -.3F}, {52, 0, -.3F},
                              {53, 0, -.12F}, {55, 0, .4F},  {56, 0, .7F},  {57, 0, .7F},
                              {58, 0, .7F},   {59, 0, .4F}};
constexpr Motion kJaw[] = {{4, 0, .15F}, {5, 0, .4F},   {6, 0, .75F}, {7, 0, 1},    {8, 0, 1},
                           {9, 0, 1},    {10, 0, .75F}, {11, 0, .4F}, {12, 0, .15F}};

template <std::size_t N>
void addPrior(cv::Mat& prior, face::MouthMeasure measure, const face::MouthRange& range,
              const Motion (&motions)[N]) {
    const auto index = static_cast<int>(measure);
    const double unit = range.range.at(static_cast<std::size_t>(index));
    for (const Motion& motion : motions) {
        prior.at<double>(1 + index, 2 * motion.landmark) = unit * static_cast<double>(motion.x);
        prior.at<double>(1 + index, 2 * motion.landmark + 1) = unit * static_cast<double>(motion.y);
    }
}

Landmarks combine(const cv::Mat& coefficients, const Features& features) {
    std::array<double, kOutputs> sum{};
    for (int f = 0; f < kFeatures; ++f) {
        const double factor = features[static_cast<std::size_t>(f)];
        const auto* row = coefficients.ptr<double>(f);
        for (std::size_t k = 0; k < sum.size(); ++k) {
            sum[k] += factor * row[k];
        }
    }
    Landmarks result;
    for (std::size_t k = 0; k < result.size(); ++k) {
        result[k] = {static_cast<float>(sum[2 * k]), static_cast<float>(sum[2 * k + 1])};
    }
    return result;
}

}  // namespace

Landmarks operator+(const Landmarks& a, const Landmarks& b) {
    Landmarks sum;
    for (std::size_t k = 0; k < sum.size(); ++k) {
        sum[k] = a[k] + b[k];
    }
    return sum;
}

Landmarks operator-(const Landmarks& a, const Landmarks& b) {
    Landmarks difference;
    for (std::size_t k = 0; k < difference.size(); ++k) {
        difference[k] = a[k] - b[k];
    }
    return difference;
}

Landmarks operator*(const Landmarks& a, float factor) {
    Landmarks product;
    for (std::size_t k = 0; k < product.size(); ++k) {
        product[k] = a[k] * factor;
    }
    return product;
}

MouthModel::Fit::Fit(const face::MouthRange& range)
    : m_range(range),
      m_gram(cv::Mat::zeros(kFeatures, kFeatures, CV_64F)),
      m_response(cv::Mat::zeros(kFeatures, kOutputs, CV_64F)) {}

void MouthModel::Fit::add(const Landmarks& head, const MouthShape& relative,
                          const face::HeadPose& pose) {
    const Features features = featuresOf(relative, pose);
    for (int f = 0; f < kFeatures; ++f) {
        const double value = features[static_cast<std::size_t>(f)];
        auto* gram = m_gram.ptr<double>(f);
        auto* response = m_response.ptr<double>(f);
        for (int g = 0; g < kFeatures; ++g) {
            gram[g] += value * features[static_cast<std::size_t>(g)];
        }
        for (std::size_t k = 0; k < head.size(); ++k) {
            response[2 * k] += value * static_cast<double>(head[k].x);
            response[2 * k + 1] += value * static_cast<double>(head[k].y);
        }
    }
}

MouthModel MouthModel::Fit::solve(double priorFrames) const {
    cv::Mat prior = cv::Mat::zeros(kFeatures, kOutputs, CV_64F);
    addPrior(prior, face::MouthMeasure::upperLip, m_range, kUpperLip);
    addPrior(prior, face::MouthMeasure::lowerLip, m_range, kLowerLip);
    addPrior(prior, face::MouthMeasure::width, m_range, kWidth);
    addPrior(prior, face::MouthMeasure::height, m_range, kHeight);
    addPrior(prior, face::MouthMeasure::jaw, m_range, kJaw);
    cv::Mat gram = m_gram.clone();
    cv::Mat response = m_response.clone();
    gram.at<double>(0, 0) += 1e-9;
    for (int f = 1; f < kFeatures; ++f) {
        const double weight =
            f <= face::kMouthMeasures ? priorFrames : priorFrames * kPosePrior + 1e-6;
        gram.at<double>(f, f) += weight;
        response.row(f) += weight * prior.row(f);
    }
    cv::Mat coefficients;
    cv::solve(gram, response, coefficients, cv::DECOMP_SVD);
    return MouthModel(coefficients);
}

Landmarks MouthModel::predict(const MouthShape& relative, const face::HeadPose& pose) const {
    return combine(m_coefficients, featuresOf(relative, pose));
}

Landmarks MouthModel::change(const MouthShape& difference) const {
    face::HeadPose still;
    Features features = featuresOf(difference, still);
    features[0] = 0.0;
    return combine(m_coefficients, features);
}

}  // namespace lipwright::synthesis
