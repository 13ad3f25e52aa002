#include "app/document/mediasearch_p.h"
#include "engine/core/hash.h"

#include <algorithm>
#include <optional>

namespace lipwright::app {
namespace {

namespace fs = std::filesystem;
using Missing = ProjectDocument::Missing;
using project::MediaReference;

constexpr int kDepth = 12;
constexpr std::int64_t kEntries = 200'000;

bool isThere(const MediaReference& media) {
    std::error_code problem;
    if (!fs::is_regular_file(media.path, problem)) {
        return false;
    }
    if (media.fingerprint.empty()) {
        return true;
    }
    const auto fingerprint = core::fingerprintOfFile(media.path);
    return fingerprint && *fingerprint == media.fingerprint;
}

struct Candidate {
    fs::path path;
    std::int64_t bytes = 0;
};

/// Files below the folder that have the name or the size of something missing.
std::vector<Candidate> candidatesIn(const std::vector<Missing>& missing, const fs::path& folder,
                                    const std::stop_token& stop,
                                    const core::ProgressCallback& progress) {
    std::vector<Candidate> candidates;
    std::int64_t seen = 0;
    std::error_code problem;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           problem);
    for (; !problem && entry != fs::recursive_directory_iterator() && seen < kEntries &&
           !stop.stop_requested();
         entry.increment(problem)) {
        core::report(progress, {"search", ++seen, 0});
        if (entry.depth() >= kDepth) {
            entry.disable_recursion_pending();
        }
        std::error_code ignored;
        if (!entry->is_regular_file(ignored)) {
            continue;
        }
        const auto bytes = static_cast<std::int64_t>(entry->file_size(ignored));
        const bool likely = std::ranges::any_of(missing, [&](const Missing& item) {
            return item.media.path.filename() == entry->path().filename() ||
                   (item.media.bytes > 0 && item.media.bytes == bytes);
        });
        if (!ignored && likely) {
            candidates.push_back({entry->path(), bytes});
        }
    }
    return candidates;
}

std::optional<MediaReference> match(const MediaReference& wanted, const Candidate& candidate) {
    const auto fingerprint = core::fingerprintOfFile(candidate.path);
    if (!fingerprint || (!wanted.fingerprint.empty() && *fingerprint != wanted.fingerprint)) {
        return std::nullopt;
    }
    return MediaReference{candidate.path, *fingerprint, candidate.bytes};
}

std::optional<MediaReference> find(const MediaReference& wanted,
                                   const std::vector<Candidate>& candidates) {
    for (const bool byName : {true, false}) {
        for (const Candidate& candidate : candidates) {
            const bool sameName = candidate.path.filename() == wanted.path.filename();
            const bool sameSize = !wanted.fingerprint.empty() && candidate.bytes == wanted.bytes;
            if (byName ? sameName : !sameName && sameSize) {
                if (auto found = match(wanted, candidate)) {
                    return found;
                }
            }
        }
    }
    return std::nullopt;
}

QString nameOf(const fs::path& path) {
    return QString::fromStdString(path.filename().string());
}

}  // namespace

std::vector<Missing> missingIn(const project::Project& project) {
    std::vector<Missing> missing;
    const auto& film = project.film.media;
    if (!film.path.empty() && !isThere(film)) {
        missing.push_back({nameOf(film.path), film, 0});
    }
    for (const project::DubTrack& dub : project.dubs) {
        if (!isThere(dub.media)) {
            missing.push_back({nameOf(dub.media.path), dub.media, dub.id});
        }
    }
    return missing;
}

std::vector<FoundMedia> searchMedia(const std::vector<Missing>& missing, const fs::path& folder,
                                    const std::stop_token& stop,
                                    const core::ProgressCallback& progress) {
    const auto candidates = candidatesIn(missing, folder, stop, progress);
    std::vector<FoundMedia> result;
    for (const Missing& item : missing) {
        if (stop.stop_requested()) {
            break;
        }
        if (const auto found = find(item.media, candidates)) {
            result.push_back({item, *found});
        }
    }
    return result;
}

void putMedia(project::Project& project, const Missing& missing, const MediaReference& media) {
    if (missing.dubTrack == 0) {
        project.film.media = media;
        return;
    }
    for (project::DubTrack& dub : project.dubs) {
        if (dub.id == missing.dubTrack) {
            dub.media = media;
        }
    }
}

}  // namespace lipwright::app
