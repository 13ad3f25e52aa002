// Turns the raw tracks of all shots into the analysis: smooths, judges, numbers, groups actors.
#pragma once

#include "engine/face/faceanalyzer.h"
#include "engine/face/facetracker_p.h"

#include <vector>

namespace lipwright::face {

[[nodiscard]] FaceAnalysis assemble(std::int64_t frameCount, std::vector<Shot> shots,
                                    std::vector<RawTrack> tracks, const AnalysisOptions& options);

}  // namespace lipwright::face
