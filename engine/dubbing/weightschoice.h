// Which weights a network works with: those of an actor model where it has some for the role, else
// the universal ones. Free functions, safe from any thread.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lipwright::dubbing {

/// One actor of one film: what a model was adapted to.
struct ModelOwner {
    std::string film;  ///< core::fingerprintOfFile
    int actor = 0;
};

struct WeightsSource {
    std::filesystem::path models;       ///< folder with manifest.json
    std::filesystem::path actors = {};  ///< folder of actor models
    std::string model = {};             ///< models::ActorModel::id; empty: the universal networks
    /// Whose the model must be, as in a project, where an actor's number says who he is; nothing:
    /// the caller knows that it is the same person, in whatever film.
    std::optional<ModelOwner> owner = {};
};

struct FoundWeights {
    std::filesystem::path path;
    std::string sha256;
};

/// That the actor model is there, and its owner's. Looks at no weights: quick.
[[nodiscard]] core::Result<void> checkModel(const WeightsSource& source);

/// Their hash checked. An actor model that is missing, damaged or somebody else's is an error that
/// names it.
[[nodiscard]] core::Result<FoundWeights> findWeights(const WeightsSource& source,
                                                     const std::string& role);

}  // namespace lipwright::dubbing
