#include "engine/face/appearance_p.h"

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

constexpr int kCells = 6;  ///< of gradient histograms per side of the upper face
constexpr int kOrientations = 8;
constexpr double kFar = 10.0;
/// Median differences between strangers.
constexpr double kTypicalTexture = 0.0317;
constexpr double kTypicalColour = 0.375;
constexpr double kTypicalShape = 0.381;

/// Histograms of gradient orientation in cells, each normalised: the layout of features, blind to
/// light. The mouth (below the nose base) takes no part: it moves.
std::vector<double> textureOf(const cv::Mat& rgb) {
    cv::Mat gray;
    cv::cvtColor(rgb, gray, cv::COLOR_RGB2GRAY);
    cv::GaussianBlur(gray, gray, cv::Size(3, 3), 0.8);
    const cv::Rect upper(12, 4, 72, 60);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(gray, dx, CV_32F, 1, 0);
    cv::Sobel(gray, dy, CV_32F, 0, 1);
    std::vector<double> cells(kCells * kCells * kOrientations, 0.0);
    for (int y = upper.y; y < upper.br().y; ++y) {
        for (int x = upper.x; x < upper.br().x; ++x) {
            const double gx = dx.at<float>(y, x);
            const double gy = dy.at<float>(y, x);
            const double angle = std::fmod(std::atan2(gy, gx) + 2 * CV_PI, CV_PI) / CV_PI;
            const int bin = std::min(kOrientations - 1, static_cast<int>(angle * kOrientations));
            const int cx = (x - upper.x) * kCells / upper.width;
            const int cy = (y - upper.y) * kCells / upper.height;
            cells[static_cast<std::size_t>((cy * kCells + cx) * kOrientations + bin)] +=
                std::hypot(gx, gy);
        }
    }
    double total = 1e-9;
    for (const double value : cells) {
        total += value;
    }
    for (double& value : cells) {
        value = std::sqrt(value / total);  // Hellinger
    }
    return cells;
}

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

void accumulate(std::vector<double>& sum, const std::vector<double>& values) {
    sum.resize(values.size(), 0.0);
    std::transform(values.begin(), values.end(), sum.begin(), sum.begin(), std::plus<>());
}

/// Root mean square difference of the means; `n` sum counts.
double difference(const std::vector<double>& a, double na, const std::vector<double>& b,
                  double nb) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double d = a[i] / na - b[i] / nb;
        sum += d * d;
    }
    return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, a.size())));
}

struct Group {
    std::vector<std::size_t> members;
};

bool meet(const AppearedTrack& a, const AppearedTrack& b) {
    return a.firstFrame < b.endFrame && b.firstFrame < a.endFrame;
}

/// Mean distance of all pairs; infinite when two members are on screen together.
double linkage(std::span<const AppearedTrack> tracks, const Group& a, const Group& b) {
    double sum = 0.0;
    for (const std::size_t i : a.members) {
        for (const std::size_t j : b.members) {
            if (meet(tracks[i], tracks[j])) {
                return std::numeric_limits<double>::infinity();
            }
            sum += Appearance::distance(*tracks[i].appearance, *tracks[j].appearance);
        }
    }
    return sum / static_cast<double>(a.members.size() * b.members.size());
}

}  // namespace

void Appearance::add(const cv::Mat& crop, const Landmarks& head) {
    accumulate(m_texture, textureOf(crop));
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
        difference(a.m_texture, a.m_count, b.m_texture, b.m_count) / kTypicalTexture;
    const double colour = difference(a.m_colour, a.m_count, b.m_colour, b.m_count) / kTypicalColour;
    const double shape = difference(a.m_shape, a.m_count, b.m_shape, b.m_count) / kTypicalShape;
    return (texture + colour + shape) / 3.0;
}

std::vector<int> groupActors(std::span<const AppearedTrack> tracks) {
    std::vector<Group> groups(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        groups[i].members = {i};
    }
    for (bool merged = true; merged;) {
        merged = false;
        double best = kSameActorDistance;
        std::size_t first = 0;
        std::size_t second = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j) {
                if (const double d = linkage(tracks, groups[i], groups[j]); d < best) {
                    best = d;
                    first = i;
                    second = j;
                    merged = true;
                }
            }
        }
        if (merged) {
            auto& into = groups[first].members;
            into.insert(into.end(), groups[second].members.begin(), groups[second].members.end());
            groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(second));
        }
    }
    std::vector<int> numbers(tracks.size(), 0);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::size_t member : groups[g].members) {
            numbers[member] = static_cast<int>(g);
        }
    }
    return numbers;
}

}  // namespace lipwright::face
