// What the two judges of sync say of a film's pictures with a sound. Belongs to one thread.
#pragma once

#include "engine/assessment/results.h"
#include "engine/core/framerange.h"
#include "engine/face/facetrack.h"
#include "engine/nets/device.h"
#include "engine/nets/lipsyncexpert.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace lipwright::assessment {

struct Judges {
    [[nodiscard]] static core::Result<Judges> load(const std::filesystem::path& models,
                                                   nets::Device device);
    nets::LipSyncExpert expert;     ///< looks at pictures
    nets::LipSyncExpert landmarks;  ///< taught no engine
};

/// Over the frames of the film's first actor, named `stage` + ".expert_lse_c", ".judge_lse_c",
/// likewise _lse_d, _confidence (without a shift) and _offset, and ".expert_loss": paper 001 eq. 8
/// on the calibrated probability clipped to [1e-3, 1], mean over windows with step 5 (§4.1).
[[nodiscard]] core::Result<Measures> syncMeasures(const std::filesystem::path& film,
                                                  const face::FaceAnalysis& faces,
                                                  core::FrameRange frames,
                                                  const std::filesystem::path& sound,
                                                  const Judges& judges, const std::string& stage,
                                                  const std::stop_token& stop);

}  // namespace lipwright::assessment
