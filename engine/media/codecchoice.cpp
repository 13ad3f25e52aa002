#include "engine/media/pixelcopy_p.h"
#include "engine/media/videoencoder_p.h"

#include <algorithm>
#include <cctype>

namespace lipwright::media {
namespace {

std::string lowerExtension(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

bool canCarry(VideoCodec codec, const VideoStreamInfo& source) {
    const auto encoder = encoderFor(codec);
    const AVPixelFormat format = av_get_pix_fmt(source.pixelFormat.c_str());
    return encoder && format != AV_PIX_FMT_NONE && losslessFormatFor(**encoder, format);
}

}  // namespace

core::Result<VideoCodec> codecFor(const std::filesystem::path& output,
                                  const VideoStreamInfo& source) {
    const std::string extension = lowerExtension(output);
    std::vector<VideoCodec> choices{VideoCodec::h264, VideoCodec::hevc};
    if (extension == ".nut") {
        choices = {VideoCodec::ffv1};
    } else if (extension == ".mkv") {
        choices.push_back(VideoCodec::ffv1);
    } else if (extension != ".mp4" && extension != ".m4v" && extension != ".mov") {
        return core::fail(core::ErrorCode::invalidArgument,
                          "films are not written with the ending \"" + extension + "\"",
                          output.string(), "Use a name that ends in .mp4, .mov, .mkv or .nut");
    }
    for (const VideoCodec codec : choices) {
        if (canCarry(codec, source)) {
            return codec;
        }
    }
    return core::fail(
        core::ErrorCode::unsupportedMedia,
        "no encoder for this container carries the source's pixel format " + source.pixelFormat,
        output.string(),
        canCarry(VideoCodec::ffv1, source) ? "Write a name that ends in .mkv: FFV1 can carry it"
                                           : "Convert the source to yuv420p or yuv422p10 first");
}

}  // namespace lipwright::media
