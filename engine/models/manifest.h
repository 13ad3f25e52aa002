// models/manifest.json: which weights there are, what for, and the hashes and shapes they must
// have. A weights file is used only after its hash was checked; every refusal names the file and
// what to do. Knows nothing of LibTorch. Plain values; reading is safe from any thread.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lipwright::models {

inline constexpr int kManifestVersion = 1;
inline constexpr const char* kShapeNetworkRole = "shape-network";
inline constexpr const char* kLipSyncExpertRole = "lip-sync-expert";
/// The second judge: looks at landmarks, never teaches a generator.
inline constexpr const char* kLipSyncJudgeRole = "lip-sync-judge";
/// Paints the mouth.
inline constexpr const char* kMouthGeneratorRole = "mouth-generator";
/// Mends a warped mouth.
inline constexpr const char* kMouthMenderRole = "mouth-mender";

struct ModelEntry {
    std::string role;  ///< one of the above
    std::string name;
    std::string file;  ///< relative to the manifest's folder; no parent references
    std::string sha256;
    std::map<std::string, std::vector<std::int64_t>> shapes;  ///< tensor name -> shape
    std::string licence;
    std::string trainingData;
    std::map<std::string, double> metrics;
};

class ModelLibrary {
public:
    /// Reads and checks the manifest of a folder.
    [[nodiscard]] static core::Result<ModelLibrary> open(const std::filesystem::path& folder);
    /// The folder in use: `LIPWRIGHT_MODELS`, beside the program, or the installed share folder.
    [[nodiscard]] static core::Result<std::filesystem::path> findFolder(
        const std::filesystem::path& program);

    [[nodiscard]] const std::vector<ModelEntry>& entries() const { return m_entries; }

    /// The first model of a role, its file present and its hash equal to the manifest's.
    struct VerifiedModel {
        ModelEntry entry;
        std::filesystem::path path;
    };
    [[nodiscard]] core::Result<VerifiedModel> verified(const std::string& role) const;
    /// Whether there is a model of the role whose file is present, its hash not checked.
    [[nodiscard]] bool offers(const std::string& role) const;

private:
    std::filesystem::path m_folder;
    std::vector<ModelEntry> m_entries;
};

/// Adds the entry, or replaces the one of the same role, in the manifest of `folder` (made when
/// there is none), atomically. The entry's sha256 must be that of its file in the folder.
[[nodiscard]] core::Result<void> updateManifest(const std::filesystem::path& folder,
                                                const ModelEntry& entry);

}  // namespace lipwright::models
