// An actor's speaking frames of one film, with the film's own sound, as a data set: clip files and
// index.json. Sentences in which his face can be seen and his mouth moves; every fifth or so has
// the split "validation", the others "train". Each frame is decoded once. Belongs to one thread.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/training/datasetindex.h"

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::training {

struct ActorClipsRequest {
    std::filesystem::path film;
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    int actor = 0;
    std::filesystem::path folder;  ///< of the data set; made when there is none
    int faceSize = 0;              ///< side of the whole face crops; 0: none are kept
    double mostSeconds = 600.0;    ///< of usable frames; the most varied are kept
};

struct ActorClips {
    std::vector<core::FrameRange> trainedOn;    ///< film frames, ascending
    std::vector<core::FrameRange> validatedOn;  ///< film frames, ascending
    std::vector<int> validatedLate;             ///< ClipRecord::soundLate of each of `validatedOn`
    double trainSeconds = 0.0;                  ///< of usable frames
    double validationSeconds = 0.0;             ///< of usable frames
};

inline constexpr double kLeastTrainSeconds = 8.0;
inline constexpr double kLeastValidationSeconds = 4.0;

/// Clips that an earlier, stopped call made are kept; index.json comes last. ErrorCode::tooShort,
/// saying how much there is, when the actor is seen speaking for less than both of the above.
[[nodiscard]] core::Result<ActorClips> gatherActorClips(
    const ActorClipsRequest& request, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// What index.json of a finished gathering says.
[[nodiscard]] core::Result<ActorClips> readActorClips(const std::filesystem::path& folder);

/// The film frames of a clip of such a data set.
[[nodiscard]] core::Result<core::FrameRange> filmFramesOf(const ClipRecord& clip,
                                                          const std::filesystem::path& folder);

/// Records by how many frames of 25 fps the film's sound comes late, by clip id; those not named
/// stay as they are.
[[nodiscard]] core::Result<void> recordSoundLate(const std::filesystem::path& folder,
                                                 const std::map<std::string, int>& late,
                                                 double confidence);

}  // namespace lipwright::training
