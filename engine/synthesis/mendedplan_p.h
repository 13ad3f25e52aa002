// The mended engine's plan of a segment: the warped plan, mended frame by frame.
#pragma once

#include "engine/nets/mouthmender.h"
#include "engine/synthesis/engine.h"

namespace lipwright::synthesis {

class MendedPlan : public SegmentPlan {
public:
    MendedPlan(const SegmentJob& job, std::shared_ptr<const nets::MouthMender> mender,
               std::unique_ptr<SegmentPlan> warped);

    [[nodiscard]] std::int64_t firstFrame() const override { return m_warped->firstFrame(); }
    [[nodiscard]] const std::vector<FramePlan>& frames() const override {
        return m_warped->frames();
    }
    [[nodiscard]] cv::Size patchSize() const override { return m_warped->patchSize(); }
    [[nodiscard]] std::vector<PictureRequest> pictures() const override {
        return m_warped->pictures();
    }
    [[nodiscard]] const std::vector<std::string>& notes() const override {
        return m_warped->notes();
    }
    [[nodiscard]] core::Result<SynthesizedFrame> render(
        const media::VideoFrame& target, const LibraryPictures& pictures) const override;

private:
    const face::FaceTrack& m_track;
    std::shared_ptr<const nets::MouthMender> m_mender;
    std::unique_ptr<SegmentPlan> m_warped;
};

}  // namespace lipwright::synthesis
