#include "engine/media/videoframe_p.h"

#include <opencv2/imgproc.hpp>

namespace lipwright::media {
namespace {

using core::ErrorCode;

core::Failure noPicture() {
    return core::fail(ErrorCode::invalidArgument, "the frame holds no picture");
}

ColourTags coloursOf(const AVFrame& frame, const ColourTags& stream) {
    ColourTags tags = stream;
    if (frame.colorspace != AVCOL_SPC_UNSPECIFIED) {
        tags.matrix = frame.colorspace;
    }
    if (frame.color_range != AVCOL_RANGE_UNSPECIFIED) {
        tags.fullRange = frame.color_range == AVCOL_RANGE_JPEG;
    }
    if (frame.chroma_location != AVCHROMA_LOC_UNSPECIFIED) {
        tags.chromaLocation = frame.chroma_location;
    }
    const AVPixFmtDescriptor* const format =
        av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format != nullptr && std::string_view(format->name).starts_with("yuvj")) {
        tags.fullRange = true;
    }
    return tags;
}

/// The luma plane where it is an 8-bit plane of its own or a 16-bit one: no copy.
cv::Mat lumaOf(const VideoFrame::Data& data) {
    const Component& luma = data.layout.components[0];
    const bool deep = data.layout.depth > 8;
    const AVFrame& frame = *data.frame;
    std::uint8_t* const start = frame.data[luma.plane] + luma.offset;
    const auto stride = static_cast<std::size_t>(frame.linesize[luma.plane]);
    const int channels = luma.step / (deep ? 2 : 1);
    const cv::Mat packed(frame.height, frame.width, CV_MAKETYPE(deep ? CV_16U : CV_8U, channels),
                         start - (channels > 1 ? luma.offset : 0), stride);
    if (channels == 1) {
        return packed;
    }
    cv::Mat plane;
    cv::extractChannel(packed, plane, luma.offset / (deep ? 2 : 1));
    return plane;
}

cv::Size fitted(cv::Size size, int maximumShortSide) {
    const int shortSide = std::min(size.width, size.height);
    if (maximumShortSide <= 0 || shortSide <= maximumShortSide) {
        return size;
    }
    const double scale = static_cast<double>(maximumShortSide) / shortSide;
    return {std::max(1, cvRound(size.width * scale)), std::max(1, cvRound(size.height * scale))};
}

/// Some decoders hand out pictures stored from the bottom row up; null when out of memory.
FramePtr withRowsDownwards(FramePtr frame) {
    FramePtr copy = makeFrame();
    copy->format = frame->format;
    copy->width = frame->width;
    copy->height = frame->height;
    if (av_frame_get_buffer(copy.get(), 0) < 0 || av_frame_copy(copy.get(), frame.get()) < 0 ||
        av_frame_copy_props(copy.get(), frame.get()) < 0) {
        return nullptr;
    }
    return copy;
}

bool inside(const cv::Rect& region, cv::Size size) {
    return region.x >= 0 && region.y >= 0 && region.width > 0 && region.height > 0 &&
           region.width <= size.width - region.x && region.height <= size.height - region.y;
}

core::Failure outside(const cv::Rect& region, cv::Size size) {
    return core::fail(ErrorCode::invalidArgument,
                      "the region " + std::to_string(region.width) + "x" +
                          std::to_string(region.height) + " at " + std::to_string(region.x) + "," +
                          std::to_string(region.y) + " is not inside the picture of " +
                          std::to_string(size.width) + "x" + std::to_string(size.height));
}

}  // namespace

core::Result<VideoFrame> wrapFrame(FramePtr frame, const VideoStreamInfo& stream,
                                   std::shared_ptr<const StreamSideData> sideData,
                                   std::int64_t number, core::RationalTime time,
                                   std::int64_t duration, const std::string& place) {
    const auto format = static_cast<AVPixelFormat>(frame->format);
    const auto layout = PixelLayout::of(format);
    if (!layout) {
        const char* const name = av_get_pix_fmt_name(format);
        return core::fail(ErrorCode::unsupportedMedia,
                          std::string("the pixel format ") + (name ? name : "of this video") +
                              " can not be edited",
                          place, "Convert the video to yuv420p or yuv422p10 first");
    }
    if (frame->linesize[0] < 0) {
        frame = withRowsDownwards(std::move(frame));
    }
    if (!frame) {
        return core::Failure(errorFromAv(AVERROR(ENOMEM), place, "can not copy the frame"));
    }
    auto data = std::make_shared<VideoFrame::Data>();
    data->colour = coloursOf(*frame, stream.colour);
    data->layout = *layout;
    data->frame = std::move(frame);
    data->streamSideData = std::move(sideData);
    data->number = number;
    data->time = time;
    data->duration = duration;
    data->quarterTurns = stream.quarterTurns;
    return VideoFrame(std::move(data));
}

cv::Rect toCoded(const cv::Rect& upright, cv::Size coded, int quarterTurns) {
    switch (quarterTurns & 3) {
        case 1:  // shown = coded turned clockwise: shown (x, y) is coded (y, height - 1 - x)
            return {upright.y, coded.height - upright.x - upright.width, upright.height,
                    upright.width};
        case 2:
            return {coded.width - upright.x - upright.width,
                    coded.height - upright.y - upright.height, upright.width, upright.height};
        case 3:
            return {coded.width - upright.y - upright.height, upright.x, upright.height,
                    upright.width};
        default:
            return upright;
    }
}

