#include "engine/face/croptransform.h"
#include "engine/media/videoframe.h"
#include "engine/synthesis/facecropgrid.h"
#include "engine/synthesis/mendedplan_p.h"

#include <algorithm>
#include <span>

namespace lipwright::synthesis {

namespace {

/// What the mender is shown of a frame, as continuous halves of its crop.
struct ShownMouth {
    cv::Mat3f upper;
    cv::Mat3f lower;
    cv::Mat1f alpha;
};

std::span<const float> valuesOf(const cv::Mat& half) {
    return {half.ptr<float>(), half.total() * static_cast<std::size_t>(half.channels())};
}

/// `warped` laid over `target`, both in [0, 1], and its mask on the target's pixels.
ShownMouth shown(const FaceCropGrid& grid, const cv::Mat3f& target, cv::Point origin,
                 const SynthesizedFrame& warped) {
    const cv::Rect inside = warped.region - origin;
    const cv::Mat3f patch = toUnitRange(warped.patch.rgb);
    cv::Mat1f alpha(target.size(), 0.0F);
    const double full = warped.patch.alpha.depth() == CV_16U ? 65535.0 : 255.0;
    warped.patch.alpha.convertTo(alpha(inside), CV_32F, 1.0 / full);
    cv::Mat3f dubbed = target.clone();
    for (int y = 0; y < inside.height; ++y) {
        for (int x = 0; x < inside.width; ++x) {
            const cv::Point at = inside.tl() + cv::Point(x, y);
            dubbed(at) += alpha(at) * (patch(y, x) - target(at));
        }
    }
    const cv::Rect below = face::lowerHalf(grid.size());
    const cv::Rect above(0, 0, grid.size(), below.y);
    return {cv::Mat3f(grid.cut({target, origin}))(above).clone(),
            cv::Mat3f(grid.cut({dubbed, origin}))(below).clone(),
            cv::Mat1f(grid.cut({alpha, origin}))(below).clone()};
}

/// Adds the residual of the crop's lower half where the patch has any say.
void addMend(const FaceCropGrid& grid, const cv::Mat3f& residual, SynthesizedFrame& frame) {
    cv::Mat3f mend = grid.lay(residual, frame.region);
    mend.setTo(cv::Scalar::all(0), frame.patch.alpha == 0);
    frame.patch.rgb = fromUnitRange(toUnitRange(frame.patch.rgb) + mend, frame.patch.rgb.depth());
}

}  // namespace

MendedPlan::MendedPlan(const SegmentJob& job, std::shared_ptr<const nets::MouthMender> mender,
                       std::unique_ptr<SegmentPlan> warped)
    : m_track(*job.track), m_mender(std::move(mender)), m_warped(std::move(warped)) {}

core::Result<SynthesizedFrame> MendedPlan::render(const media::VideoFrame& target,
                                                  const LibraryPictures& pictures) const {
    auto made = m_warped->render(target, pictures);
    if (!made) {
        return made;
    }
    const FaceCropGrid grid(m_track.at(target.number())->stableLandmarks, m_mender->size());
    const cv::Rect crop = grid.filmRegion({0, 0, grid.size(), grid.size()});
    const cv::Rect seen = (crop & cv::Rect({}, target.size())) | made->region;
    const auto rgb = target.rgb(seen);
    if (!rgb) {
        return core::passOn(rgb);
    }
    try {
        const ShownMouth mouth = shown(grid, toUnitRange(*rgb), seen.tl(), *made);
        const auto t = static_cast<std::size_t>(target.number() - firstFrame());
        auto residual = m_mender->residual({valuesOf(mouth.lower), valuesOf(mouth.alpha),
                                            valuesOf(mouth.upper), frames()[t].wanted});
        if (!residual) {
            return core::passOn(residual);
        }
        addMend(
            grid,
            cv::Mat3f(grid.size() / 2, grid.size(), reinterpret_cast<cv::Vec3f*>(residual->data())),
            *made);
        return made;
    } catch (const cv::Exception& exception) {
        return core::fail(core::ErrorCode::internal, exception.what(),
                          "frame " + std::to_string(target.number()));
    }
}

}  // namespace lipwright::synthesis
