#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/projectfile.h"
#include "engine/core/timecode.h"
#include "engine/dubbing/projectexport.h"

#include <algorithm>
#include <memory>

namespace lipwright::cli {
namespace {

using core::Result;
using dubbing::ExportPreset;

const std::map<std::string, ExportPreset> kPresets{
    {"h264", ExportPreset::h264},     {"hevc", ExportPreset::hevc},
    {"prores", ExportPreset::proRes}, {"dnxhr", ExportPreset::dnxhr},
    {"ffv1", ExportPreset::ffv1},     {"patches", ExportPreset::patches}};

struct ExportOptions {
    std::filesystem::path project;
    dubbing::ExportSettings settings;
    std::string range;
    bool dropOriginal = false;
    bool noLists = false;
};

/// "IN-OUT" as timecodes or frame numbers; the out point does not belong to it.
Result<core::FrameRange> rangeOf(const std::string& text, const project::Film& film) {
    const auto dash = text.find('-');
    const auto format =
        core::TimecodeFormat::of({film.frameNumerator, film.frameDenominator}, film.startTimecode);
    const auto frameOf = [&](const std::string& part) -> Result<std::int64_t> {
        const bool number = !part.empty() && part.size() < 16 &&
                            part.find_first_not_of("0123456789") == std::string::npos;
        return number ? Result<std::int64_t>(std::stoll(part))
                      : core::frameOfTimecode(part, format);
    };
    if (dash == std::string::npos) {
        return core::fail(core::ErrorCode::invalidArgument, "'" + text + "' is no range", "--range",
                          "Write IN-OUT, as in 01:00:02:00-01:00:08:12 or 50-200");
    }
    const auto first = frameOf(text.substr(0, dash));
    const auto end = frameOf(text.substr(dash + 1));
    if (!first) {
        return core::passOn(first);
    }
    if (!end) {
        return core::passOn(end);
    }
    return core::FrameRange{*first, *end};
}

void chooseLanguages(const project::Project& project, dubbing::ExportSettings& settings) {
    if (!settings.languages.empty()) {
        return;
    }
    for (const project::DubTrack& dub : project.dubs) {
        if (std::ranges::find(settings.languages, dub.language) == settings.languages.end()) {
            settings.languages.push_back(dub.language);
        }
    }
}

Result<void> exportCommandRun(const ExportOptions& options, Session& session) {
    const auto open = openProject(options.project, session);
    if (!open) {
        return core::passOn(open);
    }
    dubbing::ExportSettings settings = options.settings;
    settings.keepOriginalAudio = !options.dropOriginal;
    settings.changeLists = !options.noLists;
    settings.cache = analysisCache(settings.cache).folder();
    if (settings.stem.empty()) {
        settings.stem = open->project.film.media.path.stem().string();
    }
    chooseLanguages(open->project, settings);
    if (!options.range.empty()) {
        const auto range = rangeOf(options.range, open->project.film);
        if (!range) {
            return core::passOn(range);
        }
        settings.range = *range;
    }
    for (const auto& warning :
         dubbing::previewExport(open->project, open->takes, settings).warnings) {
        session.console.note(warning);
    }
    const auto outcome = dubbing::exportProject(open->project, open->takes, settings, session.stop,
                                                session.console.progress());
    if (!outcome) {
        return core::passOn(outcome);
    }
    session.console.print(std::to_string(outcome->changedFrames) + " frames changed");
    for (const auto& file : outcome->files) {
        session.console.print("written: " + file.string());
    }
    return {};
}

}  // namespace

Command exportCommand(CLI::App& parent) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* app = parent.add_subcommand("export", "Write the finished films of a project");
    dubbing::ExportSettings& settings = options->settings;
    app->add_option("PROJECT", options->project, "The project (.lipwright)")->required();
    app->add_option("-o,--output", settings.folder, "Folder for the films")->required();
    app->add_option("--preset", settings.preset, "h264, hevc, prores, dnxhr, ffv1 or patches")
        ->transform(CLI::CheckedTransformer(kPresets, CLI::ignore_case));
    app->add_option("--languages", settings.languages, "Of the voices (default: all)")
        ->delimiter(',');
    app->add_option("--range", options->range, "IN-OUT as timecodes or frame numbers");
    app->add_option("--name", settings.stem, "Of the files (default: the film's)");
    app->add_option("--quality", settings.quality, "Constant rate factor of h264 and hevc")
        ->check(CLI::Range(0, 51))
        ->capture_default_str();
    app->add_option("--threads", settings.threads, "Threads to use")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    app->add_option("--cache", settings.cache, "Folder where analyses are kept");
    app->add_flag("--approved-only", settings.approvedOnly,
                  "Other segments keep the film's picture");
    app->add_flag("--drop-original-audio", options->dropOriginal, "Only the voices");
    app->add_flag("--no-change-lists", options->noLists, "No EDL, CSV and OTIO beside the film");
    app->add_flag("--overwrite", settings.overwrite, "Replace files of the same name");
    return {app, [options](Session& session) { return exportCommandRun(*options, session); }};
}

}  // namespace lipwright::cli
