// How alike the lower halves of two faces look, whatever the mouth does meanwhile: the mean over
// many frames of where edges run and of the skin's colours. Tells whether a new mouth kept the
// person's chin, beard and cheeks; no recognition network, and not for telling actors apart
// (that is done by the upper half). Plain values.
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace lipwright::face {

class Likeness {
public:
    static constexpr int kCrop = 96;

    /// `crop`: leak-free RGB face, (kCrop, kCrop) CV_8UC3.
    void add(const cv::Mat& crop);
    [[nodiscard]] bool empty() const { return m_count == 0; }

    /// 0 for the same pictures; 1 is the median of strangers. Neither may be empty.
    [[nodiscard]] static double distance(const Likeness& a, const Likeness& b);

private:
    std::vector<double> m_texture;  ///< sums over the pictures added
    std::vector<double> m_colour;
    int m_count = 0;
};

}  // namespace lipwright::face
