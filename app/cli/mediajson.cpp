#include "app/cli/mediajson.h"

#include <nlohmann/json.hpp>

#include <map>

namespace lipwright::cli {
namespace {

nlohmann::json toJson(const media::VideoStreamInfo& video) {
    nlohmann::json json{
        {"index", video.index},
        {"codec", video.codec},
        {"width", video.width},
        {"height", video.height},
        {"coded_width", video.codedWidth},
        {"coded_height", video.codedHeight},
        {"quarter_turns", video.quarterTurns},
        {"pixel_format", video.pixelFormat},
        {"bit_depth", video.bitDepth},
        {"colour",
         {{"primaries", video.colour.primaries},
          {"transfer", video.colour.transfer},
          {"matrix", video.colour.matrix},
          {"range",
           video.colour.rangeKnown ? (video.colour.fullRange ? "full" : "limited") : "unspecified"},
          {"chroma_location", video.colour.chromaLocation}}},
        {"high_dynamic_range", video.highDynamicRange},
        {"interlaced", video.interlaced},
        {"time_base", std::to_string(video.timeBase.numerator) + "/" +
                          std::to_string(video.timeBase.denominator)},
        {"frame_rate", video.frameDuration.seconds() > 0 ? 1.0 / video.frameDuration.seconds() : 0},
        {"variable_rate", video.variableRate},
        {"frames", video.frameCount},
        {"start_seconds", video.startTime.seconds()},
        {"edit_list", video.hasEditList},
    };
    if (video.startTimecode) {
        json["start_timecode"] = *video.startTimecode;
    }
    return json;
}

nlohmann::json toJson(const media::AudioStreamInfo& audio) {
    return {{"index", audio.index},
            {"codec", audio.codec},
            {"sample_rate", audio.sampleRate},
            {"channels", audio.channels},
            {"language", audio.language},
            {"start_seconds", audio.startTime.seconds()},
            {"priming_samples", audio.primingSamples}};
}

nlohmann::json toJson(const face::FaceTrack& track) {
    std::map<std::string, int> reasons;
    for (const face::FaceObservation& observation : track.observations) {
        ++reasons[face::toString(observation.usability)];
    }
    return {{"id", track.id},
            {"shot", track.shot},
            {"actor", track.actor},
            {"first_frame", track.firstFrame},
            {"end_frame", track.endFrame()},
            {"frames_by_usability", reasons}};
}

}  // namespace

nlohmann::json toJson(const media::MediaInfo& info) {
    nlohmann::json json{{"path", info.path.string()},
                        {"container", info.container},
                        {"duration_seconds", info.duration.seconds()},
                        {"video", nlohmann::json::array()},
                        {"audio", nlohmann::json::array()},
                        {"notes", info.notes}};
    for (const auto& video : info.video) {
        json["video"].push_back(toJson(video));
    }
    for (const auto& audio : info.audio) {
        json["audio"].push_back(toJson(audio));
    }
    return json;
}

nlohmann::json toJson(const face::FaceAnalysis& analysis) {
    nlohmann::json json{{"frames", analysis.frameCount},
                        {"shots", nlohmann::json::array()},
                        {"tracks", nlohmann::json::array()},
                        {"actors", nlohmann::json::array()}};
    for (const auto& shot : analysis.shots) {
        json["shots"].push_back({{"first_frame", shot.firstFrame}, {"end_frame", shot.endFrame}});
    }
    for (const auto& track : analysis.tracks) {
        json["tracks"].push_back(toJson(track));
    }
    for (const auto& actor : analysis.actors) {
        json["actors"].push_back(
            {{"id", actor.id}, {"tracks", actor.tracks}, {"usable_frames", actor.usableFrames}});
    }
    return json;
}

}  // namespace lipwright::cli
