#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/projectfile.h"
#include "engine/core/timecode.h"
#include "engine/dubbing/segmentproposal.h"
#include "engine/project/edits.h"
#include "engine/project/interchange.h"
#include "engine/project/serializer.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace lipwright::cli {
namespace {

using core::Result;

constexpr const char* kStatus[] = {"new", "rendered", "review", "approved", "bypass"};
constexpr core::TimeBase kMicroseconds{1, 1'000'000};

struct SegmentsOptions {
    std::filesystem::path project;
    std::filesystem::path cues;
    std::filesystem::path cache;
    bool json = false;
    bool replace = false;
};

core::TimecodeFormat timecodeOf(const project::Film& film) {
    return core::TimecodeFormat::of({film.frameNumerator, film.frameDenominator},
                                    film.startTimecode);
}

/// Makes room for a cue list: segments nobody has rendered, approved or written on go.
Result<void> removeUntouched(project::Project& project) {
    std::vector<project::Id> untouched;
    for (const project::Segment& segment : project.segments) {
        if (segment.takes.empty() && segment.status == project::SegmentStatus::fresh &&
            segment.notes.empty()) {
            untouched.push_back(segment.id);
        }
    }
    return project::removeSegments(project, untouched);
}

/// Adds the segments of a cue list; they speak from the first voice.
Result<void> importInto(OpenProject& open, const SegmentsOptions& options, Session& session) {
    if (open.project.dubs.empty()) {
        return core::fail(core::ErrorCode::invalidArgument, "the project has no voice",
                          open.file.string(), "Add one first");
    }
    const auto cache = analysisCache(options.cache);
    const auto& path = open.project.film.media.path;
    const auto film = cache.film(path, session.stop, session.console.progress());
    if (!film) {
        return core::passOn(film);
    }
    const auto faces = cache.faces(path, film->index, session.stop, session.console.progress());
    if (!faces) {
        return core::passOn(faces);
    }
    project::CueClock clock;
    clock.timecode = timecodeOf(open.project.film);
    clock.frameCount = film->index->frameCount();
    clock.frameAt = [&film](double seconds) {
        return film->index->numberAt(core::RationalTime::fromSeconds(seconds, kMicroseconds));
    };
    const auto cues = project::importCues(options.cues, clock);
    if (!cues) {
        return core::passOn(cues);
    }
    for (const std::string& note : cues->notes) {
        session.console.note(note);
    }
    if (options.replace) {
        if (auto removed = removeUntouched(open.project); !removed) {
            return removed;
        }
    }
    auto proposed =
        dubbing::proposeFromCues(open.project, open.project.dubs.front(), cues->cues, **faces);
    const std::size_t wanted = proposed.size();
    const auto added = project::addSegments(open.project, std::move(proposed));
    if (!added) {
        return core::passOn(added);
    }
    session.console.note(std::to_string(added->size()) + " segments added");
    if (added->size() < wanted) {
        session.console.note(std::to_string(wanted - added->size()) +
                             " overlap segments that are there and were left out; --replace "
                             "removes those not worked on first");
    }
    return project::saveProject(open.file, open.project);
}

nlohmann::json toJson(const project::Project& project, const project::Segment& segment) {
    const project::DubTrack* dub = project.dub(segment.dubTrack);
    return {{"first_frame", segment.frames.first},
            {"end_frame", segment.frames.end},
            {"actor", project::displayName(project, segment.actor)},
            {"language", dub != nullptr ? dub->language : std::string()},
            {"status", kStatus[static_cast<std::size_t>(segment.status)]},
            {"takes", segment.takes.size()},
            {"active_take", segment.active() != nullptr},
            {"text", segment.text}};
}

void list(const project::Project& project, bool json, Console& console) {
    const auto timecode = timecodeOf(project.film);
    nlohmann::json all = nlohmann::json::array();
    for (std::size_t i = 0; i < project.segments.size(); ++i) {
        const project::Segment& segment = project.segments[i];
        if (json) {
            all.push_back(toJson(project, segment));
            continue;
        }
        const project::DubTrack* dub = project.dub(segment.dubTrack);
        console.print(std::to_string(i + 1) + "  " +
                      core::toTimecode(segment.frames.first, timecode) + "  " +
                      core::toTimecode(segment.frames.end, timecode) + "  " +
                      project::displayName(project, segment.actor) + "  " +
                      (dub != nullptr ? dub->language : "") + "  " +
                      kStatus[static_cast<std::size_t>(segment.status)] + "  " +
                      std::to_string(segment.takes.size()) + " takes  " + segment.text);
    }
    if (json) {
        console.print(all.dump(2));
    }
}

}  // namespace

Command segmentsCommand(CLI::App& parent) {
    auto options = std::make_shared<SegmentsOptions>();
    CLI::App* app = parent.add_subcommand("segments", "List a project's segments, or import some");
    app->add_option("PROJECT", options->project, "The project (.lipwright)")->required();
    app->add_option("--import", options->cues, "Cue list to add: .srt, .edl, .csv or .otio");
    app->add_flag("--replace", options->replace,
                  "With --import: instead of the segments nobody has worked on")
        ->needs("--import");
    app->add_option("--cache", options->cache, "Folder where analyses are kept");
    app->add_flag("--json", options->json, "Machine-readable list");
    return {app, [options](Session& session) -> Result<void> {
                auto open = openProject(options->project, session);
                if (!open) {
                    return core::passOn(open);
                }
                if (!options->cues.empty()) {
                    if (auto imported = importInto(*open, *options, session); !imported) {
                        return imported;
                    }
                }
                list(open->project, options->json, session.console);
                return {};
            }};
}

}  // namespace lipwright::cli
