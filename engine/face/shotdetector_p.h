// Finds hard cuts in a stream of small luma pictures. A cut is where every picture of the few
// before it differs from every picture of the few after it: a flash differs too, but what comes
// after it resembles what was before; motion differs, but no more than its neighbours do.
// A picture that emerges from a few blank ones starts a shot too. Dissolves are not found. Answers
// come kLookAhead pictures late.
#pragma once

#include <opencv2/core.hpp>

#include <deque>
#include <optional>

namespace lipwright::face {

class ShotDetector {
public:
    /// Pictures on each side of a place that are compared.
    static constexpr int kLookAhead = 3;

    /// `gray`: any CV_8UC1. Answers for the picture pushed kLookAhead − 1 calls ago: whether a shot
    /// starts with it. Nothing while that is not yet known.
    [[nodiscard]] std::optional<bool> push(const cv::Mat& gray);

    /// The answers still owed, one per call, as if the film stood still after its end.
    [[nodiscard]] std::optional<bool> flush();

private:
    struct Thumbnail {
        cv::Mat structure;  ///< CV_32F, zero mean, unit variance (or zero for a blank picture)
        cv::Mat histogram;  ///< CV_32F, of blocks, each summing to 1
    };
    [[nodiscard]] static Thumbnail reduce(const cv::Mat& gray);
    [[nodiscard]] static double distance(const Thumbnail& a, const Thumbnail& b);
    [[nodiscard]] bool emergesFromBlank(std::size_t index) const;
    [[nodiscard]] bool cutBefore(std::size_t index) const;

    std::deque<Thumbnail> m_window;  ///< up to kLookAhead before the asked one, it, and those after
    int m_owed = 0;
    bool m_first = true;
};

}  // namespace lipwright::face
