// What preview and export of a project share: which takes are shown, where files go, who agreed.
#pragma once

#include "engine/core/timecode.h"
#include "engine/dubbing/exportfilm.h"
#include "engine/dubbing/exportsettings.h"
#include "engine/media/mediawriter.h"
#include "engine/project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace lipwright::dubbing {

/// A segment whose active take is in the export.
struct ShownSegment {
    const project::Segment* segment = nullptr;
    StoredTake take;  ///< only the frames it is shown on
};

[[nodiscard]] std::vector<ShownSegment> shownSegments(const project::Project& project,
                                                      const std::filesystem::path& takes,
                                                      const ExportSettings& settings,
                                                      const std::string& language);

/// Frames at least one of them changes.
[[nodiscard]] std::int64_t coveredFrames(const std::vector<ShownSegment>& shown);

/// "<folder>/<stem>-<language><extension>"; without a language "<stem>-dubbed".
[[nodiscard]] std::filesystem::path exportPath(const ExportSettings& settings,
                                               const std::string& language);
/// The same with another ending: "-report.json", ".edl".
[[nodiscard]] std::filesystem::path besideExport(const ExportSettings& settings,
                                                 const std::string& language,
                                                 const std::string& ending);

/// Every file and folder that an export of this language makes.
[[nodiscard]] std::vector<std::filesystem::path> writtenFor(const ExportSettings& settings,
                                                            const std::string& language);

/// Nothing for `patches`.
[[nodiscard]] std::optional<media::VideoCodec> codecOf(ExportPreset preset);
[[nodiscard]] std::string nameOf(ExportPreset preset);

/// The frames to be written.
[[nodiscard]] core::FrameRange exportedFrames(const project::Project& project,
                                              const ExportSettings& settings);

/// "Oksana: Oksana Petrenko, 2026-11-21, Spanish dub; Actor 2: not recorded".
[[nodiscard]] std::string consentText(const project::Project& project,
                                      const std::vector<ShownSegment>& shown);

[[nodiscard]] core::TimecodeFormat timecodeOf(const project::Film& film);

}  // namespace lipwright::dubbing
