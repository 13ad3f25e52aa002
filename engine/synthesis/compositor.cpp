#include "engine/synthesis/compositor.h"

#include "engine/media/videoframe.h"

#include <algorithm>

namespace lipwright::synthesis {

core::Result<void> composite(media::VideoFrame& frame, const SynthesizedFrame& made,
                             double weight) {
    const cv::Rect film({0, 0}, frame.size());
    const bool fits = (made.region & film) == made.region &&
                      made.patch.rgb.size() == made.region.size() &&
                      made.patch.alpha.size() == made.region.size();
    if (!fits) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "a patch does not fit the film it is laid into",
                          "frame " + std::to_string(frame.number()));
    }
    if (weight <= 0.0) {
        return {};
    }
    if (weight >= 1.0) {
        return frame.blend(made.region, made.patch.rgb, made.patch.alpha);
    }
    cv::Mat alpha;
    made.patch.alpha.convertTo(alpha, made.patch.alpha.type(), weight);
    return frame.blend(made.region, made.patch.rgb, alpha);
}

}  // namespace lipwright::synthesis
