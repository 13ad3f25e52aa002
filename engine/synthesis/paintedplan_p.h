// The painted engine's plan of a segment: the warped plan of the same segment says where, when and
// how strongly, and lends texture and jaw; the network paints the mouth.
#pragma once

#include "engine/nets/mouthgenerator.h"
#include "engine/synthesis/paintedpatch_p.h"
#include "engine/synthesis/paintedreferences_p.h"

#include <optional>

namespace lipwright::synthesis {

class PaintedPlan : public SegmentPlan {
public:
    struct Inputs {
        std::vector<float> drives;  ///< one row per frame
        std::vector<MouthReference> references;
        double detail = 1.0;
    };

    PaintedPlan(const SegmentJob& job, std::shared_ptr<const nets::MouthGenerator> generator,
                std::unique_ptr<SegmentPlan> warped, Inputs inputs);

    [[nodiscard]] std::int64_t firstFrame() const override { return m_warped->firstFrame(); }
    [[nodiscard]] const std::vector<FramePlan>& frames() const override {
        return m_warped->frames();
    }
    [[nodiscard]] cv::Size patchSize() const override { return m_warped->patchSize(); }
    [[nodiscard]] std::vector<PictureRequest> pictures() const override;
    [[nodiscard]] const std::vector<std::string>& notes() const override {
        return m_warped->notes();
    }
    [[nodiscard]] core::Result<SynthesizedFrame> render(
        const media::VideoFrame& target, const LibraryPictures& pictures) const override;

    [[nodiscard]] const std::vector<MouthReference>& references() const {
        return m_inputs.references;
    }

private:
    [[nodiscard]] PictureRequest requestFor(const MouthReference& reference) const;
    [[nodiscard]] core::Result<void> encodeReferences(const LibraryPictures& pictures) const;
    [[nodiscard]] nets::ReferenceMouths referencesFor(const LibraryFrame& target) const;
    [[nodiscard]] core::Result<PaintedLowerFace> paint(const FaceCropGrid& grid,
                                                       const PlacedPicture& target,
                                                       const LibraryFrame& frame) const;

    /// The mouth's outline in film pixels as the segment wants it in a frame of the library.
    [[nodiscard]] std::vector<cv::Point2f> wantedMouth(std::size_t target) const;

    std::shared_ptr<const nets::MouthGenerator> m_generator;
    std::unique_ptr<SegmentPlan> m_warped;
    const FrameLibrary& m_library;
    int m_track;
    cv::Size m_filmSize;
    int m_excludedNeighbours;
    Inputs m_inputs;
    /// Encoded by the first render(), for only then their pictures are there.
    mutable std::optional<nets::ReferenceMouths> m_encoded;
};

}  // namespace lipwright::synthesis
