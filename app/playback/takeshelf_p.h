// The takes shown of a film: opens the ones at hand and lays them into frames. One thread.
#pragma once

#include "app/playback/player.h"
#include "engine/dubbing/retouchedtake.h"
#include "engine/media/videoframe.h"

#include <functional>
#include <list>
#include <set>

namespace lipwright::app {

/// What the takes made of a frame.
struct Composed {
    bool covered = false;  ///< a take is shown there, even if it changes nothing
    bool changed = false;
    QImage image;  ///< the frame, when it was changed
    QImage mask;   ///< Format_Alpha8
    QRect region;
};

class TakeShelf {
public:
    using Complaint = std::function<void(const core::Error&)>;

    /// Errors go to `complain`, once per take; the frame then stays without it.
    explicit TakeShelf(Complaint complain) : m_complain(std::move(complain)) {}

    /// Returns the ranges whose frames look different now.
    [[nodiscard]] std::vector<core::FrameRange> setTakes(std::vector<PlayerTake> takes);
    [[nodiscard]] std::vector<core::FrameRange> setFaces(
        std::shared_ptr<const face::FaceAnalysis> faces);
    [[nodiscard]] bool covers(std::int64_t frame) const;
    /// Lays all takes of the frame into it. `keep`: their patches stay at hand until another frame
    /// is kept. Makes no image.
    [[nodiscard]] Composed compose(media::VideoFrame& frame, bool keep);

private:
    struct OpenTake {
        std::filesystem::path folder;
        dubbing::RetouchedTake take;
        std::shared_ptr<const project::Retouch> asked;  ///< what `retouch` was made of
        std::shared_ptr<const dubbing::RetouchTrack> retouch;
    };
    [[nodiscard]] OpenTake* opened(const PlayerTake& take);
    void useRetouch(OpenTake& open, const PlayerTake& take) const;
    void composeOne(media::VideoFrame& frame, const media::VideoFrame& film, const PlayerTake& take,
                    bool keep, Composed& result);
    void refuse(const std::filesystem::path& folder, const core::Error& error);

    Complaint m_complain;
    std::vector<PlayerTake> m_takes;
    std::shared_ptr<const face::FaceAnalysis> m_faces;
    std::list<OpenTake> m_open;  ///< most recently used first
    std::set<std::filesystem::path> m_refused;
};

}  // namespace lipwright::app
