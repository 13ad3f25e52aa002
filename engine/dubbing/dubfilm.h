// The main job, end to end: a film and a new voice in, a lip-synced film out. Analysis, segments,
// the shape curve, the take, the composite and the export, each by the folder that owns it; this
// one only puts them in order. A job is a function: values in, a stop token and progress, a value
// out. Runs on the caller's thread and starts threads of its own for decoding.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/enginechoice.h"
#include "engine/dubbing/segmentation.h"
#include "engine/face/facetrack.h"
#include "engine/media/mediawriter.h"
#include "engine/nets/device.h"
#include "engine/nets/shapenetwork.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lipwright::dubbing {

struct TimeSpan {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
};

struct DubRequest {
    std::filesystem::path film;
    std::filesystem::path voice;  ///< any file with sound; its zero is the film's zero
    std::filesystem::path output;
    std::filesystem::path models;  ///< folder with manifest.json
    /// What face analysis found in the film; null: it is analysed.
    std::shared_ptr<const face::FaceAnalysis> faces;
    std::optional<TimeSpan> range;  ///< only here the picture may change; the film is written whole
    std::optional<int> actor;       ///< as analysis numbers them; default: most screen time
    nets::Device device = nets::Device::cpu;
    std::string engine = std::string(kUsualEngine);
    std::filesystem::path actors;  ///< folder of actor models
    std::string model;             ///< one of them; empty: the universal networks
    nets::SpeakingStyle style;
    double strength = 1.0;           ///< scales the mouth's movement about the actor's mean
    int excludedNeighbours = -1;     ///< synthesis::EngineSettings has it
    bool keepOriginalAudio = false;  ///< as a second track
    std::string language;            ///< ISO 639-2 of the voice
    bool allowUntouched = false;     ///< no usable face or no speech: write the film all the same
    std::filesystem::path takes;     ///< folder to keep the takes in; empty: they are not kept
    std::string consent;             ///< who agreed, when, for what
    std::optional<media::VideoCodec> codec;  ///< default: by the output's extension
    int quality = 16;                        ///< constant rate factor of h264 and hevc
    int threads = 2;
};

struct StageTime {
    std::string stage;
    double seconds = 0.0;
    std::int64_t frames = 0;
};

struct DubOutcome {
    std::int64_t frames = 0;        ///< of the film
    std::int64_t dubbedFrames = 0;  ///< whose picture was changed
    std::vector<Segment> segments;
    std::map<std::string, std::int64_t> untouched;  ///< frames left alone, by reason
    std::vector<std::string> notes;                 ///< what the user should know
    std::vector<StageTime> stages;
    int actor = 0;
};

[[nodiscard]] core::Result<DubOutcome> dubFilm(const DubRequest& request, std::stop_token stop = {},
                                               const core::ProgressCallback& progress = {});

}  // namespace lipwright::dubbing
