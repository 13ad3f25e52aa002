// A presenter to files: the film with picture and sound, and what is true of each frame.
#pragma once

#include "app/presenter/presenter.h"
#include "engine/core/progress.h"

#include <filesystem>
#include <stop_token>

namespace lipwright::presenter {

/// H.264 and AAC (mp4, mov) or what the extension asks for; `framesPerSecond` as in the options.
[[nodiscard]] core::Result<void> writeFilm(Presenter& presenter, const PresenterOptions& options,
                                           const std::filesystem::path& output,
                                           std::stop_token stop = {},
                                           const core::ProgressCallback& progress = {});

/// JSON: options, the sounds with their times, and for each frame time, opening, width, jaw,
/// rounding, yaw, pitch, roll and the 68 points.
[[nodiscard]] core::Result<void> writeTruth(const Presenter& presenter,
                                            const PresenterOptions& options,
                                            const std::filesystem::path& output);

/// The time of frame `index`, seconds.
[[nodiscard]] double frameSeconds(const PresenterOptions& options, int index);

}  // namespace lipwright::presenter
