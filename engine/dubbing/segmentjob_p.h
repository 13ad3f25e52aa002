// What turns a segment into a job of an engine and its result into a take: shared by the dub of a
// whole film and by the renderer of single segments.
#pragma once

#include "engine/dubbing/enginechoice.h"
#include "engine/dubbing/segmentation.h"
#include "engine/dubbing/speechtrack.h"
#include "engine/nets/shapenetwork.h"
#include "engine/project/project.h"
#include "engine/synthesis/takerenderer.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::dubbing {

struct VerifiedShapeNetwork {
    nets::ShapeNetwork network;
    std::string sha256;
    std::optional<nets::ShapeNetwork> universal = {};  ///< where the network is an actor's own

    /// Valid as long as this.
    [[nodiscard]] MouthListeners listeners(nets::SpeakingStyle style = {}) const;
};
[[nodiscard]] core::Result<VerifiedShapeNetwork> loadShapeNetwork(const WeightsSource& source,
                                                                  nets::Device device);

/// "segment 7, frames 100 to 200", for errors.
[[nodiscard]] std::string placeOf(const project::Segment& segment);

/// Refuses segments that reach beyond the film.
[[nodiscard]] core::Result<void> checkFrames(const project::Segment& segment,
                                             const media::FrameIndex& index);
/// Refuses these and those that ask for an engine that there is not.
[[nodiscard]] core::Result<void> checkSegment(const project::Segment& segment,
                                              const media::FrameIndex& index);

/// When frames are shown, on the timeline of a voice that begins `offsetSeconds` behind the film.
[[nodiscard]] std::vector<double> voiceTimes(const media::FrameIndex& index, FrameRange frames,
                                             double offsetSeconds);

/// The curve of a heard mouth, with the actor's lips closed on m, b and p. `times`: the instant on
/// the voice's timeline of each of its shapes.
[[nodiscard]] synthesis::ShapeCurve curveOf(const HeardMouth& mouth, std::span<const double> times,
                                            std::int64_t firstFrame, const face::MouthRange& actor);

/// The segment's track must be among `faces`; faces and library must outlive the job.
[[nodiscard]] synthesis::SegmentJob segmentJob(const Segment& segment,
                                               const face::FaceAnalysis& faces,
                                               const synthesis::FrameLibrary& library,
                                               const media::VideoStreamInfo& film,
                                               synthesis::ShapeCurve wanted,
                                               const synthesis::EngineSettings& settings);

/// role -> sha256 of the weights that a take depends on.
[[nodiscard]] std::map<std::string, std::string> modelsUsed(const std::string& networkSha256,
                                                            const ChosenEngine& engine);
[[nodiscard]] synthesis::TakeOptions takeOptions(std::map<std::string, std::string> models,
                                                 std::map<std::string, std::string> sources);

}  // namespace lipwright::dubbing
