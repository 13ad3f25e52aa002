#include "engine/media/mediawriter.h"

#include "engine/media/audiotrack_p.h"
#include "engine/media/muxer_p.h"
#include "engine/media/videoencoder_p.h"
#include "engine/media/videoframe_p.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/display.h>
#include <libavutil/timecode.h>
}

namespace lipwright::media {

using core::ErrorCode;

struct MediaWriter::State {
    // Destroyed from the last to the first: the tracks use the muxer.
    VideoStreamInfo source;
    WriterOptions options;
    VideoEncoder::Settings settings;
    std::unique_ptr<Muxer> muxer;
    std::vector<std::unique_ptr<AudioTrack>> tracks;
    std::unique_ptr<VideoEncoder> encoder;
    int videoStream = 0;
    std::int64_t origin = 0;  ///< ticks of the source that become 0
    std::int64_t lastPts = 0;

    [[nodiscard]] core::Result<void> begin(const VideoFrame::Data& first);
    void describeStream(const VideoFrame::Data& first);
    void addSideData(AVStream& stream, const VideoFrame::Data& first) const;
    [[nodiscard]] std::string timecodeAt(core::RationalTime first) const;
    [[nodiscard]] core::Result<void> check(const VideoFrame::Data& frame) const;
    [[nodiscard]] PacketSink sink() {
        return [this](AVPacket& packet) {
            return muxer->write(packet, videoStream, encoder->context().time_base);
        };
    }
};

namespace {

bool keepsRotation(const Muxer& muxer) {
    return muxer.container() == "mp4" || muxer.container() == "mov" || muxer.container() == "ipod";
}

/// A time base 1 / n in which every tick of `base` is a whole number.
AVRational muxerBase(core::TimeBase base) {
    return {1, base.denominator};
}

void addSideDataItem(AVStream& stream, AVPacketSideDataType type, const void* bytes,
                     std::size_t size) {
    if (av_stream_get_side_data(&stream, type, nullptr) != nullptr) {
        return;
    }
    if (std::uint8_t* const target = av_stream_new_side_data(&stream, type, size)) {
        std::copy_n(static_cast<const std::uint8_t*>(bytes), size, target);
    }
}

}  // namespace

core::Result<MediaWriter> MediaWriter::create(const std::filesystem::path& output,
                                              const VideoStreamInfo& source,
                                              const WriterOptions& options) {
    auto settings = settingsFor(options.codec, source, options);
    if (!settings) {
        core::Error error = settings.error();
        error.place = output.string();
        return core::Failure(std::move(error));
    }
    auto muxer = Muxer::create(output);
    if (!muxer) {
        return core::passOn(muxer);
    }
    if (!(*muxer)->carries(settings->codec->id)) {
        return core::fail(ErrorCode::invalidArgument,
                          std::string("this container can not carry ") + settings->codec->name,
                          output.string(), "Use a name that ends in .mov or .mkv");
    }
    if (source.quarterTurns != 0 && !keepsRotation(**muxer)) {
        return core::fail(ErrorCode::unsupportedMedia,
                          "this container can not keep the rotation of the source", output.string(),
                          "Use a name that ends in .mp4 or .mov");
    }
    auto state = std::make_unique<State>();
    state->source = source;
    state->options = options;
    state->settings = *settings;
    state->settings.globalHeader = (*muxer)->wantsGlobalHeader();
    state->muxer = std::move(*muxer);
    if (options.range) {
        state->origin = options.range->start.rescaled(source.timeBase).value;
    }
    state->videoStream = state->muxer->addStream(muxerBase(source.timeBase)).index;
    const AudioTrack::Placement placement{
        options.range ? options.range->start : core::RationalTime{}, options.codec};
    for (const AudioTrackSpec& spec : options.audio) {
        auto track = AudioTrack::create(*state->muxer, spec, placement);
        if (!track) {
            return core::passOn(track);
        }
        state->tracks.push_back(std::move(*track));
    }
    return MediaWriter(std::move(state));
}

std::string MediaWriter::State::timecodeAt(core::RationalTime first) const {
    const AVRational rate = {source.frameDuration.denominator, source.frameDuration.numerator};
    AVTimecode timecode;
    if (origin == 0 ||
        av_timecode_init_from_string(&timecode, rate, source.startTimecode->c_str(), nullptr) < 0) {
        return *source.startTimecode;
    }
    const auto frames = (first - source.startTime).rescaled(source.frameDuration).value;
    char text[AV_TIMECODE_STR_SIZE] = {};
    return av_timecode_make_string(&timecode, text, static_cast<int>(frames));
}

void MediaWriter::State::addSideData(AVStream& stream, const VideoFrame::Data& first) const {
    if (first.streamSideData) {
        for (const auto& item : first.streamSideData->items) {
            addSideDataItem(stream, item.type, item.bytes.data(), item.bytes.size());
        }
    }
    if (source.quarterTurns != 0) {
        std::int32_t matrix[9];
        av_display_rotation_set(matrix, 90.0 * source.quarterTurns);
        addSideDataItem(stream, AV_PKT_DATA_DISPLAYMATRIX, matrix, sizeof matrix);
    }
    constexpr std::pair<AVFrameSideDataType, AVPacketSideDataType> kOfFrames[] = {
        {AV_FRAME_DATA_MASTERING_DISPLAY_METADATA, AV_PKT_DATA_MASTERING_DISPLAY_METADATA},
        {AV_FRAME_DATA_CONTENT_LIGHT_LEVEL, AV_PKT_DATA_CONTENT_LIGHT_LEVEL}};
    for (const auto& [ofFrame, ofStream] : kOfFrames) {
        if (const AVFrameSideData* const data =
                av_frame_get_side_data(first.frame.get(), ofFrame)) {
            addSideDataItem(stream, ofStream, data->data, data->size);
        }
    }
}

void MediaWriter::State::describeStream(const VideoFrame::Data& first) {
    AVStream& stream = *muxer->format().streams[videoStream];
    stream.sample_aspect_ratio = encoder->context().sample_aspect_ratio;
    stream.disposition = AV_DISPOSITION_DEFAULT;
    if (!source.variableRate || muxer->container() != "matroska") {
        stream.avg_frame_rate = encoder->context().framerate;
    }
    if (stream.codecpar->codec_id == AV_CODEC_ID_HEVC && keepsRotation(*muxer)) {
        stream.codecpar->codec_tag = MKTAG('h', 'v', 'c', '1');
    }
    if (source.startTimecode) {
        av_dict_set(&stream.metadata, "timecode", timecodeAt(first.time).c_str(), 0);
    }
    addSideData(stream, first);
}

core::Result<void> MediaWriter::State::begin(const VideoFrame::Data& first) {
    auto opened = VideoEncoder::open(settings, source, first.frame.get(), muxer->path().string());
    if (!opened) {
        return core::passOn(opened);
    }
    encoder = std::move(*opened);
    AVStream& stream = *muxer->format().streams[videoStream];
    if (avcodec_parameters_from_context(stream.codecpar, &encoder->context()) < 0) {
        return muxer->failure(AVERROR(ENOMEM), "can not write the file");
    }
    describeStream(first);
    for (const auto& [key, value] : options.metadata) {
        av_dict_set(&muxer->format().metadata, key.c_str(), value.c_str(), 0);
    }
    Dictionary header;
    if (keepsRotation(*muxer)) {
        const std::string scale = std::to_string(source.timeBase.denominator);
        header.set("video_track_timescale", scale);
        header.set("movie_timescale", scale);  // a late start is exact, not rounded to 1 ms
        header.set("movflags", "use_metadata_tags");
    } else {
        header.set("avoid_negative_ts", "disabled");
    }
    return muxer->writeHeader(header);
}

core::Result<void> MediaWriter::State::check(const VideoFrame::Data& frame) const {
    const char* const format = av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.frame->format));
    if (frame.frame->width != source.codedWidth || frame.frame->height != source.codedHeight ||
        format == nullptr || source.pixelFormat != format || frame.time.base != source.timeBase) {
        return core::fail(
            ErrorCode::invalidArgument,
            "frame " + std::to_string(frame.number) + " is not of the size and format of the film",
            muxer->path().string());
    }
    const std::int64_t pts = frame.time.value - origin;
    const bool outside = options.range && !options.range->contains(frame.time);
    if (outside || (encoder && pts <= lastPts)) {
        return core::fail(ErrorCode::invalidArgument,
                          "frame " + std::to_string(frame.number) +
                              (outside ? " is outside of the range" : " is out of order"),
                          muxer->path().string());
    }
    return {};
}

