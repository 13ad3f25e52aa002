// What the judges see of a take where it is laid into the film, with its retouch.
#pragma once

#include "engine/core/progress.h"
#include "engine/dubbing/retouchedtake.h"
#include "engine/dubbing/synclane_p.h"
#include "engine/face/facemodels.h"
#include "engine/media/videoreader.h"

#include <memory>

namespace lipwright::dubbing {

/// `film`: what they see of the segment's frames without the take; those that the take leaves as
/// they are stay so. Progress in frames ("measure").
[[nodiscard]] core::Result<LaneSight> sightOfTake(RetouchedTake& take, core::FrameRange segment,
                                                  LaneSight film, media::VideoReader& reader,
                                                  const nets::LipSyncExpert& expert,
                                                  std::shared_ptr<const face::FaceModels> models,
                                                  const std::stop_token& stop,
                                                  const core::ProgressCallback& progress);

}  // namespace lipwright::dubbing