cv::Mat turned(const cv::Mat& picture, int quarterTurns) {
    cv::Mat result;
    switch (quarterTurns & 3) {
        case 1:
            cv::rotate(picture, result, cv::ROTATE_90_CLOCKWISE);
            return result;
        case 2:
            cv::rotate(picture, result, cv::ROTATE_180);
            return result;
        case 3:
            cv::rotate(picture, result, cv::ROTATE_90_COUNTERCLOCKWISE);
            return result;
        default:
            return picture;
    }
}

VideoFrame::VideoFrame() = default;

VideoFrame::VideoFrame(std::shared_ptr<Data> data) : m_data(std::move(data)) {}

std::int64_t VideoFrame::number() const {
    return m_data ? m_data->number : -1;
}

core::RationalTime VideoFrame::time() const {
    return m_data ? m_data->time : core::RationalTime{};
}

cv::Size VideoFrame::size() const {
    if (!m_data) {
        return {};
    }
    const AVFrame& frame = *m_data->frame;
    return m_data->quarterTurns % 2 != 0 ? cv::Size(frame.height, frame.width)
                                         : cv::Size(frame.width, frame.height);
}

int VideoFrame::bitDepth() const {
    return m_data ? m_data->layout.depth : 0;
}

core::Result<cv::Mat> VideoFrame::gray(int maximumShortSide) const {
    if (!m_data) {
        return noPicture();
    }
    const cv::Size coded(m_data->frame->width, m_data->frame->height);
    cv::Mat luma;
    if (m_data->layout.isRgb) {
        auto colours = readRgb(*m_data, cv::Rect({0, 0}, coded));
        if (!colours) {
            return core::passOn(colours);
        }
        cv::cvtColor(*colours, luma, cv::COLOR_RGB2GRAY);
    } else {
        luma = lumaOf(*m_data);
    }
    const cv::Size wanted = fitted(coded, maximumShortSide);
    cv::Mat result;
    if (wanted != coded) {
        cv::resize(luma, result, wanted, 0, 0, cv::INTER_AREA);
        luma = result;
    }
    if (luma.depth() == CV_16U) {
        const Component& first = m_data->layout.components[0];
        const double largest = m_data->layout.isRgb
                                   ? 65535.0
                                   : ((1 << m_data->layout.depth) - 1) * double(1 << first.shift);
        luma.convertTo(result, CV_8U, 255.0 / largest);
        luma = result;
    }
    luma = turned(luma, m_data->quarterTurns);
    // Never a view of the frame's own memory: the caller may keep it longer.
    return luma.data == m_data->frame->data[0] ? luma.clone() : luma;
}

core::Result<cv::Mat> VideoFrame::rgb(const cv::Rect& region) const {
    if (!m_data) {
        return noPicture();
    }
    if (!inside(region, size())) {
        return outside(region, size());
    }
    const cv::Size coded(m_data->frame->width, m_data->frame->height);
    auto picture = readRgb(*m_data, toCoded(region, coded, m_data->quarterTurns));
    if (!picture) {
        return picture;
    }
    return turned(*picture, m_data->quarterTurns);
}

core::Result<void> VideoFrame::blend(const cv::Rect& region, const cv::Mat& patch,
                                     const cv::Mat& alpha) {
    if (!m_data) {
        return noPicture();
    }
    if (!inside(region, size())) {
        return outside(region, size());
    }
    const int wantedType = bitDepth() > 8 ? CV_16UC3 : CV_8UC3;
    const bool alphaFits = alpha.type() == CV_8UC1 || alpha.type() == CV_16UC1;
    if (patch.type() != wantedType || patch.size() != region.size() || !alphaFits ||
        alpha.size() != region.size()) {
        return core::fail(ErrorCode::invalidArgument,
                          "the patch or its alpha does not have the region's size and depth");
    }
    if (m_data.use_count() > 1) {
        auto own = std::make_shared<Data>();
        own->frame.reset(av_frame_clone(m_data->frame.get()));
        if (!own->frame) {
            return core::Failure(errorFromAv(AVERROR(ENOMEM), "", "can not copy the frame"));
        }
        own->streamSideData = m_data->streamSideData;
        own->number = m_data->number;
        own->time = m_data->time;
        own->duration = m_data->duration;
        own->quarterTurns = m_data->quarterTurns;
        own->colour = m_data->colour;
        own->layout = m_data->layout;
        m_data = std::move(own);
    }
    if (const int code = av_frame_make_writable(m_data->frame.get()); code < 0) {
        return core::Failure(errorFromAv(code, "", "can not copy the frame"));
    }
    const cv::Size coded(m_data->frame->width, m_data->frame->height);
    return blendRgb(*m_data, toCoded(region, coded, m_data->quarterTurns),
                    turned(patch, -m_data->quarterTurns), turned(alpha, -m_data->quarterTurns));
}

}  // namespace lipwright::media
