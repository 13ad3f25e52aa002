// Renders a plan into a take, chunk by chunk: a render that was stopped or killed goes on behind
// its last whole chunk when the same take is asked for again. A job: belongs to one thread, stops
// within a frame, reports progress.
#pragma once

#include "engine/synthesis/take.h"

namespace lipwright::media {
class VideoReader;
}

namespace lipwright::synthesis {

struct TakeOptions {
    TakeOrigin origin;
    int chunkFrames = 250;  ///< what an interrupted render loses at most
};

/// `folder` is made if need be; its parent must exist. Frames that pass through get empty patches.
/// The sidecar is written last: a folder with take.json holds a whole take.
[[nodiscard]] core::Result<Take> renderTake(media::VideoReader& reader, const Engine& engine,
                                            const SegmentJob& job, const SegmentPlan& plan,
                                            const LibraryPictures& pictures,
                                            const TakeOptions& options,
                                            const std::filesystem::path& folder,
                                            std::stop_token stop = {},
                                            const core::ProgressCallback& progress = {});

}  // namespace lipwright::synthesis
