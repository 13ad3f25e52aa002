// What rendering and measuring single segments both begin with: a film that was analysed, opened,
// and a segment of it with its voice.
#pragma once

#include "engine/dubbing/segmentrenderer.h"
#include "engine/media/videoreader.h"

#include <string>

namespace lipwright::dubbing {

struct AnalysedFilm {
    media::VideoReader reader;
    std::string fingerprint;
};
[[nodiscard]] core::Result<AnalysedFilm> openAnalysedFilm(const RenderSource& source);

/// Both are the project's.
struct VoicedSegment {
    const project::Segment* segment = nullptr;
    const project::DubTrack* voice = nullptr;
};
[[nodiscard]] core::Result<VoicedSegment> voicedSegment(const project::Project& project,
                                                        project::Id segment);

}  // namespace lipwright::dubbing
