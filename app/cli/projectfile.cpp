#include "app/cli/projectfile.h"

#include "app/cli/console.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <cstdlib>
#include <sstream>

namespace lipwright::cli {

using core::Result;

Result<OpenProject> openProject(const std::filesystem::path& file, Session& session) {
    auto project = project::loadProject(file);
    if (!project) {
        core::Error error = project.error();
        if (error.code == core::ErrorCode::ioFailure) {  // to scripts: a damaged input
            error.code = core::ErrorCode::damagedMedia;
        }
        return core::Failure(error);
    }
    const auto data = project::dataFolder(file);
    OpenProject open{file, data / "takes", data / "actors", std::move(*project)};
    std::error_code ignored;
    if (std::filesystem::exists(file.string() + ".lock", ignored)) {
        session.console.note(file.string() +
                             ": it seems to be open in the editor; what is saved "
                             "there and here replaces one another");
    }
    const auto savedAt = std::filesystem::last_write_time(file, ignored);
    int adopted = 0;
    for (auto& found : dubbing::findLostTakes(open.project, open.takes, savedAt)) {
        adopted += project::addTake(open.project, found.segment, found.take) ? 1 : 0;
    }
    if (adopted > 0) {
        session.console.note(std::to_string(adopted) +
                             " finished takes that the project did not know were found");
    }
    return open;
}

dubbing::AnalysisCache analysisCache(const std::filesystem::path& option) {
    if (!option.empty()) {
        return dubbing::AnalysisCache(option);
    }
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
        return dubbing::AnalysisCache(std::filesystem::path(cache) / "lipwright");
    }
    const char* home = std::getenv("HOME");
    return dubbing::AnalysisCache(std::filesystem::path(home != nullptr ? home : "/tmp") /
                                  ".cache" / "lipwright");
}

Result<std::vector<project::Id>> chosenSegments(const project::Project& project,
                                                const std::string& text) {
    std::vector<project::Id> ids;
    if (text == "all" || text == "unrendered") {
        for (const project::Segment& segment : project.segments) {
            const bool wanted = text == "all" || segment.active() == nullptr;
            if (wanted && segment.status != project::SegmentStatus::bypass) {
                ids.push_back(segment.id);
            }
        }
        return ids;
    }
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        const bool digits = !word.empty() && word.size() < 10 &&
                            word.find_first_not_of("0123456789") == std::string::npos;
        const std::size_t number = digits ? std::stoul(word) : 0;
        if (number < 1 || number > project.segments.size()) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "there is no segment '" + word + "'", "--segments",
                              "Use all, unrendered, or numbers up to " +
                                  std::to_string(project.segments.size()) +
                                  " as 'segments' lists them");
        }
        ids.push_back(project.segments[number - 1].id);
    }
    return ids;
}

}  // namespace lipwright::cli
