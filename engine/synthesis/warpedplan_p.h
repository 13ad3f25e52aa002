// The warped engine's plan of a segment: frame choice and curve in, pixels out on request.
#pragma once

#include "engine/synthesis/engine.h"

namespace lipwright::synthesis {

/// A library frame's part in a synthesised frame.
struct SourceShare {
    std::size_t index = 0;  ///< into library.frames()
    float weight = 1.0F;
};

/// FramePlan with what the warped engine alone needs.
struct WarpedFrame {
    std::size_t target =
        0;  ///< the frame itself in the library; meaningless when it passes through
    std::vector<SourceShare> sources;
    MouthShape skinChange{};  ///< relative; what the target's own skin follows
};

class WarpedPlan : public SegmentPlan {
public:
    WarpedPlan(const SegmentJob& job, std::vector<FramePlan> frames,
               std::vector<WarpedFrame> details, std::vector<std::string> notes);

    [[nodiscard]] std::int64_t firstFrame() const override { return m_firstFrame; }
    [[nodiscard]] const std::vector<FramePlan>& frames() const override { return m_frames; }
    [[nodiscard]] cv::Size patchSize() const override { return m_patchSize; }
    [[nodiscard]] std::vector<PictureRequest> pictures() const override;
    [[nodiscard]] const std::vector<std::string>& notes() const override { return m_notes; }
    [[nodiscard]] core::Result<SynthesizedFrame> render(
        const media::VideoFrame& target, const LibraryPictures& pictures) const override;

private:
    void placePatches();
    [[nodiscard]] PictureRequest requestFor(std::size_t index) const;

    const FrameLibrary& m_library;
    std::int64_t m_firstFrame;
    cv::Size m_filmSize;
    EngineSettings m_settings;
    std::vector<FramePlan> m_frames;
    std::vector<WarpedFrame> m_details;
    std::vector<std::string> m_notes;
    cv::Size m_patchSize;
};

}  // namespace lipwright::synthesis
