#include "engine/media/pixelcopy_p.h"
#include "engine/media/samplerows_p.h"

namespace lipwright::media {
namespace {

bool hasAlpha(AVPixelFormat format) {
    return (av_pix_fmt_desc_get(format)->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
}

bool sameSamples(AVPixelFormat first, AVPixelFormat second) {
    const auto a = PixelLayout::of(first);
    const auto b = PixelLayout::of(second);
    return a && b && a->isRgb == b->isRgb && a->depth == b->depth && a->colours == b->colours &&
           a->components[1].log2Width == b->components[1].log2Width &&
           a->components[1].log2Height == b->components[1].log2Height &&
           hasAlpha(first) == hasAlpha(second);
}

template <typename Word>
void copySamples(const VideoFrame::Data& from, const VideoFrame::Data& to) {
    for (int c = 0; c < from.layout.colours; ++c) {
        const Component& source = from.layout.components[static_cast<std::size_t>(c)];
        const SampleRows<Word> in(from, source);
        const SampleRows<Word> out(to, to.layout.components[static_cast<std::size_t>(c)]);
        const cv::Size plane = planeSize(*from.frame, source);
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x) {
                out.put(x, y, in.get(x, y));
            }
        }
    }
}

VideoFrame::Data dataOf(FramePtr frame) {
    VideoFrame::Data data;
    data.layout = *PixelLayout::of(static_cast<AVPixelFormat>(frame->format));
    data.frame = std::move(frame);
    return data;
}

}  // namespace

std::optional<AVPixelFormat> losslessFormatFor(const AVCodec& encoder, AVPixelFormat format) {
    if (encoder.pix_fmts == nullptr) {
        return format;
    }
    for (const AVPixelFormat* one = encoder.pix_fmts; *one != AV_PIX_FMT_NONE; ++one) {
        if (*one == format) {
            return format;
        }
    }
    for (const AVPixelFormat* one = encoder.pix_fmts; *one != AV_PIX_FMT_NONE; ++one) {
        if (sameSamples(*one, format)) {
            return *one;
        }
    }
    return std::nullopt;
}

FramePtr relaidOut(const AVFrame& source, AVPixelFormat format) {
    FramePtr shared(av_frame_clone(&source));
    if (!shared || shared->format == format) {
        return shared;
    }
    FramePtr target = makeFrame();
    target->format = format;
    target->width = source.width;
    target->height = source.height;
    if (av_frame_get_buffer(target.get(), 0) < 0 ||
        av_frame_copy_props(target.get(), &source) < 0) {
        return nullptr;
    }
    if (std::string_view(av_get_pix_fmt_name(static_cast<AVPixelFormat>(source.format)))
            .starts_with("yuvj")) {
        target->color_range = AVCOL_RANGE_JPEG;
    }
    const VideoFrame::Data from = dataOf(std::move(shared));
    VideoFrame::Data to = dataOf(std::move(target));
    if (from.layout.depth > 8) {
        copySamples<std::uint16_t>(from, to);
    } else {
        copySamples<std::uint8_t>(from, to);
    }
    return std::move(to.frame);
}

}  // namespace lipwright::media
