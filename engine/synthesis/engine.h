// What every way of making a new mouth offers: a plan for a stretch of film, made from numbers
// alone, that says which pictures it needs and then renders frame by frame. The warped engine takes
// the actor's own frames; others may paint. A plan belongs to one thread at a time.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/media/patchfile.h"
#include "engine/nets/speechfeatures.h"
#include "engine/synthesis/framelibrary.h"
#include "engine/synthesis/librarypictures.h"
#include "engine/synthesis/shapecurve.h"

#include <opencv2/core.hpp>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::media {
class VideoFrame;
}

namespace lipwright::synthesis {

struct EngineSettings {
    double strength = 1.0;  ///< scales the wanted curve; 0 = the actor's mean mouth
    double feather = 0.12;  ///< width of the mask's soft edge, head units (outer eye corners = 1)
    int fadeFrames = 4;     ///< over which the mouth goes over into the original at open ends
    /// For evaluation on a clip's own sound: take no frame this near to the one it replaces.
    int excludedNeighbours = -1;
    /// Film frames the mouth is preferably or never taken from, ascending.
    std::vector<std::int64_t> pickedFrames;
    std::vector<std::int64_t> bannedFrames;
};

/// The voice of a stretch of film, for engines that listen themselves.
struct SegmentSound {
    std::vector<double> times;  ///< when each of the job's frames is shown, on the voice's timeline
    /// What is heard from one instant of it to another; silence beyond its ends.
    std::function<core::Result<nets::HeardSpeech>(double startSeconds, double endSeconds,
                                                  const std::stop_token& stop)>
        hear;
};

/// A stretch of one face track to be given a new mouth.
struct SegmentJob {
    const face::FaceTrack* track = nullptr;
    const FrameLibrary* library = nullptr;  ///< of the track's actor
    std::int64_t firstFrame = 0;            ///< half-open range of film frames; those beyond the
    std::int64_t endFrame = 0;              ///< track pass through
    ShapeCurve wanted;                      ///< must cover the range
    SegmentSound sound;                     ///< may be empty for engines that need none
    cv::Size filmSize;                      ///< upright pixels
    bool adjoinsBefore = false;  ///< another segment of this track ends where this one begins: the
    bool adjoinsAfter = false;   ///< curve goes on, nothing is faded there
    bool trackStartsAtCut = false;  ///< the film cuts there: nothing to fade out of, whatever the
    bool trackEndsAtCut = false;    ///< range
    EngineSettings settings;
};

/// What a plan says about one film frame.
struct FramePlan {
    std::string passThroughReason;  ///< not empty: the frame stays as it is
    cv::Point position;             ///< of the patch's top-left pixel in the upright film
    double weight = 1.0;  ///< share of the patch, below 1 where it fades into the original
    std::vector<std::int64_t> sources;  ///< film frames the mouth is taken from, main one first
    MouthShape wanted{};                ///< after strength and fades, relative
};

/// A rendered frame: `region` in upright film pixels; the patch has the region's size and, for the
/// frame's bit depth, media::VideoFrame's types. Alpha is not yet weighted by FramePlan::weight.
struct SynthesizedFrame {
    cv::Rect region;
    media::Patch patch;
};

class SegmentPlan {
public:
    virtual ~SegmentPlan() = default;

    [[nodiscard]] virtual std::int64_t firstFrame() const = 0;
    [[nodiscard]] virtual const std::vector<FramePlan>& frames() const = 0;
    [[nodiscard]] virtual cv::Size patchSize() const = 0;  ///< the same for every frame
    /// Film pictures that must be collected before rendering.
    [[nodiscard]] virtual std::vector<PictureRequest> pictures() const = 0;
    /// What the user should know: "the footage of this actor is only 0.8 s long ...".
    [[nodiscard]] virtual const std::vector<std::string>& notes() const = 0;

    /// Frames in any order; the result depends on nothing but the arguments. Not for frames that
    /// pass through.
    [[nodiscard]] virtual core::Result<SynthesizedFrame> render(
        const media::VideoFrame& target, const LibraryPictures& pictures) const = 0;

    [[nodiscard]] std::int64_t endFrame() const {
        return firstFrame() + static_cast<std::int64_t>(frames().size());
    }
};

class Engine {
public:
    virtual ~Engine() = default;

    /// "warped 1": name and version of the method; takes remember it.
    [[nodiscard]] virtual std::string name() const = 0;
    /// The job's track and library must outlive the plan.
    [[nodiscard]] virtual core::Result<std::unique_ptr<SegmentPlan>> plan(
        const SegmentJob& job, std::stop_token stop,
        const core::ProgressCallback& progress) const = 0;
};

}  // namespace lipwright::synthesis
