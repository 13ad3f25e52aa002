// Which weights a network works with: those of an actor model where it has some for the role, else
// the universal ones. Free functions, safe from any thread.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <string>

namespace lipwright::dubbing {

struct WeightsSource {
    std::filesystem::path models;       ///< folder with manifest.json
    std::filesystem::path actors = {};  ///< folder of actor models
    std::string model = {};             ///< models::ActorModel::id; empty: the universal networks
};

struct FoundWeights {
    std::filesystem::path path;
    std::string sha256;
};

/// Their hash checked. An actor model that is missing or damaged is an error that names it.
[[nodiscard]] core::Result<FoundWeights> findWeights(const WeightsSource& source,
                                                     const std::string& role);

}  // namespace lipwright::dubbing
