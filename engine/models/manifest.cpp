#include "engine/models/manifest.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/models/manifestjson_p.h"

#include <algorithm>
#include <cstdlib>

namespace lipwright::models {

namespace fs = std::filesystem;

namespace {

constexpr const char* kManifestName = "manifest.json";
constexpr const char* kRemedy =
    "Restore the models folder from the installation, or set LIPWRIGHT_MODELS to a folder that has "
    "it";

bool hasManifest(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder / kManifestName, ignored);
}

}  // namespace

core::Result<ModelLibrary> ModelLibrary::open(const fs::path& folder) {
    const fs::path file = folder / kManifestName;
    if (!hasManifest(folder)) {
        return core::fail(core::ErrorCode::fileNotFound, "there is no model manifest",
                          file.string(), kRemedy);
    }
    const auto text = core::readSmallFile(file);
    if (!text) {
        return core::passOn(text);
    }
    auto entries = parseManifest(*text, file.string());
    if (!entries) {
        return core::passOn(entries);
    }
    ModelLibrary library;
    library.m_folder = folder;
    library.m_entries = std::move(*entries);
    return library;
}

core::Result<fs::path> ModelLibrary::findFolder(const fs::path& program) {
    if (const char* chosen = std::getenv("LIPWRIGHT_MODELS"); chosen != nullptr && *chosen != 0) {
        if (!hasManifest(chosen)) {
            return core::fail(core::ErrorCode::fileNotFound,
                              "the folder named by LIPWRIGHT_MODELS has no manifest.json", chosen,
                              "Correct or unset LIPWRIGHT_MODELS");
        }
        return fs::path(chosen);
    }
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(program, ignored);
    const fs::path beside = (real.empty() ? program : real).parent_path();
    const fs::path candidates[] = {beside / "models", beside / "../share/lipwright/models",
                                   beside / "../models", beside / "../../../models"};
    for (const fs::path& candidate : candidates) {
        if (hasManifest(candidate)) {
            return candidate.lexically_normal();
        }
    }
    return core::fail(core::ErrorCode::fileNotFound, "the models folder was not found",
                      (beside / "models").string(), kRemedy);
}

core::Result<ModelLibrary::VerifiedModel> ModelLibrary::verified(const std::string& role) const {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&role](const ModelEntry& e) { return e.role == role; });
    if (entry == m_entries.end()) {
        return core::fail(core::ErrorCode::modelInvalid, "no model with the role '" + role + "'",
                          (m_folder / kManifestName).string(), kRemedy);
    }
    const fs::path path = m_folder / entry->file;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return core::fail(core::ErrorCode::fileNotFound, "the weights file is missing",
                          path.string(), kRemedy);
    }
    const auto hash = core::sha256OfFile(path);
    if (!hash) {
        return core::passOn(hash);
    }
    if (*hash != entry->sha256) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the weights file is not the one the manifest describes (sha256 " +
                              *hash + ", expected " + entry->sha256 + ")",
                          path.string(), kRemedy);
    }
    return VerifiedModel{*entry, path};
}

bool ModelLibrary::offers(const std::string& role) const {
    std::error_code ignored;
    return std::ranges::any_of(m_entries, [&](const ModelEntry& entry) {
        return entry.role == role && fs::is_regular_file(m_folder / entry.file, ignored);
    });
}

core::Result<void> updateManifest(const fs::path& folder, const ModelEntry& entry) {
    std::vector<ModelEntry> entries;
    if (hasManifest(folder)) {
        const auto library = ModelLibrary::open(folder);
        if (!library) {
            return core::passOn(library);
        }
        entries = library->entries();
    }
    const auto same = std::find_if(entries.begin(), entries.end(),
                                   [&entry](const ModelEntry& e) { return e.role == entry.role; });
    if (same == entries.end()) {
        entries.push_back(entry);
    } else {
        *same = entry;
    }
    const std::string text = printManifest(entries);
    const auto checked = parseManifest(text, (folder / kManifestName).string());
    if (!checked) {
        return core::passOn(checked);
    }
    return core::writeFileAtomically(folder / kManifestName, text);
}

}  // namespace lipwright::models
