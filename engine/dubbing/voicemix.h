// The voices of one language as one sound: dub tracks with their offsets and gains, mixed to the
// film's timeline. A single track that needs no change is used as it is. Streaming: memory does not
// grow with the film.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/core/temporaryfolder.h"
#include "engine/project/project.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::dubbing {

/// Those of a language that are heard: not muted; where one is solo, the solo ones.
[[nodiscard]] std::vector<project::DubTrack> heardTracks(const project::Project& project,
                                                         const std::string& language);

struct VoiceMix {
    std::filesystem::path path;  ///< a dub track's own file, or 48 kHz stereo 24-bit WAV
    int stream = 0;
    std::string note;  ///< "lowered by 2.1 dB so that it does not clip"; may be empty
};

/// `seconds`: how long the mix becomes. A new file goes into `folder`. Without tracks an error
/// (noAudio).
[[nodiscard]] core::Result<VoiceMix> mixVoices(const std::vector<project::DubTrack>& tracks,
                                               double seconds, const std::filesystem::path& folder,
                                               std::stop_token stop = {},
                                               const core::ProgressCallback& progress = {});

}  // namespace lipwright::dubbing
