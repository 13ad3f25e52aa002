// How the pictures of a dubbed film compare with the original's, in one pass over both: sharpness,
// flicker and borders under the masks, the lower face's likeness, how near a reconstruction comes,
// and whether anything changed that no mask covers. A job; belongs to one thread.
#pragma once

#include "engine/assessment/results.h"
#include "engine/face/facetrack.h"
#include "engine/nets/lipsyncexpert.h"
#include "engine/synthesis/take.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::assessment {

struct DubbedPictures {
    std::filesystem::path original;
    std::filesystem::path dubbed;     ///< written losslessly
    const face::FaceAnalysis& faces;  ///< of the original
    std::vector<synthesis::TakeReader>& takes;
    const nets::LipSyncExpert& expert;
};

/// By names that begin with `stage`. `sameMouth`: the dub should show what the original shows, so
/// that fidelity can be measured (a reconstruction).
[[nodiscard]] core::Result<Measures> pictureMeasures(const DubbedPictures& pictures,
                                                     const std::string& stage, bool sameMouth,
                                                     const std::stop_token& stop);

}  // namespace lipwright::assessment
