// Every frame of one actor whose mouth can be used, over all shots: numbers only, so that a film of
// hours fits in memory; the pixels come through LibraryPictures. Immutable once built; share
// freely.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/synthesis/mouthmodel.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::synthesis {

struct LibraryFrame {
    std::int64_t number = 0;  ///< film frame
    int track = 0;
    face::HeadPose pose;
    MouthShape shape{};   ///< relative to the actor's range
    float sharpness = 0;  ///< as in face::FaceObservation
    float brightness = 0;
    /// Film pixels: the rigid points of the face smoothed strongly, mouth and jaw lightly.
    Landmarks landmarks{};
};

class FrameLibrary {
public:
    /// ErrorCode::noFace when the actor has no usable frame in `range` (default: the whole film).
    [[nodiscard]] static core::Result<FrameLibrary> build(
        const face::FaceAnalysis& analysis, int actor,
        const std::optional<core::FrameRange>& range = {}, const std::stop_token& stop = {});

    [[nodiscard]] const std::vector<LibraryFrame>& frames() const { return m_frames; }
    [[nodiscard]] const face::MouthRange& mouthRange() const { return m_range; }
    [[nodiscard]] const MouthModel& model() const { return m_model; }
    /// Where a film frame of a track stands in frames().
    [[nodiscard]] std::optional<std::size_t> indexOf(int track, std::int64_t frame) const;
    /// True when frames()[index + 1] is the next film frame of the same track.
    [[nodiscard]] bool continuesAfter(std::size_t index) const;

    /// The frame's landmarks in head coordinates.
    [[nodiscard]] Landmarks head(std::size_t index) const;
    /// What the model does not say about the frame and its neighbours (a smile, an asymmetric
    /// jaw, the landmark model's bias): mean of landmarks − model over about half a second.
    [[nodiscard]] Landmarks slowResidual(std::size_t index) const;
    /// The rest: the frame's own fine detail.
    [[nodiscard]] Landmarks detail(std::size_t index) const;

private:
    FrameLibrary(std::vector<LibraryFrame> frames, const face::MouthRange& range,
                 const MouthModel& model);

    std::vector<LibraryFrame> m_frames;  ///< by track, then by number
    face::MouthRange m_range;
    MouthModel m_model;
};

}  // namespace lipwright::synthesis
