#include "engine/core/atomicfile.h"
#include "engine/dubbing/analysiscache.h"
#include "engine/dubbing/exportparts_p.h"
#include "engine/dubbing/projectexport.h"
#include "engine/dubbing/voicemix.h"
#include "engine/synthesis/take.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace lipwright::dubbing {
namespace {

using core::Error;
using core::ErrorCode;

bool isThere(const std::filesystem::path& path) {
    std::error_code problem;
    return std::filesystem::exists(path, problem);
}

std::string counted(std::int64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// Bits per pixel and frame that a codec takes, about: measured on faces before still rooms.
double bitsPerPixel(const ExportSettings& settings) {
    const double byQuality = std::pow(2.0, (16 - settings.quality) / 6.0);
    switch (settings.preset) {
        case ExportPreset::h264:
            return 0.22 * byQuality;
        case ExportPreset::hevc:
            return 0.15 * byQuality;
        case ExportPreset::proRes:
            return 4.2;
        case ExportPreset::dnxhr:
            return 4.6;
        case ExportPreset::ffv1:
            return 6.5;
        case ExportPreset::patches:
            return 0.5;
    }
    return 1.0;
}

/// Finds out what the dialog shows; each step adds to the preview.
class Previewer {
public:
    Previewer(const project::Project& project, const std::filesystem::path& takes,
              const ExportSettings& settings)
        : m_project(project), m_takes(takes), m_settings(settings) {}

    ExportPreview run() {
        checkFilm();
        checkTarget();
        if (m_settings.languages.empty()) {
            problem(ErrorCode::invalidArgument, "no language is chosen", {},
                    "Choose at least one language");
        }
        for (const std::string& language : m_settings.languages) {
            previewLanguage(language);
        }
        checkSpace();
        warnAboutSegments();
        tellWhatIsKept();
        return std::move(m_preview);
    }

private:
    void problem(ErrorCode code, std::string reason, std::string place, std::string remedy) {
        m_preview.problems.push_back(
            Error{code, std::move(reason), std::move(place), std::move(remedy)});
    }

    void checkFilm() {
        const auto& path = m_project.film.media.path;
        if (path.empty()) {
            problem(ErrorCode::noVideo, "the project has no film", {}, "Import one");
            return;
        }
        if (!isThere(path)) {
            problem(ErrorCode::fileNotFound, "the film is not there", path.string(),
                    "Relink the missing media");
            return;
        }
        if (exportedFrames(m_project, m_settings).empty()) {
            problem(ErrorCode::invalidArgument, "the range holds no frame", {},
                    "Choose the whole film, or set in and out anew");
        }
        const auto film = AnalysisCache(m_settings.cache).film(path);
        if (!film) {
            m_preview.problems.push_back(film.error());
        } else if (film->index->frameCount() != m_project.film.frameCount) {
            problem(ErrorCode::damagedMedia, "the film is not the one the project was made for",
                    path.string(), "Relink the right film");
        } else if (!film->info.video.empty()) {
            m_video = film->info.video.front();
            m_soundTracks = film->info.audio.size();
        }
    }

    void checkTarget() {
        const auto& folder = m_settings.folder;
        std::error_code ignored;
        if (folder.empty() || !std::filesystem::is_directory(folder, ignored)) {
            problem(ErrorCode::fileNotFound, "there is no such folder", folder.string(),
                    "Choose a folder that is there");
        } else if (::access(folder.c_str(), W_OK) != 0) {
            problem(ErrorCode::accessDenied, "nothing can be written there", folder.string(),
                    "Choose another folder");
        }
        if (m_settings.stem.empty() || m_settings.stem.find('/') != std::string::npos) {
            problem(ErrorCode::invalidArgument, "the name will not do", m_settings.stem,
                    "Choose a name without a slash");
        }
    }

    void checkLanguage(const std::string& language) {
        if (language.find('/') != std::string::npos) {
            problem(ErrorCode::invalidArgument, "a language's name will not do in a file's name",
                    language, "Name it without a slash, as in ukr");
        }
        if (std::ranges::count(m_settings.languages, language) > 1) {
            problem(ErrorCode::invalidArgument, "a language is chosen twice", language,
                    "Choose every language once");
        }
    }

    void checkName(const std::filesystem::path& path) {
        for (const auto& input : inputs()) {
            std::error_code ignored;
            if (isThere(path) && std::filesystem::equivalent(path, input, ignored)) {
                problem(ErrorCode::invalidArgument, "it is one of the project's own files",
                        path.string(), "Choose another name or folder");
                return;
            }
        }
        if (isThere(path) && !m_settings.overwrite) {
            problem(ErrorCode::invalidArgument, "there is a file of this name already",
                    path.string(), "Choose another name, or allow it to be replaced");
        }
    }

    [[nodiscard]] std::vector<std::filesystem::path> inputs() const {
        std::vector<std::filesystem::path> all{m_project.film.media.path};
        for (const project::DubTrack& dub : m_project.dubs) {
            all.push_back(dub.media.path);
        }
        return all;
    }

    void previewLanguage(const std::string& language) {
        ExportPreview::File file;
        file.path = exportPath(m_settings, language);
        file.language = language;
        checkLanguage(language);
        for (const auto& path : writtenFor(m_settings, language)) {
            checkName(path);
        }
        const auto shown = shownSegments(m_project, m_takes, m_settings, language);
        const std::int64_t frames = exportedFrames(m_project, m_settings).length();
        file.video = videoText(coveredFrames(shown), frames);
        file.audio = audioTexts(language);
        file.estimatedBytes = estimate(frames, coveredFrames(shown));
        m_preview.files.push_back(std::move(file));
        checkTakes(shown);
        checkCodec();
    }

    [[nodiscard]] std::string videoText(std::int64_t covered, std::int64_t frames) const {
        const std::string share =
            std::to_string(covered) + " of " + counted(frames, "frame changes", "frames change");
        if (m_settings.preset == ExportPreset::patches) {
            return "PNG patches with their mask; " + std::to_string(covered) + " frames";
        }
        std::string text = "picture encoded anew: " + nameOf(m_settings.preset);
        if (m_video) {
            text += ", " + std::to_string(m_video->width) + " × " +
                    std::to_string(m_video->height) + ", " + m_video->pixelFormat;
        }
        if (m_settings.preset == ExportPreset::h264 || m_settings.preset == ExportPreset::hevc) {
            text += ", CRF " + std::to_string(m_settings.quality);
        }
        return text + "; " + share;
    }

    std::vector<std::string> audioTexts(const std::string& language) {
        const auto tracks = heardTracks(m_project, language);
        const std::string name = language.empty() ? "dub" : language;
        std::vector<std::string> texts;
        for (const project::DubTrack& track : tracks) {
            if (!isThere(track.media.path)) {
                problem(ErrorCode::fileNotFound, "a voice is not there", track.media.path.string(),
                        "Relink the missing media");
            }
        }
        if (tracks.empty() && m_settings.preset != ExportPreset::patches) {
            problem(ErrorCode::noAudio, "every voice of this language is muted", name,
                    "Unmute one, or leave the language out");
        } else if (m_settings.preset != ExportPreset::patches) {
            texts.push_back(name + ": " +
                            (tracks.size() > 1
                                 ? "mixed from " + std::to_string(tracks.size()) + " voices"
                                 : tracks.front().name));
        }
        if (m_settings.keepOriginalAudio && m_soundTracks > 0 &&
            m_settings.preset != ExportPreset::patches) {
            texts.emplace_back("original sound: copied");
        }
        return texts;
    }

    [[nodiscard]] std::int64_t estimate(std::int64_t frames, std::int64_t covered) const {
        const double pixels = m_video ? static_cast<double>(m_video->width) * m_video->height : 2e6;
        const double counted =
            static_cast<double>(m_settings.preset == ExportPreset::patches ? covered : frames);
        const double sound = 48000.0 / 25.0 * 4.0 * static_cast<double>(frames) / 4.0;
        return static_cast<std::int64_t>(pixels * bitsPerPixel(m_settings) / 8.0 * counted + sound);
    }

    void checkTakes(const std::vector<ShownSegment>& shown) {
        for (const ShownSegment& item : shown) {
            if (!isThere(item.take.folder / synthesis::kTakeSidecar)) {
                problem(ErrorCode::fileNotFound, "a take is not there", item.take.folder.string(),
                        "Render the segment again, or choose another take");
            }
        }
    }

    /// Opens a writer on trial: what the codec or container can not carry is told now.
    void checkCodec() {
        const auto codec = codecOf(m_settings.preset);
        if (!codec || !m_video || !m_preview.problems.empty()) {
            return;
        }
        media::WriterOptions options;
        options.codec = *codec;
        options.quality = m_settings.quality;
        const auto trial =
            media::MediaWriter::create(m_preview.files.back().path, *m_video, options);
        if (!trial) {
            m_preview.problems.push_back(trial.error());
        }
    }

    void checkSpace() {
        std::error_code failed;
        const auto space = std::filesystem::space(m_settings.folder, failed);
        if (failed) {
            return;
        }
        m_preview.freeBytes = static_cast<std::int64_t>(space.available);
        std::int64_t needed = 0;
        for (const auto& file : m_preview.files) {
            needed += file.estimatedBytes;
        }
        if (needed > m_preview.freeBytes) {
            problem(ErrorCode::diskFull, "there is probably not enough room on the disk",
                    m_settings.folder.string(), "Make room, or choose another folder or preset");
        }
    }

    void warnAboutSegments() {
        std::int64_t without = 0;
        std::int64_t drafts = 0;
        std::int64_t partly = 0;
        std::int64_t open = 0;
        std::set<int> silent;
        for (const project::Segment& segment : m_project.segments) {
            const project::DubTrack* dub = m_project.dub(segment.dubTrack);
            const bool chosen =
                dub != nullptr && std::ranges::find(m_settings.languages, dub->language) !=
                                      m_settings.languages.end();
            if (!chosen || segment.status == project::SegmentStatus::bypass) {
                continue;
            }
            open += segment.status == project::SegmentStatus::approved ? 0 : 1;
            const project::Take* take = segment.active();
            if (take == nullptr) {
                ++without;
                continue;
            }
            drafts += take->quality == project::TakeQuality::draft ? 1 : 0;
            partly += core::intersection(take->frames, segment.frames) == segment.frames ? 0 : 1;
            const project::CastMember* member = m_project.member(segment.actor);
            if (member == nullptr || !member->consent) {
                silent.insert(segment.actor);
            }
        }
        warn(without, "segment has no take and keeps the film's picture",
             "segments have no take and keep the film's picture");
        warn(drafts, "segment shows a draft", "segments show drafts");
        warn(partly, "take does not cover its whole segment any more",
             "takes do not cover their whole segments any more");
        if (m_settings.approvedOnly) {
            warn(open, "segment is not approved and keeps the film's picture",
                 "segments are not approved and keep the film's picture");
        }
        for (const project::DubTrack& dub : m_project.dubs) {
            if (dub.muted && std::ranges::count(m_settings.languages, dub.language) > 0) {
                m_preview.warnings.push_back("the voice " + dub.name + " is muted");
            }
        }
        for (const int actor : silent) {
            m_preview.warnings.push_back("no consent is recorded for " +
                                         project::displayName(m_project, actor));
        }
    }

    void warn(std::int64_t count, const char* one, const char* many) {
        if (count > 0) {
            m_preview.warnings.push_back(counted(count, one, many));
        }
    }

    void tellWhatIsKept() {
        if (m_settings.preset == ExportPreset::patches) {
            m_preview.kept.emplace_back("the film itself is not written");
            return;
        }
        m_preview.kept.emplace_back("size, frame count, timestamps, bit depth and colour tags");
        m_preview.kept.emplace_back(
            m_settings.preset == ExportPreset::ffv1
                ? "every pixel outside the masks, bit for bit"
                : "every pixel outside the masks, up to the encoder's own loss");
        if (m_video && m_video->startTimecode) {
            m_preview.kept.push_back("the start timecode " + *m_video->startTimecode);
        }
    }

    const project::Project& m_project;
    const std::filesystem::path& m_takes;
    const ExportSettings& m_settings;
    ExportPreview m_preview;
    std::optional<media::VideoStreamInfo> m_video;
    std::size_t m_soundTracks = 0;
};

}  // namespace

ExportPreview previewExport(const project::Project& project, const std::filesystem::path& takes,
                            const ExportSettings& settings) {
    return Previewer(project, takes, settings).run();
}

}  // namespace lipwright::dubbing
