// The training pairs of one film clip.
#pragma once

#include "engine/face/facemodels.h"
#include "engine/training/dataset/menderpairs.h"
#include "engine/training/pairfile.h"

#include <memory>

namespace lipwright::training {

/// `spool`: folder of a temporary file that vanishes again. An error tells why the clip gives none.
[[nodiscard]] core::Result<PairData> dubbedPairs(const std::filesystem::path& film,
                                                 const std::filesystem::path& spool,
                                                 std::shared_ptr<const face::FaceModels> models,
                                                 const MenderPairOptions& options,
                                                 std::stop_token stop);

}  // namespace lipwright::training
