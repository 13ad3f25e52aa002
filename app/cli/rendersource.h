// The options of commands that look at a project's film with networks, and what they stand for.
#pragma once

#include "app/cli/projectfile.h"
#include "engine/dubbing/segmentrenderer.h"

namespace lipwright::cli {

struct SourceOptions {
    std::string device = "auto";
    int threads = 2;
    std::filesystem::path models;
    std::filesystem::path cache;
};

void addSourceOptions(CLI::App& app, SourceOptions& options);

/// Indexes and analyses a film that belongs to no project, or takes that from the cache.
[[nodiscard]] core::Result<dubbing::RenderSource> filmSource(const SourceOptions& options,
                                                             const std::filesystem::path& film,
                                                             Session& session);
/// Indexes and analyses the film, or takes that from the cache.
[[nodiscard]] core::Result<dubbing::RenderSource> renderSource(const SourceOptions& options,
                                                               const OpenProject& open,
                                                               Session& session);

}  // namespace lipwright::cli
