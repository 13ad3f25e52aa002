#include "engine/media/videoframe_p.h"

#include <cstring>

namespace lipwright::media {
namespace {

FramePtr blackFrame(const VideoStreamInfo& stream, AVPixelFormat format) {
    FramePtr frame = makeFrame();
    frame->format = format;
    frame->width = stream.codedWidth;
    frame->height = stream.codedHeight;
    frame->colorspace = static_cast<AVColorSpace>(stream.colour.matrix);
    frame->color_primaries = static_cast<AVColorPrimaries>(stream.colour.primaries);
    frame->color_trc = static_cast<AVColorTransferCharacteristic>(stream.colour.transfer);
    frame->color_range = stream.colour.fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    frame->chroma_location = static_cast<AVChromaLocation>(stream.colour.chromaLocation);
    frame->sample_aspect_ratio = {stream.sampleAspectNumerator, stream.sampleAspectDenominator};
    if (av_frame_get_buffer(frame.get(), 0) < 0) {
        return nullptr;
    }
    for (const AVBufferRef* buffer : frame->buf) {
        if (buffer != nullptr) {
            std::memset(buffer->data, 0, buffer->size);
        }
    }
    return frame;
}

}  // namespace

core::Result<VideoFrame> VideoFrame::fromRgb(const cv::Mat& rgb, const VideoStreamInfo& stream,
                                             std::int64_t number, core::RationalTime time,
                                             std::int64_t duration) {
    if (rgb.size() != cv::Size(stream.width, stream.height) || rgb.empty() ||
        rgb.type() != (stream.bitDepth > 8 ? CV_16UC3 : CV_8UC3)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the picture's size or depth is not the stream's");
    }
    const AVPixelFormat format = av_get_pix_fmt(stream.pixelFormat.c_str());
    if (format == AV_PIX_FMT_NONE || !PixelLayout::of(format)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "the pixel format " + stream.pixelFormat + " can not be made");
    }
    FramePtr black = blackFrame(stream, format);
    if (!black) {
        return core::fail(core::ErrorCode::outOfMemory, "there is no memory for a frame");
    }
    core::Result<VideoFrame> frame =
        wrapFrame(std::move(black), stream, nullptr, number, time, duration, {});
    if (!frame) {
        return frame;
    }
    const cv::Mat opaque(rgb.size(), CV_8UC1, cv::Scalar(255));
    if (core::Result<void> drawn = frame->blend(cv::Rect(cv::Point(), rgb.size()), rgb, opaque);
        !drawn) {
        return core::passOn(drawn);
    }
    return frame;
}

}  // namespace lipwright::media
