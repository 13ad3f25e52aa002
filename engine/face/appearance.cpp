#include "engine/face/appearance_p.h"
#include "engine/face/appearancevalues_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::face {

// Over 293 clips of 84 speakers, one descriptor per clip: area under the curve same against
// different speaker 0.93, within one kind of footage 0.87. Half of the pairs of one speaker (in
// other clips, often in other light) are nearer than 0.51, 5 % of different speakers in alike
// footage nearer than 0.58.
const double kSameActorDistance = 0.54;

namespace {

constexpr double kFar = 10.0;
/// Median differences between strangers.
constexpr double kTypicalTexture = 0.0317;
constexpr double kTypicalColour = 0.375;
constexpr double kTypicalShape = 0.381;

/// The mouth (below the nose base) takes no part: it moves.
const cv::Rect kUpperFace(12, 4, 72, 60);

/// Mean chroma and luma contrast of cheeks, forehead, brows and hair.
std::vector<double> colourOf(const cv::Mat& rgb) {
    cv::Mat lab;
    cv::Mat real;
    rgb.convertTo(real, CV_32F, 1.0 / 255.0);
    cv::cvtColor(real, lab, cv::COLOR_RGB2Lab);
    const cv::Rect regions[] = {{24, 44, 12, 12}, {60, 44, 12, 12}, {36, 6, 24, 10},
                                {4, 4, 10, 30},   {82, 4, 10, 30},  {30, 0, 36, 5}};
    std::vector<double> colours;
    const double skin = (cv::mean(lab(regions[0]))[0] + cv::mean(lab(regions[1]))[0]) / 2;
    for (const cv::Rect& region : regions) {
        const cv::Scalar mean = cv::mean(lab(region));
        colours.insert(colours.end(), {(mean[0] - skin) / 60.0, mean[1] / 30.0, mean[2] / 30.0});
    }
    return colours;
}

/// Distances of landmarks that speech moves little, in head units.
std::vector<double> shapeOf(const Landmarks& head) {
    constexpr std::size_t kPoints[] = {0,  2,  14, 16, 17, 19, 21, 22, 24, 26, 27, 30, 31, 33,
                                       35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47};
    std::vector<double> shape;
    for (const std::size_t i : kPoints) {
        shape.push_back(head[i].x * 10.0);
        shape.push_back(head[i].y * 10.0);
    }
    return shape;
}

bool meet(const AppearedTrack& a, const AppearedTrack& b) {
    return a.firstFrame < b.endFrame && b.firstFrame < a.endFrame;
}

/// Average-link clustering on a matrix of distances, each row knowing its nearest: a film of a
/// thousand tracks takes a second.
class Clustering {
public:
    explicit Clustering(std::span<const AppearedTrack> tracks)
        : m_count(tracks.size()),
          m_distances(m_count * m_count, kNever),
          m_nearest(m_count, 0),
          m_sizes(m_count, 1.0),
          m_groups(m_count) {
        for (std::size_t i = 0; i < m_count; ++i) {
            m_groups[i] = i;
            for (std::size_t j = 0; j < i; ++j) {
                if (!meet(tracks[i], tracks[j])) {
                    at(i, j) = at(j, i) =
                        Appearance::distance(*tracks[i].appearance, *tracks[j].appearance);
                }
            }
        }
        for (std::size_t i = 0; i < m_count; ++i) {
            findNearest(i);
        }
    }

    /// Joins the two nearest groups; false when all are farther apart than an actor from himself.
    bool joinNearest() {
        std::size_t first = 0;
        for (std::size_t i = 1; i < m_count; ++i) {
            first = at(i, m_nearest[i]) < at(first, m_nearest[first]) ? i : first;
        }
        if (m_count == 0 || !(at(first, m_nearest[first]) < kSameActorDistance)) {
            return false;
        }
        const std::size_t second = std::max(first, m_nearest[first]);
        join(std::min(first, m_nearest[first]), second);
        return true;
    }

    /// Group of each track, numbered in the order of their first tracks.
    [[nodiscard]] std::vector<int> numbers() const {
        std::vector<int> number(m_count, -1);
        std::vector<int> result;
        int next = 0;
        for (const std::size_t group : m_groups) {
            if (number[group] < 0) {
                number[group] = next++;
            }
            result.push_back(number[group]);
        }
        return result;
    }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();

    double& at(std::size_t i, std::size_t j) { return m_distances[i * m_count + j]; }

    void findNearest(std::size_t i) {
        const auto row = m_distances.begin() + static_cast<std::ptrdiff_t>(i * m_count);
        m_nearest[i] = static_cast<std::size_t>(
            std::min_element(row, row + static_cast<std::ptrdiff_t>(m_count)) - row);
    }

    void join(std::size_t kept, std::size_t gone) {
        const double total = m_sizes[kept] + m_sizes[gone];
        for (std::size_t k = 0; k < m_count; ++k) {
            const double mean =
                k == kept || k == gone
                    ? kNever
                    : (m_sizes[kept] * at(kept, k) + m_sizes[gone] * at(gone, k)) / total;
            at(kept, k) = at(k, kept) = mean;
            at(gone, k) = at(k, gone) = kNever;
        }
        m_sizes[kept] = total;
        std::replace(m_groups.begin(), m_groups.end(), gone, kept);
        for (std::size_t k = 0; k < m_count; ++k) {
            if (k == kept || m_nearest[k] == kept || m_nearest[k] == gone) {
                findNearest(k);
            }
        }
    }

    std::size_t m_count;
    std::vector<double> m_distances;
    std::vector<std::size_t> m_nearest;
    std::vector<double> m_sizes;
    std::vector<std::size_t> m_groups;
};

}  // namespace

void Appearance::add(const cv::Mat& crop, const Landmarks& head) {
    accumulate(m_texture, gradientHistograms(crop, kUpperFace));
    accumulate(m_colour, colourOf(crop));
    accumulate(m_shape, shapeOf(head));
    m_count += 1.0;
}

void Appearance::add(const Appearance& other) {
    if (!other.empty()) {
        accumulate(m_texture, other.m_texture);
        accumulate(m_colour, other.m_colour);
        accumulate(m_shape, other.m_shape);
        m_count += other.m_count;
    }
}

double Appearance::distance(const Appearance& a, const Appearance& b) {
    if (a.empty() || b.empty()) {
        return kFar;
    }
    const double texture =
        meanDifference(a.m_texture, a.m_count, b.m_texture, b.m_count) / kTypicalTexture;
    const double colour =
        meanDifference(a.m_colour, a.m_count, b.m_colour, b.m_count) / kTypicalColour;
    const double shape = meanDifference(a.m_shape, a.m_count, b.m_shape, b.m_count) / kTypicalShape;
    return (texture + colour + shape) / 3.0;
}

std::vector<int> groupActors(std::span<const AppearedTrack> tracks) {
    Clustering clustering(tracks);
    while (clustering.joinNearest()) {
    }
    return clustering.numbers();
}

}  // namespace lipwright::face
