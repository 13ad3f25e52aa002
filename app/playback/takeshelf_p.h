// The active takes of a film: opens the ones at hand and lays them into frames. One thread.
#pragma once

#include "app/playback/player.h"
#include "engine/media/videoframe.h"
#include "engine/synthesis/take.h"

#include <functional>
#include <list>
#include <set>

namespace lipwright::app {

/// What the takes made of a frame.
struct Composed {
    bool changed = false;
    QImage mask;  ///< Format_Alpha8
    QRect region;
};

class TakeShelf {
public:
    using Complaint = std::function<void(const core::Error&)>;

    /// Errors go to `complain`, once per take; the frame then stays without it.
    explicit TakeShelf(Complaint complain) : m_complain(std::move(complain)) {}

    /// Returns the ranges whose frames look different now.
    [[nodiscard]] std::vector<core::FrameRange> setTakes(std::vector<PlayerTake> takes);
    [[nodiscard]] Composed compose(media::VideoFrame& frame);

private:
    struct OpenTake {
        std::filesystem::path folder;
        synthesis::TakeReader reader;
    };
    [[nodiscard]] synthesis::TakeReader* opened(const std::filesystem::path& folder);
    void composeOne(media::VideoFrame& frame, const PlayerTake& take, Composed& result);
    void refuse(const std::filesystem::path& folder, const core::Error& error);

    Complaint m_complain;
    std::vector<PlayerTake> m_takes;
    std::list<OpenTake> m_open;  ///< most recently used first
    std::set<std::filesystem::path> m_refused;
};

}  // namespace lipwright::app
