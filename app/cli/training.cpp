#include "app/cli/training.h"

#include "app/cli/modelfolder.h"
#include "app/cli/plot/trainingplot.h"

#include <cstdio>

namespace lipwright::cli {

void DeviceOptions::declare(CLI::App& app) {
    app.add_option("--device", device, "auto, cpu or cuda")->capture_default_str();
    app.add_flag("--mixed", mixed, "Compute in bfloat16 where that is safe");
}

core::Result<void> defaultToInstalledExpert(std::filesystem::path& weights,
                                            const Session& session) {
    if (!weights.empty()) {
        return {};
    }
    const auto models = modelFolder({}, session);
    if (!models) {
        return core::passOn(models);
    }
    weights = *models / "lip-sync-expert.weights";
    return {};
}

void printMetrics(const std::string& title, const std::map<std::string, double>& metrics,
                  Console& console) {
    console.print(title);
    for (const auto& [name, value] : metrics) {
        char line[120];
        std::snprintf(line, sizeof line, "  %-32s %.4f", name.c_str(), value);
        console.print(line);
    }
}

void drawLog(const std::filesystem::path& folder, Console& console) {
    std::error_code ignored;
    const auto log = folder / "log.csv";
    if (!std::filesystem::exists(log, ignored)) {
        return;
    }
    if (const auto drawn = writeTrainingPlot(log, folder / "log.png"); !drawn) {
        console.note("no log.png: " + drawn.error().reason);
    }
}

}  // namespace lipwright::cli
