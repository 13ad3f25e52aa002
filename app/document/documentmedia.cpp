// The document's media that is not where the project says.
#include "app/document/mediasearch_p.h"
#include "app/document/projectdocument_p.h"
#include "engine/core/hash.h"

#include <algorithm>

namespace lipwright::app {

namespace fs = std::filesystem;

std::vector<ProjectDocument::Missing> ProjectDocument::missingMedia() const {
    return m_state->missing;
}

/// An amendment: going back to where a file is not would help nobody.
void ProjectDocument::State::amendMedia(const Missing& item, const project::MediaReference& media) {
    (void)self.amend([&](project::Project& project) -> core::Result<void> {
        putMedia(project, item, media);
        return {};
    });
    std::erase_if(missing, [&](const Missing& other) { return other.dubTrack == item.dubTrack; });
}

void ProjectDocument::relink(const fs::path& folder) {
    const auto work =
        [wanted = m_state->missing, folder](
            std::stop_token stop,
            const core::ProgressCallback& progress) -> core::Result<std::vector<FoundMedia>> {
        auto found = searchMedia(wanted, folder, stop, progress);
        return found;
    };
    m_state->submit<std::vector<FoundMedia>>(
        State::bulkJob(tr("Look for missing media"), false), work,
        [this](const core::Result<std::vector<FoundMedia>>& found) {
            if (found) {
                for (const FoundMedia& item : *found) {
                    m_state->amendMedia(item.missing, item.media);
                }
            }
            Q_EMIT relinked(found ? static_cast<int>(found->size()) : 0,
                            static_cast<int>(m_state->missing.size()));
        });
}

core::Result<void> ProjectDocument::relinkTo(const Missing& missing, const fs::path& file) {
    std::error_code problem;
    if (!fs::is_regular_file(file, problem)) {
        return core::fail(core::ErrorCode::fileNotFound, "there is no such file", file.string(),
                          "Choose another file");
    }
    project::MediaReference media;
    media.path = fs::absolute(file).lexically_normal();
    media.bytes = static_cast<std::int64_t>(fs::file_size(file, problem));
    m_state->amendMedia(missing, media);
    const auto work = [path = media.path](std::stop_token, const core::ProgressCallback&) {
        return core::fingerprintOfFile(path);
    };
    m_state->submit<std::string>(
        State::bulkJob(tr("Read media"), true), work,
        [this, missing, media](const core::Result<std::string>& fingerprint) {
            const project::DubTrack* const dub = project().dub(missing.dubTrack);
            const bool film = missing.dubTrack == 0;
            const bool still = film ? project().film.media == media : dub && dub->media == media;
            if (fingerprint && still) {
                project::MediaReference known = media;
                known.fingerprint = *fingerprint;
                m_state->amendMedia(missing, known);
            }
        });
    return {};
}

}  // namespace lipwright::app
