// Lossless change of a picture's memory layout (NV12 to planar 4:2:0, yuvj to yuv with the range
// tag): the same samples, stored as an encoder wants them. Private to this folder.
#pragma once

#include "engine/media/ffmpeg_p.h"

#include <optional>

namespace lipwright::media {

/// The format itself where the encoder takes it, else one with the same samples; nothing when the
/// encoder has none.
[[nodiscard]] std::optional<AVPixelFormat> losslessFormatFor(const AVCodec& encoder,
                                                             AVPixelFormat format);

/// A frame that shares `source`'s samples, in `format` (from losslessFormatFor); null when out of
/// memory. Properties (tags, side data) are kept.
[[nodiscard]] FramePtr relaidOut(const AVFrame& source, AVPixelFormat format);

}  // namespace lipwright::media
