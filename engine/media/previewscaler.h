// Frames as small 8-bit pictures for the screen: fast and near enough for looking, not for
// rendering (VideoFrame::rgb() is exact). Keeps its scaler between frames; belongs to one thread.
#pragma once

#include "engine/media/videoframe.h"

namespace lipwright::media {

class PreviewScaler {
public:
    PreviewScaler();
    PreviewScaler(PreviewScaler&&) noexcept;
    PreviewScaler& operator=(PreviewScaler&&) noexcept;
    ~PreviewScaler();

    /// The whole frame, upright, at `size` (upright pixels) as CV_8UC4: blue, green, red, 255. Full
    /// range, by the frame's own matrix and range tags, in its own transfer and primaries.
    [[nodiscard]] core::Result<cv::Mat> scale(const VideoFrame& frame, cv::Size size);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::media
