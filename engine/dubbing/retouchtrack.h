// A segment's retouch along its face track: keyframes resolved for one frame after another. Cheap
// to make and to ask; belongs to one thread (brush fields are kept).
#pragma once

#include "engine/core/framerange.h"
#include "engine/face/facetrack.h"
#include "engine/project/project.h"
#include "engine/synthesis/maskretouch.h"

#include <memory>
#include <optional>
#include <vector>

namespace lipwright::dubbing {

class RetouchTrack {
public:
    /// `faces` gives the head's place; without the track's face in a frame brush strokes are left
    /// out there. `track` -1: whichever of the actor's tracks is in the frame.
    RetouchTrack(project::Retouch retouch, int actor, int track,
                 std::shared_ptr<const face::FaceAnalysis> faces);
    /// The same face under another retouch; takes over the brush fields that are still right.
    [[nodiscard]] RetouchTrack with(project::Retouch retouch) const;

    [[nodiscard]] synthesis::FrameRetouch at(std::int64_t frame) const;
    /// The film's own picture is shown there: forced, or at no opacity.
    [[nodiscard]] bool keepsFilm(std::int64_t frame) const;
    [[nodiscard]] std::optional<synthesis::FacePlace> faceAt(std::int64_t frame) const;
    /// The take's frame as it is laid into the film: nothing where the film's own picture is kept.
    /// `film`: the frame without any take.
    [[nodiscard]] core::Result<std::optional<synthesis::SynthesizedFrame>> apply(
        synthesis::SynthesizedFrame made, const media::VideoFrame& film) const;
    [[nodiscard]] const project::Retouch& retouch() const { return m_retouch; }
    [[nodiscard]] bool isOf(int actor, int track) const {
        return m_actor == actor && m_track == track;
    }

private:
    struct Fields;
    project::Retouch m_retouch;
    int m_actor = 0;
    int m_track = -1;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    std::shared_ptr<Fields> m_fields;
};

/// True when the retouch changes nothing in any frame.
[[nodiscard]] bool isNeutral(const project::Retouch& retouch);
/// True when the retouch has to know where the head is.
[[nodiscard]] bool needsFaces(const project::Retouch& retouch);
/// Which of `frames` the two retouches may make look different.
[[nodiscard]] std::vector<core::FrameRange> framesThatDiffer(const project::Retouch& before,
                                                             const project::Retouch& after,
                                                             core::FrameRange frames);

/// A film pixel in head coordinates of a face in a frame, and back: what brushes are stored in
/// (synthesis::HeadPlane). (0, 0) where the landmarks are no face.
[[nodiscard]] cv::Point2f headPoint(const synthesis::FacePlace& face, cv::Point2f film);
[[nodiscard]] cv::Point2f filmPoint(const synthesis::FacePlace& face, cv::Point2f head);

}  // namespace lipwright::dubbing
