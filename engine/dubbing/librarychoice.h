// The actor's own mouths for choosing by hand: a few film frames that show how differently the
// mouth looks, sharp and frontal ones first, or those that look most like a wanted one. Pure
// functions on the face analysis; any thread.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/project/project.h"

#include <opencv2/core.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

struct LibraryMouth {
    std::int64_t frame = 0;
    project::MouthControl control;
    cv::Rect region;  ///< square around the mouth, upright film pixels; may reach beyond them
    friend bool operator==(const LibraryMouth&, const LibraryMouth&) = default;
};

struct LibraryQuestion {
    int actor = 0;
    std::size_t count = 60;                     ///< at most
    std::optional<project::MouthControl> like;  ///< only mouths near this one, nearest first
};

/// Only frames that a synthesis::FrameLibrary of the actor holds. Without `like` they are spread
/// over all shapes and come by opening, closed ones first. ErrorCode::noFace when there are none.
[[nodiscard]] core::Result<std::vector<LibraryMouth>> chooseLibraryMouths(
    const face::FaceAnalysis& faces, const LibraryQuestion& question, std::stop_token stop = {});

}  // namespace lipwright::dubbing
