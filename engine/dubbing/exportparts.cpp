#include "engine/dubbing/exportparts_p.h"
#include "engine/dubbing/projectexport.h"

#include <algorithm>
#include <set>

namespace lipwright::dubbing {

std::string extensionOf(ExportPreset preset) {
    switch (preset) {
        case ExportPreset::h264:
        case ExportPreset::hevc:
            return ".mp4";
        case ExportPreset::proRes:
        case ExportPreset::dnxhr:
            return ".mov";
        case ExportPreset::ffv1:
            return ".mkv";
        case ExportPreset::patches:
            return {};
    }
    return {};
}

std::optional<media::VideoCodec> codecOf(ExportPreset preset) {
    switch (preset) {
        case ExportPreset::h264:
            return media::VideoCodec::h264;
        case ExportPreset::hevc:
            return media::VideoCodec::hevc;
        case ExportPreset::proRes:
            return media::VideoCodec::proRes;
        case ExportPreset::dnxhr:
            return media::VideoCodec::dnxhr;
        case ExportPreset::ffv1:
            return media::VideoCodec::ffv1;
        case ExportPreset::patches:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string nameOf(ExportPreset preset) {
    static constexpr const char* kNames[] = {"H.264", "HEVC", "ProRes",
                                             "DNxHR", "FFV1", "PNG patches"};
    return kNames[static_cast<std::size_t>(preset)];
}

core::FrameRange exportedFrames(const project::Project& project, const ExportSettings& settings) {
    const core::FrameRange film{0, project.film.frameCount};
    return settings.range ? core::intersection(*settings.range, film) : film;
}

std::vector<ShownSegment> shownSegments(const project::Project& project,
                                        const std::filesystem::path& takes,
                                        const ExportSettings& settings,
                                        const std::string& language) {
    const core::FrameRange range = exportedFrames(project, settings);
    std::vector<ShownSegment> shown;
    for (const project::Segment& segment : project.segments) {
        const project::DubTrack* dub = project.dub(segment.dubTrack);
        const project::Take* take = segment.active();
        const bool wanted =
            segment.status == project::SegmentStatus::approved ||
            (!settings.approvedOnly && segment.status != project::SegmentStatus::bypass);
        if (dub == nullptr || dub->language != language || take == nullptr || !wanted) {
            continue;
        }
        const core::FrameRange frames =
            core::intersection(core::intersection(segment.frames, take->frames), range);
        if (!frames.empty()) {
            shown.push_back({&segment, {takes / take->folder, frames}});
        }
    }
    return shown;
}

std::int64_t coveredFrames(const std::vector<ShownSegment>& shown) {
    std::int64_t total = 0;
    std::int64_t reached = 0;
    for (const ShownSegment& item : shown) {  // by first frame, as the project has them
        const std::int64_t first = std::max(reached, item.take.frames.first);
        total += std::max<std::int64_t>(0, item.take.frames.end - first);
        reached = std::max(reached, item.take.frames.end);
    }
    return total;
}

std::filesystem::path besideExport(const ExportSettings& settings, const std::string& language,
                                   const std::string& ending) {
    const std::string name =
        settings.stem + "-" + (language.empty() ? std::string("dubbed") : language) + ending;
    return settings.folder / std::filesystem::path(std::u8string(name.begin(), name.end()));
}

std::filesystem::path exportPath(const ExportSettings& settings, const std::string& language) {
    return besideExport(
        settings, language,
        settings.preset == ExportPreset::patches ? "-patches" : extensionOf(settings.preset));
}

std::vector<std::filesystem::path> writtenFor(const ExportSettings& settings,
                                              const std::string& language) {
    std::vector<std::filesystem::path> paths{exportPath(settings, language),
                                             besideExport(settings, language, "-report.json")};
    if (settings.changeLists) {
        for (const char* ending : {"-changes.edl", "-changes.csv", "-changes.otio"}) {
            paths.push_back(besideExport(settings, language, ending));
        }
    }
    return paths;
}

std::string consentText(const project::Project& project, const std::vector<ShownSegment>& shown) {
    std::set<int> actors;
    for (const ShownSegment& item : shown) {
        actors.insert(item.segment->actor);
    }
    std::string text;
    for (const int actor : actors) {
        const project::CastMember* member = project.member(actor);
        text += (text.empty() ? "" : "; ") + project::displayName(project, actor) + ": ";
        if (member == nullptr || !member->consent) {
            text += "not recorded";
            continue;
        }
        const project::Consent& consent = *member->consent;
        text += consent.person + ", " + consent.date + ", " + consent.scope;
        text += consent.reference.empty() ? "" : ", " + consent.reference;
    }
    return text;
}

core::TimecodeFormat timecodeOf(const project::Film& film) {
    return core::TimecodeFormat::of({film.frameNumerator, film.frameDenominator},
                                    film.startTimecode);
}

}  // namespace lipwright::dubbing
