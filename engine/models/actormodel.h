// Actor models: weights adapted to one actor of one film. Each is a folder `<actors folder>/<id>/`
// with actor.json and its weight files, written as a whole and never changed afterwards except for
// its name. Hostile until parsed; weights are used only after their hash was checked. Knows nothing
// of LibTorch. Plain values; reading is safe from any thread.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lipwright::models {

inline constexpr int kActorModelVersion = 1;
inline constexpr const char* kActorModelFile = "actor.json";

using Metrics = std::map<std::string, double>;

/// One network adapted to the actor.
struct AdaptedPart {
    std::string role;        ///< kShapeNetworkRole or kMouthGeneratorRole
    std::string file;        ///< in the model's folder
    std::string sha256;      ///< of the file
    std::string baseSha256;  ///< of the universal weights it began from
    Metrics before;          ///< of the universal weights on the validation part
    Metrics after;           ///< of these weights on the same
    friend bool operator==(const AdaptedPart&, const AdaptedPart&) = default;
};

/// How good a part was after so many seconds of adaptation; `seconds` 0 is the universal network.
struct LearningPoint {
    std::string role;
    double seconds = 0.0;
    Metrics metrics;
    friend bool operator==(const LearningPoint&, const LearningPoint&) = default;
};

struct ActorModel {
    std::string id;               ///< 16 hexadecimal digits, from the hash of what it was made of
    std::string name;             ///< what the user calls it, may be empty
    int actor = 0;                ///< number in the film's analysis
    std::string filmFingerprint;  ///< core::fingerprintOfFile
    std::string created;          ///< ISO 8601 with time, UTC
    double seconds = 0.0;         ///< that adaptation took
    std::vector<core::FrameRange> trainedOn;    ///< film frames, ascending
    std::vector<core::FrameRange> validatedOn;  ///< film frames, ascending
    /// Frames of 25 fps by which the film's own sound was found late; nothing: it could not be told
    /// and was taken as it is.
    std::optional<int> soundLate;
    /// The same in each range of `validatedOn`, where scenes differ; empty: `soundLate` everywhere.
    std::vector<int> validatedLate;
    std::uint64_t seed = 0;
    std::map<std::string, std::string> settings;  ///< of the adaptation, for the record
    std::vector<AdaptedPart> parts;               ///< at least one, no role twice
    std::vector<LearningPoint> learning;          ///< per role by time

    [[nodiscard]] const AdaptedPart* part(const std::string& role) const;
    friend bool operator==(const ActorModel&, const ActorModel&) = default;
};

/// True for 16 lower-case hexadecimal digits: what may name a model's folder.
[[nodiscard]] bool isActorModelId(const std::string& text);

struct ActorModelList {
    std::vector<ActorModel> models;    ///< by date, oldest first
    std::vector<core::Error> damaged;  ///< one per folder that could not be read
};
/// A folder that does not exist holds no models. Looks at no hashes: quick.
[[nodiscard]] core::Result<ActorModelList> listActorModels(const std::filesystem::path& actors);

/// Of `folder`, `<actors folder>/<id>`, whose weight files must be present; hashes unchecked.
[[nodiscard]] core::Result<ActorModel> readActorModel(const std::filesystem::path& folder);
/// As above, by id; a model that is not there is named with what to do.
[[nodiscard]] core::Result<ActorModel> findActorModel(const std::filesystem::path& actors,
                                                      const std::string& id);

/// The weights of a part, their hash checked.
[[nodiscard]] core::Result<std::filesystem::path> verifiedWeights(
    const std::filesystem::path& actors, const ActorModel& model, const std::string& role);

/// Copies the weights of every part (`weights`: role -> file), fills in files, hashes and id, and
/// stores the model as a whole; the actors folder is made where there is none. A model that is
/// there already stays as it is.
[[nodiscard]] core::Result<ActorModel> storeActorModel(
    const std::filesystem::path& actors, ActorModel model,
    const std::map<std::string, std::filesystem::path>& weights);

[[nodiscard]] core::Result<void> renameActorModel(const std::filesystem::path& actors,
                                                  const std::string& id, const std::string& name);
[[nodiscard]] core::Result<void> removeActorModel(const std::filesystem::path& actors,
                                                  const std::string& id);

/// Copies the models of the same film from another project's actors folder, all hashes checked
/// first; those already there are left as they are. Refused when it holds none of this film.
/// `only`: no other model than that of this id. Returns the models that are new.
[[nodiscard]] core::Result<std::vector<ActorModel>> importActorModels(
    const std::filesystem::path& from, const std::filesystem::path& into,
    const std::string& filmFingerprint, const std::string& only = {});

}  // namespace lipwright::models
