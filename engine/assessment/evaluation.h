// Compares engines on footage: every chosen clip is dubbed with its own sound (reconstruction),
// with another speaker's (cross-dub) and with sentences whose phoneme times are known (lip
// closure), and measured. A job: one clip at a time, films streamed, stops within a frame; what was
// finished is on disk and not done again.
#pragma once

#include "engine/assessment/footage.h"
#include "engine/assessment/results.h"
#include "engine/core/progress.h"
#include "engine/nets/device.h"

#include <functional>
#include <stop_token>

namespace lipwright::assessment {

struct EvaluationOptions {
    std::filesystem::path manifest;  ///< readClips() says of what
    std::filesystem::path folder;    ///< of the results; made if need be
    std::filesystem::path models;    ///< folder with manifest.json
    std::string split = "test";
    std::vector<std::string> engines;  ///< empty: all whose weights are there
    std::filesystem::path actors;      ///< folder of actor models
    std::string model;  ///< one of them: each engine works with it as well; empty: with none
    ClipChoice choice;
    double seconds = 0.0;            ///< of each clip, from its beginning; 0: all of it
    int excludedNeighbours = 12;     ///< at reconstruction: no mouth is taken from so near
    std::size_t picturedClips = 12;  ///< contact sheets are made of so many
    nets::Device device = nets::Device::cpu;
    int threads = 2;
};

/// Told what the user should know meanwhile: an engine left out, a clip that can not be dubbed.
using Notice = std::function<void(const std::string&)>;

/// Writes results.json after every engine of every clip, results.csv and index.html at the end.
/// Progress in dubs. Results of other weights or settings in the folder are done again.
[[nodiscard]] core::Result<Results> evaluate(const EvaluationOptions& options,
                                             std::stop_token stop = {},
                                             const core::ProgressCallback& progress = {},
                                             const Notice& notice = {});

}  // namespace lipwright::assessment
