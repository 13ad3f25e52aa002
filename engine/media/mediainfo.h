// What a media file is, as found by probe(): plain values, no FFmpeg types.
#pragma once

#include "engine/core/rationaltime.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lipwright::media {

/// Code points of ITU-T H.273, as FFmpeg numbers them; 2 is "unspecified".
struct ColourTags {
    int primaries = 2;
    int transfer = 2;
    int matrix = 2;
    bool fullRange = false;
    bool rangeKnown = false;
    int chromaLocation = 0;
    friend bool operator==(const ColourTags&, const ColourTags&) = default;
};

struct VideoStreamInfo {
    int index = -1;      ///< stream index in the container
    std::string codec;   ///< "h264"
    int codedWidth = 0;  ///< as stored
    int codedHeight = 0;
    int width = 0;  ///< as shown, after rotation by the display matrix
    int height = 0;
    int quarterTurns = 0;     ///< clockwise quarter turns to show the coded picture upright, 0..3
    std::string pixelFormat;  ///< FFmpeg's name, "yuv420p10le"
    int bitDepth = 8;
    ColourTags colour;
    bool highDynamicRange = false;
    bool interlaced = false;
    core::TimeBase timeBase;       ///< of the stream's timestamps
    core::TimeBase frameDuration;  ///< nominal seconds per frame (1/25, 1001/30000)
    bool variableRate = false;     ///< known once indexed; probe() decides from the packet index
    core::RationalTime startTime;  ///< timestamp of the first frame
    std::int64_t frameCount = 0;   ///< frames that will be presented
    std::optional<std::string> startTimecode;
    bool hasEditList = false;
    int sampleAspectNumerator = 1;
    int sampleAspectDenominator = 1;
};

struct AudioStreamInfo {
    int index = -1;
    std::string codec;
    int sampleRate = 0;
    int channels = 0;
    std::string language;  ///< ISO 639-2, empty when not tagged
    core::RationalTime startTime;
    int primingSamples = 0;  ///< encoder delay signalled by the container or codec
};

struct MediaInfo {
    std::filesystem::path path;
    std::string container;  ///< "mov,mp4,m4a,3gp,3g2,mj2"
    core::RationalTime duration;
    std::vector<VideoStreamInfo> video;
    std::vector<AudioStreamInfo> audio;
    std::vector<std::string> notes;  ///< what the user should know: "variable frame rate: ..."
};

}  // namespace lipwright::media
