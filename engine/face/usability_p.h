// Judges which frames of a track show a mouth that can be worked on, and why not. Conservative:
// a frame is refused on clear evidence only. Needs the whole track, after stabilise().
#pragma once

#include "engine/face/faceanalyzer.h"
#include "engine/face/facetracker_p.h"

namespace lipwright::face {

void judgeUsability(RawTrack& raw, const AnalysisOptions& options);

}  // namespace lipwright::face
