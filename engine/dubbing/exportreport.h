// The report beside an export: what was changed, with what, from what, and who agreed.
#pragma once

#include "engine/dubbing/exportsettings.h"
#include "engine/project/project.h"

#include <map>
#include <string>

namespace lipwright::dubbing {

struct ReportFacts {
    std::string language;
    std::int64_t frames = 0;
    std::int64_t changedFrames = 0;
    std::map<std::string, std::string> writtenSha256;  ///< file name -> hash
    std::string voiceNote;
};

/// JSON text; deterministic but for what the facts hold.
[[nodiscard]] std::string exportReport(const project::Project& project,
                                       const std::filesystem::path& takes,
                                       const ExportSettings& settings, const ReportFacts& facts);

}  // namespace lipwright::dubbing
