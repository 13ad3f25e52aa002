// Puts trained weights into a models folder: the file under its role's name and its entry, with
// hash, shapes and metrics, in manifest.json. Belongs to one thread at a time per folder.
#pragma once

#include "engine/core/result.h"
#include "engine/models/manifest.h"

#include <filesystem>

namespace lipwright::training {

/// `entry` gives role, name, licence, trainingData and metrics; file ("<role>.weights"), sha256 and
/// shapes are filled in here.
[[nodiscard]] core::Result<models::ModelEntry> publishModel(const std::filesystem::path& weights,
                                                            const std::filesystem::path& folder,
                                                            models::ModelEntry entry);

}  // namespace lipwright::training
