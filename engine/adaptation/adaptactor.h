// Adapts the networks to one actor of one film: finds how late the film's own sound is, gathers the
// actor's speaking frames with it, trains the parts asked for, and stores as an actor model those
// that validate better than the universal ones. A job: values in, a stop token and progress, a
// value out. What was done lies in a work folder beside the actors folder, so that the same request
// goes on after a stop, even in another process. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/models/actormodel.h"
#include "engine/nets/device.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::adaptation {

struct AdaptationRequest {
    std::filesystem::path film;
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    int actor = 0;                 ///< face::Actor::id
    std::string name;              ///< of the model; may be empty
    std::filesystem::path models;  ///< folder with manifest.json
    std::filesystem::path actors;  ///< where the model goes; made when there is none
    bool mouthGenerator = false;   ///< adapt the painted mouth as well as the mouth's movement
    double seconds = 300.0;        ///< to train in all; listening and gathering come on top
    double mostMaterial = 600.0;   ///< seconds of film to learn from
    std::uint64_t seed = 1;
    int threads = 2;
    nets::Device device = nets::Device::cpu;
    /// Told how good a network is whenever it was validated, in the order of time, what earlier
    /// calls learned first; `seconds` 0 is the universal network. On the job's own thread.
    std::function<void(const models::LearningPoint&)> learned = {};
};

/// One network: what adapting it brought on sentences that it was not trained on.
struct PartOutcome {
    std::string role;  ///< models::kShapeNetworkRole or kMouthGeneratorRole
    models::Metrics before;
    models::Metrics after;
    bool better = false;  ///< the universal weights are kept otherwise
    std::vector<models::LearningPoint> learning;
};

struct AdaptationOutcome {
    std::optional<models::ActorModel> model;  ///< nothing: no part became better
    std::vector<PartOutcome> parts;
    double trainedOnSeconds = 0.0;    ///< of film
    double validatedOnSeconds = 0.0;  ///< of film
    std::optional<int> soundLate;     ///< frames of 25 fps; nothing: could not be told
    double seconds = 0.0;             ///< that it took; stops and pauses are not counted
};

/// `progress` tells thousandths of the whole ("listen", "gather", "shape", "mouth"), by the time
/// they are expected to take.
[[nodiscard]] core::Result<AdaptationOutcome> adaptActor(
    const AdaptationRequest& request, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// How much of an actor could be learned from, before anybody has listened to whether he speaks.
struct ActorMaterial {
    double seenSeconds = 0.0;    ///< his face was found
    double usableSeconds = 0.0;  ///< sharp, near and frontal enough
};
/// Arithmetic on the analysis: quick.
[[nodiscard]] ActorMaterial materialOf(const face::FaceAnalysis& faces,
                                       const media::FrameIndex& index, int actor);

/// A stopped adaptation of the actor that the same request would go on with.
[[nodiscard]] bool isUnfinished(const std::filesystem::path& actors, int actor);
/// Removes what a stopped adaptation left.
[[nodiscard]] core::Result<void> discardUnfinished(const std::filesystem::path& actors, int actor);

}  // namespace lipwright::adaptation
