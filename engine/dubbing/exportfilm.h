// Writes a film with takes composited into it: decoding and compositing on one thread, encoding on
// the caller's. A take is open only while its frames pass. Frames no take covers go through as they
// were decoded.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/segmentation.h"
#include "engine/media/mediawriter.h"
#include "engine/media/videoreader.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

class RetouchTrack;

/// A finished take on disk, the frames of the film it is shown on, all of them its own, and its
/// segment's retouch.
struct StoredTake {
    std::filesystem::path folder;
    FrameRange frames;
    std::shared_ptr<const RetouchTrack> retouch = nullptr;  ///< null: as it was rendered
};

/// `takes` may overlap (several faces at once). `range`: only these frames are written; empty: all.
/// Returns how many frames were changed. The writer is
/// not finished: finish() is the caller's, after which the film appears under its name.
[[nodiscard]] core::Result<std::int64_t> exportFrames(media::VideoReader& reader,
                                                      const std::vector<StoredTake>& takes,
                                                      media::MediaWriter& writer,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {},
                                                      core::FrameRange range = {});

}  // namespace lipwright::dubbing
