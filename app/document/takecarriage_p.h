// Takes and actor models on their way from one project's folder to another's. Runs on a worker.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace lipwright::app {

/// Brings every finished take of `from` to `to`, as hard links on the same disk and as verified
/// copies on another one; `from` stays as it is. A take appears in `to` whole or not at all. What
/// lay there under the same name but is not the same is kept under another. With `only`, just
/// these, and those that are not there yet. Returns the takes' names.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>> bringTakes(
    const std::filesystem::path& from, const std::filesystem::path& to,
    const std::vector<std::filesystem::path>& only = {}, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// The folder of actor models beside that of takes.
[[nodiscard]] std::filesystem::path actorsBeside(const std::filesystem::path& takes);
/// Likewise for actor models; those that are there already stay as they are.
[[nodiscard]] core::Result<void> bringModels(const std::filesystem::path& from,
                                             const std::filesystem::path& to,
                                             std::stop_token stop = {});

/// After they were brought elsewhere; the folder goes too when nothing is left in it.
void removeTakes(const std::filesystem::path& folder,
                 const std::vector<std::filesystem::path>& names);

}  // namespace lipwright::app
