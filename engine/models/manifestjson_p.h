// The JSON form of the manifest. Throws nothing; every refusal is an Error naming the file.
#pragma once

#include "engine/models/manifest.h"

namespace lipwright::models {

[[nodiscard]] core::Result<std::vector<ModelEntry>> parseManifest(const std::string& text,
                                                                  const std::string& place);
[[nodiscard]] std::string printManifest(const std::vector<ModelEntry>& entries);

}  // namespace lipwright::models
