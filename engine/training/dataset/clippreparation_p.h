// One film clip to one ClipData: the longest face track of the clip with its sound.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facemodels.h"
#include "engine/speech/acousticmodel.h"
#include "engine/training/clipfile.h"

#include <filesystem>
#include <stop_token>

namespace lipwright::training {

/// Loaded once, shared by the workers.
struct PreparationModels {
    std::shared_ptr<const face::FaceModels> face;
    std::shared_ptr<const speech::AcousticModel> phones;
    int landmarkSamples = 1;
    int faceSize = 0;
};

[[nodiscard]] core::Result<ClipData> prepareClip(const std::filesystem::path& film,
                                                 const PreparationModels& models,
                                                 std::stop_token stop);

}  // namespace lipwright::training
