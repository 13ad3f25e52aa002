#include "engine/media/videoframe_p.h"

#include <bit>

namespace lipwright::media {
namespace {

bool isReadable(const AVPixFmtDescriptor& format) {
    constexpr auto kRefused = AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_PAL |
                              AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BAYER |
                              AV_PIX_FMT_FLAG_FLOAT;
    if ((format.flags & kRefused) != 0 || format.nb_components == 0) {
        return false;
    }
    const bool bigEndian = (format.flags & AV_PIX_FMT_FLAG_BE) != 0;
    return format.comp[0].depth <= 8 || bigEndian == (std::endian::native == std::endian::big);
}

bool isWholeWord(const AVComponentDescriptor& component, int depth) {
    if (component.depth != depth) {
        return false;
    }
    return depth == 8 ? component.shift == 0
                      : component.offset % 2 == 0 && component.step % 2 == 0 &&
                            component.shift + depth <= 16;
}

}  // namespace

std::optional<PixelLayout> PixelLayout::of(AVPixelFormat format) {
    const AVPixFmtDescriptor* const descriptor = av_pix_fmt_desc_get(format);
    if (descriptor == nullptr || !isReadable(*descriptor)) {
        return std::nullopt;
    }
    PixelLayout layout;
    layout.isRgb = (descriptor->flags & AV_PIX_FMT_FLAG_RGB) != 0;
    layout.depth = descriptor->comp[0].depth;
    layout.colours = descriptor->nb_components >= 3 ? 3 : 1;
    if (layout.depth < 8 || layout.depth > 16) {
        return std::nullopt;
    }
    for (int i = 0; i < layout.colours; ++i) {
        const AVComponentDescriptor& from = descriptor->comp[i];
        if (!isWholeWord(from, layout.depth)) {
            return std::nullopt;
        }
        const bool chroma = i > 0 && !layout.isRgb;
        layout.components[static_cast<std::size_t>(i)] = {from.plane,
                                                          from.step,
                                                          from.offset,
                                                          from.shift,
                                                          chroma ? descriptor->log2_chroma_w : 0,
                                                          chroma ? descriptor->log2_chroma_h : 0};
    }
    return layout;
}

}  // namespace lipwright::media
