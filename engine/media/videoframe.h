// One decoded picture in the source's own pixel format and bit depth. Callers see it upright
// (rotation by the display matrix applied) and in RGB, region by region; blend() writes a region
// back in the source's own format and leaves every other sample untouched, bit for bit.
// A frame is used by one thread at a time; copies share the picture until one of them is written.
#pragma once

#include "engine/core/rationaltime.h"
#include "engine/core/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <memory>

namespace lipwright::media {

struct VideoStreamInfo;

class VideoFrame {
public:
    struct Data;  // owns the AVFrame; defined in videoframe_p.h

    VideoFrame();
    explicit VideoFrame(std::shared_ptr<Data> data);

    /// A frame of a film that is drawn, not decoded: `rgb` (as rgb() returns it, upright, the
    /// stream's size) in the stream's pixel format and colour tags. `duration` in ticks of time.base.
    [[nodiscard]] static core::Result<VideoFrame> fromRgb(const cv::Mat& rgb,
                                                          const VideoStreamInfo& stream,
                                                          std::int64_t number,
                                                          core::RationalTime time,
                                                          std::int64_t duration);

    /// Number of the frame in presentation order, from 0.
    [[nodiscard]] std::int64_t number() const;
    /// The stream's own timestamp.
    [[nodiscard]] core::RationalTime time() const;
    /// Upright size in pixels.
    [[nodiscard]] cv::Size size() const;
    /// Bits per component of the source, 8..16.
    [[nodiscard]] int bitDepth() const;

    /// Luma, (h, w) CV_8UC1, upright, area-averaged to fit `maximumShortSide` (0: full size).
    [[nodiscard]] core::Result<cv::Mat> gray(int maximumShortSide = 0) const;

    /// The region (upright pixels, must lie inside the picture) as RGB, full range, in the source's
    /// transfer and primaries: CV_8UC3 for 8-bit sources, CV_16UC3 scaled to 0..65535 for deeper
    /// ones. Chroma is interpolated bilinearly at the tagged siting.
    [[nodiscard]] core::Result<cv::Mat> rgb(const cv::Rect& region) const;

    /// result = (1 - alpha)·frame + alpha·patch inside the region, in the source's own format.
    /// `patch`: as rgb() returns it, same size as `region`. `alpha`: CV_8UC1 or CV_16UC1 of the
    /// same size. Samples (luma, and chroma after the same downsampling of alpha) whose alpha is 0
    /// are not written. Detaches from copies first.
    [[nodiscard]] core::Result<void> blend(const cv::Rect& region, const cv::Mat& patch,
                                           const cv::Mat& alpha);

    [[nodiscard]] const Data* data() const { return m_data.get(); }

private:
    std::shared_ptr<Data> m_data;
};

}  // namespace lipwright::media
