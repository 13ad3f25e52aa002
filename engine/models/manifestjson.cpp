#include "engine/models/hexadecimal_p.h"
#include "engine/models/manifestjson_p.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lipwright::models {

namespace {

using nlohmann::json;

constexpr const char* kRemedy = "Restore the models folder from the installation";

core::Failure malformed(const std::string& place, const std::string& reason) {
    return core::fail(core::ErrorCode::modelInvalid, "the model manifest is malformed: " + reason,
                      place, kRemedy);
}

bool staysInside(const std::string& file) {
    const std::filesystem::path path(file);
    return !file.empty() && path.is_relative() && !path.has_root_path() &&
           std::none_of(path.begin(), path.end(),
                        [](const std::filesystem::path& part) { return part == ".."; });
}

ModelEntry entryOf(const json& object) {
    ModelEntry entry;
    entry.role = object.at("role").get<std::string>();
    entry.name = object.at("name").get<std::string>();
    entry.file = object.at("file").get<std::string>();
    entry.sha256 = object.at("sha256").get<std::string>();
    entry.shapes = object.at("shapes").get<std::map<std::string, std::vector<std::int64_t>>>();
    entry.licence = object.at("licence").get<std::string>();
    entry.trainingData = object.at("trainingData").get<std::string>();
    entry.metrics = object.at("metrics").get<std::map<std::string, double>>();
    return entry;
}

std::string faultOf(const ModelEntry& entry) {
    if (entry.role.empty()) {
        return "an entry has no role";
    }
    if (!staysInside(entry.file)) {
        return "the file '" + entry.file + "' does not lie in the models folder";
    }
    if (!isSha256(entry.sha256)) {
        return "the sha256 of '" + entry.file + "' is not 64 lower-case hexadecimal digits";
    }
    for (const auto& [name, shape] : entry.shapes) {
        if (std::any_of(shape.begin(), shape.end(), [](std::int64_t n) { return n < 0; })) {
            return "the shape of '" + name + "' has a negative size";
        }
    }
    return {};
}

}  // namespace

core::Result<std::vector<ModelEntry>> parseManifest(const std::string& text,
                                                    const std::string& place) {
    try {
        const json root = json::parse(text);
        const int version = root.at("version").get<int>();
        if (version != kManifestVersion) {
            return core::fail(core::ErrorCode::modelInvalid,
                              "the model manifest has version " + std::to_string(version) +
                                  ", this program reads version " +
                                  std::to_string(kManifestVersion),
                              place, "Use the models folder that came with this program");
        }
        std::vector<ModelEntry> entries;
        for (const json& object : root.at("models")) {
            entries.push_back(entryOf(object));
            if (const std::string fault = faultOf(entries.back()); !fault.empty()) {
                return malformed(place, fault);
            }
        }
        return entries;
    } catch (const json::exception& error) {
        return malformed(place, error.what());
    }
}

std::string printManifest(const std::vector<ModelEntry>& entries) {
    json models = json::array();
    for (const ModelEntry& entry : entries) {
        models.push_back({{"role", entry.role},
                          {"name", entry.name},
                          {"file", entry.file},
                          {"sha256", entry.sha256},
                          {"shapes", entry.shapes},
                          {"licence", entry.licence},
                          {"trainingData", entry.trainingData},
                          {"metrics", entry.metrics}});
    }
    const json root = {{"version", kManifestVersion}, {"models", models}};
    return root.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace lipwright::models
