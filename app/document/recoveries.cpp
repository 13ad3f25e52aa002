#include "app/document/projectlock_p.h"
#include "app/document/recoveries_p.h"
#include "engine/project/serializer.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <optional>

namespace lipwright::app {
namespace {

namespace fs = std::filesystem;
using Recovery = ProjectDocument::Recovery;

constexpr const char* kAutosave = "autosave.lipwright";
constexpr const char* kAside = "recovery";

std::optional<Recovery> describe(const fs::path& autosave, const fs::path& file) {
    const auto project = project::loadProject(autosave);
    if (!project) {
        return std::nullopt;
    }
    Recovery recovery{autosave, file, {}, static_cast<int>(project->segments.size()), 0};
    for (const project::Segment& segment : project->segments) {
        recovery.takes += static_cast<int>(segment.takes.size());
    }
    const QFileInfo info(QString::fromStdString(autosave.string()));
    recovery.when = QLocale().toString(info.lastModified(), QLocale::ShortFormat);
    return recovery;
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code problem;
    for (auto entry = fs::directory_iterator(folder, problem);
         !problem && entry != fs::directory_iterator(); entry.increment(problem)) {
        entries.push_back(entry->path());
    }
    std::ranges::sort(entries);
    return entries;
}

bool sameProject(const fs::path& a, const fs::path& b) {
    const auto first = project::loadProject(a);
    const auto second = project::loadProject(b);
    return first && second && *first == *second;
}

}  // namespace

fs::path autosaveOf(const fs::path& file) {
    return project::dataFolder(file) / kAutosave;
}

void setNewerAutosaveAside(const fs::path& file) {
    const fs::path autosave = autosaveOf(file);
    std::error_code problem;
    const auto unsaved = fs::last_write_time(autosave, problem);
    if (problem) {
        return;
    }
    const auto saved = fs::last_write_time(file, problem);
    if ((!problem && unsaved <= saved) || sameProject(autosave, file)) {
        return;
    }
    for (int number = 1; number < 1000; ++number) {
        const fs::path aside = autosave.parent_path() /
                               (std::string(kAside) + "-" + std::to_string(number) + ".lipwright");
        if (!fs::exists(aside, problem)) {
            fs::rename(autosave, aside, problem);
            return;
        }
    }
}

std::vector<Recovery> recoveriesBeside(const fs::path& file) {
    std::vector<Recovery> found;
    for (const fs::path& entry : entriesOf(project::dataFolder(file))) {
        const bool aside =
            entry.filename().string().starts_with(kAside) && entry.extension() == ".lipwright";
        if (const auto recovery = aside ? describe(entry, file) : std::nullopt) {
            found.push_back(*recovery);
        }
    }
    return found;
}

std::vector<Recovery> unnamedRecoveries(const fs::path& folder) {
    std::vector<Recovery> found;
    for (const fs::path& entry : entriesOf(folder)) {
        const fs::path autosave = entry / kAutosave;
        std::error_code problem;
        if (!fs::exists(autosave, problem) || !lockProject(entry / "lock", autosave)) {
            continue;
        }
        if (const auto recovery = describe(autosave, {})) {
            found.push_back(*recovery);
        }
    }
    return found;
}

}  // namespace lipwright::app
