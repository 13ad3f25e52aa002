#include "engine/media/streaminfo_p.h"
#include "engine/media/videoframe_p.h"

#include <cmath>

extern "C" {
#include <libavutil/display.h>
}

namespace lipwright::media {
namespace {

std::optional<std::string> tag(const AVDictionary* dictionary, const char* key) {
    const AVDictionaryEntry* const entry = av_dict_get(dictionary, key, nullptr, 0);
    return entry != nullptr ? std::optional<std::string>(entry->value) : std::nullopt;
}

int quarterTurnsOf(const AVStream& stream) {
    std::size_t size = 0;
    const std::uint8_t* const data =
        av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data == nullptr || size < 9 * sizeof(std::int32_t)) {
        return 0;
    }
    const double counterClockwise =
        av_display_rotation_get(reinterpret_cast<const std::int32_t*>(data));
    if (std::isnan(counterClockwise)) {
        return 0;
    }
    return static_cast<int>(std::lround(-counterClockwise / 90.0)) & 3;
}

ColourTags coloursOf(const AVCodecParameters& parameters) {
    ColourTags tags;
    tags.primaries = parameters.color_primaries;
    tags.transfer = parameters.color_trc;
    tags.matrix = parameters.color_space;
    tags.rangeKnown = parameters.color_range != AVCOL_RANGE_UNSPECIFIED;
    tags.fullRange = parameters.color_range == AVCOL_RANGE_JPEG;
    tags.chromaLocation = parameters.chroma_location;
    return tags;
}

core::TimeBase nominalDuration(AVFormatContext& format, const AVStream& stream) {
    const AVRational rate = av_guess_frame_rate(&format, const_cast<AVStream*>(&stream), nullptr);
    return rate.num > 0 && rate.den > 0 ? core::TimeBase{rate.den, rate.num}
                                        : core::TimeBase{1, 25};
}

std::optional<std::string> startTimecode(const AVFormatContext& format, const AVStream& stream) {
    if (auto own = tag(stream.metadata, "timecode")) {
        return own;
    }
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (auto other = tag(format.streams[i]->metadata, "timecode")) {
            return other;
        }
    }
    return tag(format.metadata, "timecode");
}

}  // namespace

VideoStreamInfo describeVideo(Demuxer& demuxer, const AVStream& stream) {
    const AVCodecParameters& parameters = *stream.codecpar;
    VideoStreamInfo info;
    info.index = stream.index;
    info.codec = avcodec_get_name(parameters.codec_id);
    info.codedWidth = parameters.width;
    info.codedHeight = parameters.height;
    info.quarterTurns = quarterTurnsOf(stream);
    info.width = info.quarterTurns % 2 != 0 ? parameters.height : parameters.width;
    info.height = info.quarterTurns % 2 != 0 ? parameters.width : parameters.height;
    const auto format = static_cast<AVPixelFormat>(parameters.format);
    if (const AVPixFmtDescriptor* const descriptor = av_pix_fmt_desc_get(format)) {
        info.pixelFormat = descriptor->name;
        info.bitDepth = descriptor->comp[0].depth;
    }
    info.colour = coloursOf(parameters);
    info.highDynamicRange = parameters.color_trc == AVCOL_TRC_SMPTE2084 ||
                            parameters.color_trc == AVCOL_TRC_ARIB_STD_B67;
    info.interlaced = parameters.field_order != AV_FIELD_UNKNOWN &&
                      parameters.field_order != AV_FIELD_PROGRESSIVE;
    info.timeBase = fromAv(stream.time_base);
    info.frameDuration = nominalDuration(demuxer.format(), stream);
    info.startTimecode = startTimecode(demuxer.format(), stream);
    const AVRational aspect = stream.sample_aspect_ratio.num > 0 ? stream.sample_aspect_ratio
                                                                 : parameters.sample_aspect_ratio;
    if (aspect.num > 0 && aspect.den > 0) {
        info.sampleAspectNumerator = aspect.num;
        info.sampleAspectDenominator = aspect.den;
    }
    return info;
}

void completeFromIndex(VideoStreamInfo& info, const FrameIndex& index) {
    info.frameCount = index.frameCount();
    info.variableRate = index.variableRate();
    info.startTime =
        index.frameCount() > 0 ? index.timeOf(0) : core::RationalTime{0, index.timeBase()};
}

AudioStreamInfo describeAudio(Demuxer& demuxer, const AVStream& stream) {
    const AVCodecParameters& parameters = *stream.codecpar;
    AudioStreamInfo info;
    info.index = stream.index;
    info.codec = avcodec_get_name(parameters.codec_id);
    info.sampleRate = parameters.sample_rate;
    info.channels = parameters.ch_layout.nb_channels;
    const auto language = tag(stream.metadata, "language");
    info.language = language && *language != "und" ? *language : "";
    const std::int64_t start =
        stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time + demuxer.shiftOf(stream);
    info.startTime = {start, fromAv(stream.time_base)};
    info.primingSamples = parameters.initial_padding;
    return info;
}

std::shared_ptr<const StreamSideData> StreamSideData::of(const AVStream& stream) {
    auto result = std::make_shared<StreamSideData>();
    for (const AVPacketSideDataType type :
         {AV_PKT_DATA_DISPLAYMATRIX, AV_PKT_DATA_MASTERING_DISPLAY_METADATA,
          AV_PKT_DATA_CONTENT_LIGHT_LEVEL}) {
        std::size_t size = 0;
        const std::uint8_t* const bytes = av_stream_get_side_data(&stream, type, &size);
        if (bytes != nullptr && size > 0) {
            result->items.push_back({type, {bytes, bytes + size}});
        }
    }
    return result;
}

core::Failure noVideo(const std::filesystem::path& path) {
    return core::fail(core::ErrorCode::noVideo, "the file has no video", path.string(),
                      "Choose a file with a picture");
}

}  // namespace lipwright::media