core::Result<void> MediaWriter::write(const VideoFrame& frame) {
    State& state = *m_state;
    const VideoFrame::Data* const data = frame.data();
    if (data == nullptr || !state.muxer) {
        return core::fail(ErrorCode::invalidArgument, "there is no picture to write");
    }
    if (auto checked = state.check(*data); !checked) {
        return checked;
    }
    if (!state.encoder) {
        if (auto begun = state.begin(*data); !begun) {
            return begun;
        }
    }
    state.lastPts = data->time.value - state.origin;
    if (auto encoded =
            state.encoder->encode(*data->frame, state.lastPts, data->duration, state.sink());
        !encoded) {
        return encoded;
    }
    const double end =
        static_cast<double>(state.lastPts + data->duration) * state.source.timeBase.seconds();
    for (const auto& track : state.tracks) {
        if (auto written = track->writeUntil(end, {}); !written) {
            return written;
        }
    }
    return {};
}

core::Result<void> MediaWriter::finish(std::stop_token stop) {
    State& state = *m_state;
    if (!state.encoder || !state.muxer) {
        return core::fail(ErrorCode::invalidArgument, "no frame was written",
                          state.muxer ? state.muxer->path().string() : "");
    }
    if (auto flushed = state.encoder->flush(state.sink()); !flushed) {
        return flushed;
    }
    for (const auto& track : state.tracks) {
        if (auto finished = track->finish(); !finished) {
            return finished;
        }
    }
    if (stop.stop_requested()) {
        return core::cancelled();
    }
    auto finished = state.muxer->finish();
    state.tracks.clear();
    state.muxer.reset();
    return finished;
}

MediaWriter::MediaWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MediaWriter::MediaWriter(MediaWriter&&) noexcept = default;
MediaWriter& MediaWriter::operator=(MediaWriter&&) noexcept = default;
MediaWriter::~MediaWriter() = default;

}  // namespace lipwright::media
