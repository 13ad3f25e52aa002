// A rendered take as the project keeps it and as its sidecar tells it: written by the renderer,
// read back when the project does not know the take.
#pragma once

#include "engine/dubbing/segmentrenderer.h"
#include "engine/synthesis/take.h"

#include <map>
#include <string>

namespace lipwright::dubbing {

/// What the sidecar says about an order beside the engine's own: enough to adopt the take again.
[[nodiscard]] std::map<std::string, std::string> originOf(const RenderOrder& order,
                                                          const std::string& filmFingerprint,
                                                          const std::string& voiceFingerprint);

[[nodiscard]] synthesis::EngineSettings engineSettings(const project::SegmentSettings& settings);

/// The project's take for a finished folder `name` of `takes`; `seconds` and, with an empty
/// `created`, the time of the sidecar are filled in as far as they are known.
[[nodiscard]] project::Take projectTake(const synthesis::Take& take,
                                        const std::filesystem::path& takes,
                                        const std::filesystem::path& name);

}  // namespace lipwright::dubbing
