#include "engine/face/likeness.h"

#include "engine/face/appearancevalues_p.h"

#include <opencv2/imgproc.hpp>

namespace lipwright::face {
namespace {

const cv::Rect kLowerFace(12, 44, 72, 50);
constexpr int kColumns = 4;
constexpr int kRows = 3;
/// Median differences between strangers, over a clip each of 69 speakers. (The two halves of one
/// clip differ by 0.0135 and 0.054, a distance of 0.24.)
constexpr double kTypicalTexture = 0.0384;
constexpr double kTypicalColour = 0.404;

/// Mean Lab colour of a grid of cells.
std::vector<double> coloursOf(const cv::Mat& rgb) {
    cv::Mat real;
    cv::Mat lab;
    rgb(kLowerFace).convertTo(real, CV_32F, 1.0 / 255.0);
    cv::cvtColor(real, lab, cv::COLOR_RGB2Lab);
    cv::Mat cells;
    cv::resize(lab, cells, {kColumns, kRows}, 0, 0, cv::INTER_AREA);
    std::vector<double> colours;
    for (const cv::Vec3f& cell : cv::Mat_<cv::Vec3f>(cells)) {
        colours.insert(colours.end(), {cell[0] / 60.0, cell[1] / 30.0, cell[2] / 30.0});
    }
    return colours;
}

}  // namespace

void Likeness::add(const cv::Mat& crop) {
    accumulate(m_texture, gradientHistograms(crop, kLowerFace));
    accumulate(m_colour, coloursOf(crop));
    ++m_count;
}

double Likeness::distance(const Likeness& a, const Likeness& b) {
    const double texture =
        meanDifference(a.m_texture, a.m_count, b.m_texture, b.m_count) / kTypicalTexture;
    const double colour =
        meanDifference(a.m_colour, a.m_count, b.m_colour, b.m_count) / kTypicalColour;
    return (texture + colour) / 2.0;
}

}  // namespace lipwright::face
