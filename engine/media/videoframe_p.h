// What a VideoFrame holds and how its samples are reached. Private to this folder.
#pragma once

#include "engine/media/ffmpeg_p.h"
#include "engine/media/mediainfo.h"
#include "engine/media/videoframe.h"

#include <array>
#include <optional>
#include <vector>

namespace lipwright::media {

/// Where one component of a pixel format lies: sample (x, y) is the `depth` bits above `shift` of
/// the byte (depth 8) or native 16-bit word at plane + y · linesize + x · step + offset.
struct Component {
    int plane = 0;
    int step = 1;
    int offset = 0;
    int shift = 0;
    int log2Width = 0;  ///< subsampling against the picture
    int log2Height = 0;
};

/// A pixel format this folder can read and write sample by sample: planar or packed YUV, RGB or
/// gray of 8 to 16 bits in native byte order.
struct PixelLayout {
    bool isRgb = false;
    int depth = 8;
    int colours = 3;                      ///< 1 for gray
    std::array<Component, 3> components;  ///< Y, U, V or R, G, B

    /// Nothing for bit-packed, paletted, hardware, float, Bayer and foreign-endian formats.
    [[nodiscard]] static std::optional<PixelLayout> of(AVPixelFormat format);
};

/// Side data of the source's stream that a copy of the film should keep: display matrix, mastering
/// display, content light level.
struct StreamSideData {
    struct Item {
        AVPacketSideDataType type = AV_PKT_DATA_NB;
        std::vector<std::uint8_t> bytes;
    };
    std::vector<Item> items;

    [[nodiscard]] static std::shared_ptr<const StreamSideData> of(const AVStream& stream);
};

struct VideoFrame::Data {
    FramePtr frame;
    std::shared_ptr<const StreamSideData> streamSideData;
    std::int64_t number = 0;
    core::RationalTime time;
    std::int64_t duration = 0;  ///< ticks of time.base until the next frame
    int quarterTurns = 0;
    ColourTags colour;  ///< the frame's own tags, the stream's where those are unspecified
    PixelLayout layout;
};

/// Wraps a decoded frame; an error where the pixel format has no PixelLayout.
[[nodiscard]] core::Result<VideoFrame> wrapFrame(FramePtr frame, const VideoStreamInfo& stream,
                                                 std::shared_ptr<const StreamSideData> sideData,
                                                 std::int64_t number, core::RationalTime time,
                                                 std::int64_t duration, const std::string& place);

/// Upright rectangle to the same pixels of the stored picture (`coded` its size).
[[nodiscard]] cv::Rect toCoded(const cv::Rect& upright, cv::Size coded, int quarterTurns);
/// Turns a picture clockwise by quarter turns (negative: back).
[[nodiscard]] cv::Mat turned(const cv::Mat& picture, int quarterTurns);

/// The region of the stored picture as RGB (see VideoFrame::rgb).
[[nodiscard]] core::Result<cv::Mat> readRgb(const VideoFrame::Data& data, const cv::Rect& coded);
/// Blends into the stored picture, which must be writable (see VideoFrame::blend).
[[nodiscard]] core::Result<void> blendRgb(VideoFrame::Data& data, const cv::Rect& coded,
                                          const cv::Mat& patch, const cv::Mat& alpha);

}  // namespace lipwright::media
