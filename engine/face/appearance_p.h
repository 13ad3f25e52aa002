// What a face looks like, to tell actors apart across shots: luma structure of the aligned upper
// face, colours of skin and hair, proportions in head coordinates; a mean over a track. No
// recognition network: good enough to group the few people of a film, to be corrected by the user.
#pragma once

#include "engine/face/landmarks.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::face {

class Appearance {
public:
    static constexpr int kCrop = 96;

    /// `crop`: aligned RGB face, (kCrop, kCrop) CV_8UC3; `head`: landmarks in head coordinates.
    void add(const cv::Mat& crop, const Landmarks& head);
    void add(const Appearance& other);
    [[nodiscard]] bool empty() const { return m_count == 0.0; }

    /// Grows from 0 for the same face in the same light; strangers are usually above
    /// kSameActorDistance. Large when one of them is empty.
    [[nodiscard]] static double distance(const Appearance& a, const Appearance& b);

private:
    std::vector<double> m_texture;  ///< sums over the pictures added
    std::vector<double> m_colour;
    std::vector<double> m_shape;
    double m_count = 0.0;
};

/// Measured on real footage: see the comment at its definition.
extern const double kSameActorDistance;

struct AppearedTrack {
    const Appearance* appearance = nullptr;
    std::int64_t firstFrame = 0;
    std::int64_t endFrame = 0;
};

/// Groups tracks into actors by average-link clustering; tracks that overlap in time are never the
/// same actor. Returns a group number per track, from 0 without gaps.
[[nodiscard]] std::vector<int> groupActors(std::span<const AppearedTrack> tracks);

}  // namespace lipwright::face
