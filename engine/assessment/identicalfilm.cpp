#include "engine/assessment/identicalfilm_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::assessment {
namespace {

bool sameTimes(const media::FrameIndex& a, const media::FrameIndex& b) {
    if (a.frameCount() != b.frameCount()) {
        return false;
    }
    const double tick = std::max(a.timeBase().seconds(), b.timeBase().seconds());
    for (std::int64_t n = 0; n < a.frameCount(); ++n) {
        if (std::abs(a.timeOf(n).seconds() - b.timeOf(n).seconds()) > tick) {
            return false;
        }
    }
    return true;
}

bool sameFormats(const media::VideoStreamInfo& a, const media::VideoStreamInfo& b) {
    return a.width == b.width && a.height == b.height && a.pixelFormat == b.pixelFormat &&
           a.bitDepth == b.bitDepth && a.colour == b.colour;
}

/// 255 where any channel differs.
cv::Mat changedPixels(const cv::Mat& a, const cv::Mat& b) {
    cv::Mat different;
    cv::absdiff(a, b, different);
    cv::Mat changed = (different.reshape(1, static_cast<int>(different.total())) > 0);
    cv::reduce(changed, changed, 1, cv::REDUCE_MAX);
    return changed.reshape(1, a.rows);
}

}  // namespace

IdenticalFilm::IdenticalFilm(const media::VideoReader& original, const media::VideoReader& dubbed)
    : m_sameFrames(sameTimes(original.index(), dubbed.index())),
      m_sameFormat(sameFormats(original.info(), dubbed.info())) {}

void IdenticalFilm::add(const cv::Mat& original, const cv::Mat& dubbed, const cv::Mat& written) {
    const cv::Mat changed = changedPixels(original, dubbed);
    m_inside += cv::countNonZero(changed & written);
    m_outside += cv::countNonZero(changed & ~written);
}

void IdenticalFilm::enter(Measures& measures, const std::string& stage) const {
    measures[stage + ".same_frames"] = m_sameFrames ? 1.0 : 0.0;
    measures[stage + ".same_format"] = m_sameFormat ? 1.0 : 0.0;
    measures[stage + ".changed_outside"] = static_cast<double>(m_outside);
    measures[stage + ".changed_inside"] = static_cast<double>(m_inside);
}

}  // namespace lipwright::assessment
