// Pictures for eyes, as strips of one film's frames: whole faces, mouths in the film's own pixels,
// and every second frame of a stretch. Strips of different films of one clip show the same frames
// and regions, so that they can be laid one below the other.
#pragma once

#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/synthesis/take.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::assessment {

enum class Strip { faces, mouths, motion };

[[nodiscard]] const char* nameOf(Strip strip);

/// "FOLDER/clip.warped.faces.jpg"; `who`: an engine, or "original".
[[nodiscard]] std::filesystem::path stripPath(const std::filesystem::path& folder,
                                              const std::string& clip, const std::string& who,
                                              Strip strip);

/// The frames of a strip: those of the takes that show a usable face, chosen alike whatever engine
/// made the takes.
[[nodiscard]] std::vector<std::int64_t> framesOf(Strip strip, const face::FaceAnalysis& faces,
                                                 const std::vector<synthesis::TakeReader>& takes);

/// `faces`: of the original film. An empty list of frames writes nothing.
[[nodiscard]] core::Result<void> writeStrip(const std::filesystem::path& film,
                                            const face::FaceAnalysis& faces, Strip strip,
                                            const std::vector<std::int64_t>& frames,
                                            const std::filesystem::path& target,
                                            const std::stop_token& stop);

}  // namespace lipwright::assessment
