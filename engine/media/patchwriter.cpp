#include "engine/media/muxer_p.h"
#include "engine/media/patchfile.h"
#include "engine/media/videoencoder_p.h"

#include <opencv2/core.hpp>

namespace lipwright::media {
namespace {

/// A patch file has no clock of its own: patch n lies at n / 25 seconds.
constexpr core::TimeBase kPatchBase{1, 25};
constexpr int kMaximumSide = 16384;

VideoStreamInfo describe(cv::Size size, bool deep) {
    VideoStreamInfo info;
    info.codedWidth = info.width = size.width;
    info.codedHeight = info.height = size.height;
    info.pixelFormat = av_get_pix_fmt_name(deep ? AV_PIX_FMT_GBRAP16 : AV_PIX_FMT_BGRA);
    info.bitDepth = deep ? 16 : 8;
    info.timeBase = kPatchBase;
    info.frameDuration = kPatchBase;
    return info;
}

cv::Mat planeOf(const AVFrame& frame, int plane, int type) {
    return {frame.height, frame.width, type, frame.data[plane],
            static_cast<std::size_t>(frame.linesize[plane])};
}

/// BGRA in one plane, or planes in the order G, B, R, A.
void store(const Patch& patch, AVFrame& frame) {
    const cv::Mat from[] = {patch.rgb, patch.alpha};
    if (frame.format == AV_PIX_FMT_BGRA) {
        cv::Mat target = planeOf(frame, 0, CV_8UC4);
        constexpr int kToBgra[] = {0, 2, 1, 1, 2, 0, 3, 3};
        cv::mixChannels(from, 2, &target, 1, kToBgra, 4);
        return;
    }
    cv::Mat planes[] = {planeOf(frame, 0, CV_16UC1), planeOf(frame, 1, CV_16UC1),
                        planeOf(frame, 2, CV_16UC1), planeOf(frame, 3, CV_16UC1)};
    constexpr int kToPlanes[] = {0, 2, 1, 0, 2, 1, 3, 3};
    cv::mixChannels(from, 2, planes, 4, kToPlanes, 4);
}

}  // namespace

struct PatchWriter::State {
    std::unique_ptr<Muxer> muxer;
    std::unique_ptr<VideoEncoder> encoder;
    cv::Size size;
    bool deep = false;
    std::int64_t count = 0;

    [[nodiscard]] core::Result<void> begin();
    [[nodiscard]] PacketSink sink() {
        return [this](AVPacket& packet) {
            return muxer->write(packet, 0, encoder->context().time_base);
        };
    }
};

core::Result<void> PatchWriter::State::begin() {
    const VideoStreamInfo info = describe(size, deep);
    WriterOptions options;
    options.encoderThreads = 1;
    auto settings = settingsFor(VideoCodec::ffv1, info, options);
    if (!settings) {
        return core::passOn(settings);
    }
    settings->globalHeader = muxer->wantsGlobalHeader();
    auto opened = VideoEncoder::open(*settings, info, nullptr, muxer->path().string());
    if (!opened) {
        return core::passOn(opened);
    }
    encoder = std::move(*opened);
    AVStream& stream = muxer->addStream(toAv(kPatchBase));
    stream.avg_frame_rate = encoder->context().framerate;
    if (avcodec_parameters_from_context(stream.codecpar, &encoder->context()) < 0) {
        return muxer->failure(AVERROR(ENOMEM), "can not write the file");
    }
    Dictionary header;
    return muxer->writeHeader(header);
}

core::Result<PatchWriter> PatchWriter::create(const std::filesystem::path& path, cv::Size size,
                                              int bitDepth) {
    if (size.width <= 0 || size.height <= 0 || size.width > kMaximumSide ||
        size.height > kMaximumSide || (bitDepth != 8 && bitDepth != 16)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "patches have 8 or 16 bits and a size of at most 16384", path.string());
    }
    auto muxer = Muxer::create(path);
    if (!muxer) {
        return core::passOn(muxer);
    }
    if ((*muxer)->container() != "matroska") {
        return core::fail(core::ErrorCode::invalidArgument, "patch files are Matroska files",
                          path.string(), "Use a name that ends in .mkv");
    }
    auto state = std::make_unique<State>();
    state->muxer = std::move(*muxer);
    state->size = size;
    state->deep = bitDepth > 8;
    if (auto begun = state->begin(); !begun) {
        return core::passOn(begun);
    }
    return PatchWriter(std::move(state));
}

core::Result<void> PatchWriter::write(const Patch& patch) {
    State& state = *m_state;
    const int depth = state.deep ? CV_16U : CV_8U;
    if (!state.muxer || patch.rgb.size() != state.size || patch.alpha.size() != state.size ||
        patch.rgb.type() != CV_MAKETYPE(depth, 3) || patch.alpha.type() != depth) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the patch does not have the size and depth of its file",
                          state.muxer ? state.muxer->path().string() : "");
    }
    const FramePtr frame = makeFrame();
    frame->format = state.encoder->context().pix_fmt;
    frame->width = state.size.width;
    frame->height = state.size.height;
    if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) {
        return state.muxer->failure(code, "can not write the patch");
    }
    store(patch, *frame);
    return state.encoder->encode(*frame, state.count++, 1, state.sink());
}

core::Result<void> PatchWriter::finish() {
    if (!m_state->muxer) {
        return core::fail(core::ErrorCode::invalidArgument, "the patch file is finished already");
    }
    if (auto flushed = m_state->encoder->flush(m_state->sink()); !flushed) {
        return flushed;
    }
    auto finished = m_state->muxer->finish();
    m_state->muxer.reset();
    return finished;
}

PatchWriter::PatchWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PatchWriter::PatchWriter(PatchWriter&&) noexcept = default;
PatchWriter& PatchWriter::operator=(PatchWriter&&) noexcept = default;
PatchWriter::~PatchWriter() = default;

}  // namespace lipwright::media
