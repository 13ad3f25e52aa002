// The mouth that a voice asks for over a segment: what the shape network hears in it, closed on m,
// b and p, at rest where the silence gate closes. Networks and what was heard are kept, so that
// nothing is listened to twice. Belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/nets/device.h"
#include "engine/project/project.h"
#include "engine/synthesis/engine.h"
#include "engine/synthesis/shapecurve.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace lipwright::dubbing {

class VoiceWishes {
public:
    /// Loads nothing yet. `models`: folder with manifest.json; `actors`: of actor models, which
    /// must be of the film with the fingerprint `film` and of the segment's actor.
    VoiceWishes(std::shared_ptr<const media::FrameIndex> index,
                std::shared_ptr<const face::FaceAnalysis> faces, std::filesystem::path models,
                std::filesystem::path actors, std::string film,
                nets::Device device = nets::Device::cpu);
    VoiceWishes(VoiceWishes&&) noexcept;
    VoiceWishes& operator=(VoiceWishes&&) noexcept;
    ~VoiceWishes();

    /// One relative shape per frame of the segment, which must lie inside the film; before shape
    /// edits and strength. Frames, settings, actor and track of the segment matter.
    [[nodiscard]] core::Result<synthesis::ShapeCurve> of(const project::Segment& segment,
                                                         const project::DubTrack& voice,
                                                         std::stop_token stop = {});

    /// The voice over the segment for engines that listen themselves, before gate and edits; its
    /// file is read when it is heard. Valid as long as this object.
    [[nodiscard]] core::Result<synthesis::SegmentSound> soundOf(const project::Segment& segment,
                                                                const project::DubTrack& voice);

    /// Of the shape network that the segment's model is heard with; empty before the first wish.
    [[nodiscard]] std::string networkSha256(const project::Segment& segment) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::dubbing
