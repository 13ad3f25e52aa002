// Cue lists from and change lists to other programs: SRT, EDL (CMX3600), CSV and OTIO (JSON). Files
// are hostile until parsed; an error names the file, the line and what was expected there.
#pragma once

#include "engine/core/result.h"
#include "engine/core/timecode.h"
#include "engine/project/project.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lipwright::project {

/// A stretch of dialogue as another program knows it.
struct Cue {
    core::FrameRange frames;
    std::string text;
    std::string actor;  ///< name as written there, may be empty
};

struct CueList {
    std::vector<Cue> cues;           ///< by first frame
    std::vector<std::string> notes;  ///< what was left out and why
};

/// How times of a cue list become film frames.
struct CueClock {
    core::TimecodeFormat timecode;                        ///< of EDL record times and OTIO
    std::function<std::int64_t(double seconds)> frameAt;  ///< of SRT and CSV seconds
    std::int64_t frameCount = 0;                          ///< cues beyond are left out with a note
};

/// By the file's extension: .srt, .edl, .csv, .otio.
[[nodiscard]] core::Result<CueList> importCues(const std::filesystem::path& file,
                                               const CueClock& clock);

enum class ChangeListFormat { edl, csv, otio };

/// The ranges of the film whose picture is changed by active takes, for the conform.
[[nodiscard]] std::string changeList(const Project& project, ChangeListFormat format,
                                     const core::TimecodeFormat& timecode);

}  // namespace lipwright::project
