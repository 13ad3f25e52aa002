// The sample a newcomer can try: a synthetic presenter who speaks English and a Spanish voice for
// her. Made once into a folder, then found there.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <filesystem>
#include <stop_token>

namespace lipwright::app {

struct Sample {
    std::filesystem::path film;
    std::filesystem::path voice;
};

/// A job.
[[nodiscard]] core::Result<Sample> makeSample(const std::filesystem::path& folder,
                                              std::stop_token stop = {},
                                              const core::ProgressCallback& progress = {});

}  // namespace lipwright::app
