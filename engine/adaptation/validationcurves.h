// A model against the universal networks on the sentences it was tested on: the mouth as it was
// measured in the film, and as both hear it in the film's own sound. A job: values in, a stop token
// and progress, a value out. Lips are not closed on m, b and p as renderers do: it is the networks
// that are compared.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/models/actormodel.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lipwright::adaptation {

struct ValidationRequest {
    std::filesystem::path film;
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::filesystem::path models;  ///< folder with manifest.json
    std::filesystem::path actors;  ///< folder the model lies in
    models::ActorModel model;
};

/// The opening of the mouth over a sentence, one value per film frame, relative to the actor's own
/// range (z-scores).
struct ValidationCurve {
    core::FrameRange frames;
    std::vector<float> measured;  ///< NaN where the face is not usable
    std::vector<float> universal;
    std::vector<float> adapted;
    double universalCorrelation = 0.0;  ///< Pearson's, with what was measured
    double adaptedCorrelation = 0.0;
};

/// Sentences outside of every face track of the actor are left out. Progress in sentences.
[[nodiscard]] core::Result<std::vector<ValidationCurve>> validationCurves(
    const ValidationRequest& request, std::stop_token stop = {},
    const core::ProgressCallback& progress = {});

/// Over the frames where both are numbers; 0 where either does not move.
[[nodiscard]] double curveCorrelation(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace lipwright::adaptation
