// Renders one segment of a project after another and keeps what they share (networks, voices, the
// actors' libraries, the decoder) between them: the engine behind the editor's render queue and
// `lipwright-cli render`. Belongs to one thread; render() stops within a second and leaves nothing
// half-made under a take's final name.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/nets/device.h"
#include "engine/project/project.h"
#include "engine/synthesis/shapecurve.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::dubbing {

struct RenderSource {
    std::filesystem::path film;
    std::shared_ptr<const media::FrameIndex> index;
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::filesystem::path models;  ///< folder with manifest.json
    std::filesystem::path takes;   ///< folder of the project's takes
    nets::Device device = nets::Device::cpu;
    int threads = 2;
    std::filesystem::path actors = {};  ///< folder of the project's actor models
};

struct RenderOrder {
    project::Segment segment;
    project::DubTrack voice;
    project::Id take = 0;  ///< id the take will have; part of its folder's name
    project::TakeQuality quality = project::TakeQuality::final;
    bool continuesBefore = false;  ///< a segment of the same face adjoins: nothing fades there
    bool continuesAfter = false;
};

class SegmentRenderer {
public:
    /// Checks models and film; loads nothing heavy yet.
    [[nodiscard]] static core::Result<SegmentRenderer> open(RenderSource source);
    SegmentRenderer(SegmentRenderer&&) noexcept;
    SegmentRenderer& operator=(SegmentRenderer&&) noexcept;
    ~SegmentRenderer();

    /// Progress in frames of the segment ("listen", "choose", "collect", "render"). A draft draws
    /// from the shots around the segment alone and is meant to be quick; a final from the whole
    /// film and from picked frames wherever they are. The voice's wish comes at rest where the
    /// silence gate closes, then the segment's shape edit, then strength. The sidecar names the
    /// segment, so that a take found on disk can be adopted again.
    [[nodiscard]] core::Result<project::Take> render(const RenderOrder& order,
                                                     std::stop_token stop = {},
                                                     const core::ProgressCallback& progress = {});

    /// The mouth that the voice asks for, silence gate applied, before shape edits and strength.
    [[nodiscard]] core::Result<synthesis::ShapeCurve> wantedCurve(const RenderOrder& order,
                                                                  std::stop_token stop = {});

private:
    struct State;
    explicit SegmentRenderer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The order for a segment as it stands in the project; `take` is the project's next id.
[[nodiscard]] core::Result<RenderOrder> renderOrder(const project::Project& project,
                                                    project::Id segment,
                                                    project::TakeQuality quality);

/// Finished takes in the folder that the project does not know (the program ended before it was
/// saved), by segment. Takes the user removed lie there too: `savedAt`, the time of the file the
/// project was read from, leaves out those finished before.
struct FoundTake {
    project::Id segment = 0;
    project::Take take;
};
[[nodiscard]] std::vector<FoundTake> findLostTakes(
    const project::Project& project, const std::filesystem::path& takes,
    std::optional<std::filesystem::file_time_type> savedAt = {});

/// Seconds per frame of a short self-made render on the device: what the preferences' self-test
/// shows. Uses the shape network's real weights and the warped engine on a drawn face.
struct DeviceSpeed {
    std::string device;                   ///< "CPU, 2 threads"
    double networkFramesPerSecond = 0.0;  ///< the shape network alone
    double renderFramesPerSecond = 0.0;   ///< mouths warped and composited at 1280x720
};
[[nodiscard]] core::Result<DeviceSpeed> measureDevice(nets::Device device, int threads,
                                                      const std::filesystem::path& models,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});

}  // namespace lipwright::dubbing
