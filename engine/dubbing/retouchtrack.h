// A segment's retouch along its face track: keyframes resolved for one frame after another. Cheap
// to make and to ask; belongs to one thread (brush fields are kept).
#pragma once

#include "engine/face/facetrack.h"
#include "engine/project/project.h"
#include "engine/synthesis/maskretouch.h"

#include <memory>
#include <optional>

namespace lipwright::dubbing {

class RetouchTrack {
public:
    /// `faces` gives the head's place; without the track's face in a frame brush strokes are left
    /// out there.
    RetouchTrack(project::Retouch retouch, int actor, int track,
                 std::shared_ptr<const face::FaceAnalysis> faces);

    [[nodiscard]] synthesis::FrameRetouch at(std::int64_t frame) const;
    [[nodiscard]] std::optional<synthesis::FacePlace> faceAt(std::int64_t frame) const;
    /// The take's frame as it is laid into the film: nothing where the original is forced.
    [[nodiscard]] core::Result<std::optional<synthesis::SynthesizedFrame>> apply(
        synthesis::SynthesizedFrame made, const media::VideoFrame& film) const;
    [[nodiscard]] const project::Retouch& retouch() const { return m_retouch; }

private:
    struct Fields;
    project::Retouch m_retouch;
    int m_actor = 0;
    int m_track = -1;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    std::shared_ptr<Fields> m_fields;
};

/// A film pixel in head coordinates of a face in a frame, and back: what brushes are stored in.
[[nodiscard]] cv::Point2f headPoint(const synthesis::FacePlace& face, cv::Point2f film);
[[nodiscard]] cv::Point2f filmPoint(const synthesis::FacePlace& face, cv::Point2f head);

}  // namespace lipwright::dubbing
