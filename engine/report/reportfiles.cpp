#include "engine/core/atomicfile.h"
#include "engine/report/qcreport.h"

namespace lipwright::report {

ReportFiles reportFilesIn(const std::filesystem::path& folder, const std::string& stem) {
    const auto named = [&](const char* ending) { return folder / (stem + "-quality" + ending); };
    return {named(".html"), named(".csv"), named(".json")};
}

core::Result<void> checkWritable(const ReportFiles& files) {
    for (const auto* path : {&files.html, &files.csv, &files.json}) {
        if (path->empty()) {
            continue;
        }
        if (const auto trial = core::AtomicFile::create(*path); !trial) {
            return core::passOn(trial);
        }
    }
    return {};
}

core::Result<void> writeReport(const QcReport& report, const ReportFiles& files) {
    const std::array<std::pair<const std::filesystem::path*, std::string (*)(const QcReport&)>, 3>
        kinds{{{&files.html, reportHtml}, {&files.csv, reportCsv}, {&files.json, reportJson}}};
    for (const auto& [path, text] : kinds) {
        if (path->empty()) {
            continue;
        }
        if (auto written = core::writeFileAtomically(*path, text(report)); !written) {
            return written;
        }
    }
    return {};
}

}  // namespace lipwright::report
