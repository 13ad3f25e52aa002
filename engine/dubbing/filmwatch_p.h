// What both judges see of the film's own pictures, the last stretches of tracks kept in memory.
#pragma once

#include "engine/core/progress.h"
#include "engine/dubbing/filmsight_p.h"
#include "engine/dubbing/synclane_p.h"
#include "engine/media/videoreader.h"

#include <deque>
#include <memory>

namespace lipwright::dubbing {

class FilmWatch {
public:
    /// Reader and expert must outlive this.
    FilmWatch(media::VideoReader& reader, const nets::LipSyncExpert& expert, SightStore store)
        : m_reader(&reader), m_expert(&expert), m_store(std::move(store)) {}

    /// Of frames of the track; what is usual of the face is taken from the whole stretches that
    /// they lie in. Progress in frames of those ("watch").
    [[nodiscard]] core::Result<LaneSight> sight(const face::FaceTrack& track,
                                                core::FrameRange frames,
                                                const std::stop_token& stop,
                                                const core::ProgressCallback& progress);

private:
    using Shared = std::shared_ptr<const SeenStretch>;
    [[nodiscard]] core::Result<Shared> stretch(const face::FaceTrack& track,
                                               core::FrameRange frames, const std::stop_token& stop,
                                               const core::ProgressCallback& progress);
    [[nodiscard]] core::Result<SeenStretch> look(const face::FaceTrack& track,
                                                 core::FrameRange frames,
                                                 const std::stop_token& stop,
                                                 const core::ProgressCallback& progress);

    struct Kept {
        const face::FaceTrack* track = nullptr;
        Shared stretch;
    };
    media::VideoReader* m_reader;
    const nets::LipSyncExpert* m_expert;
    SightStore m_store;
    std::deque<Kept> m_kept;  ///< used last comes last
};

}  // namespace lipwright::dubbing
