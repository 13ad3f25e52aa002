#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/rendersource.h"
#include "engine/report/reportjob.h"

#include <memory>

namespace lipwright::cli {
namespace {

using core::Result;

struct ReportOptions {
    std::filesystem::path project;
    report::ReportFiles files;
    SourceOptions source;
};

/// Those that were asked for; all three beside the project when none was.
report::ReportFiles filesOf(const ReportOptions& options) {
    const auto& [html, csv, json] = options.files;
    if (!html.empty() || !csv.empty() || !json.empty()) {
        return options.files;
    }
    return report::reportFilesIn(options.project.parent_path(), options.project.stem().string());
}

Result<void> makeReport(const ReportOptions& options, Session& session) {
    const auto open = openProject(options.project, session);
    if (!open) {
        return core::passOn(open);
    }
    const report::ReportFiles files = filesOf(options);
    if (auto writable = report::checkWritable(files); !writable) {
        return writable;
    }
    const auto source = renderSource(options.source, *open, session);
    if (!source) {
        return core::passOn(source);
    }
    const auto made = report::makeReport({open->project, options.project.stem().string(), *source,
                                          analysisCache(options.source.cache).folder()},
                                         session.stop, session.console.progress());
    if (!made) {
        return core::passOn(made);
    }
    if (auto written = report::writeReport(*made, files); !written) {
        return written;
    }
    for (const auto& file : {files.html, files.csv, files.json}) {
        if (!file.empty()) {
            session.console.print("written: " + file.string());
        }
    }
    return {};
}

}  // namespace

Command reportCommand(CLI::App& parent) {
    auto options = std::make_shared<ReportOptions>();
    CLI::App* app = parent.add_subcommand("report", "Tell the quality of a project's segments");
    app->add_option("PROJECT", options->project, "The project (.lipwright)")->required();
    app->add_option("--html", options->files.html, "A page with plots and pictures");
    app->add_option("--csv", options->files.csv, "A table of the segments");
    app->add_option("--json", options->files.json, "Everything, for programs");
    addSourceOptions(*app, options->source);
    app->footer(
        "Without --html, --csv and --json all three are written beside the project. Files "
        "of the same name are replaced; the project is not changed.");
    return {app, [options](Session& session) { return makeReport(*options, session); }};
}

}  // namespace lipwright::cli
