#include "engine/media/colourmatrix_p.h"

namespace lipwright::media {
namespace {

struct LumaWeights {
    float kr;
    float kb;
};

constexpr LumaWeights kBt709{0.2126F, 0.0722F};
constexpr LumaWeights kBt601{0.299F, 0.114F};
constexpr int kHighDefinitionHeight = 720;

std::optional<LumaWeights> weightsOf(int matrix, int pictureHeight) {
    switch (matrix) {
        case AVCOL_SPC_BT709:
            return kBt709;
        case AVCOL_SPC_FCC:
            return LumaWeights{0.30F, 0.11F};
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return kBt601;
        case AVCOL_SPC_SMPTE240M:
            return LumaWeights{0.212F, 0.087F};
        case AVCOL_SPC_BT2020_NCL:
            return LumaWeights{0.2627F, 0.0593F};
        case AVCOL_SPC_UNSPECIFIED:
        case AVCOL_SPC_RGB:
        case AVCOL_SPC_RESERVED:
            return pictureHeight >= kHighDefinitionHeight ? kBt709 : kBt601;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<ColourMatrix> ColourMatrix::of(const ColourTags& tags, int depth, int pictureHeight) {
    const auto weights = weightsOf(tags.matrix, pictureHeight);
    if (!weights) {
        return std::nullopt;
    }
    const auto unit = static_cast<float>(1 << (depth - 8));
    const auto largest = static_cast<float>((1 << depth) - 1);
    ColourMatrix result{
        weights->kr, 1 - weights->kr - weights->kb, weights->kb, 16 * unit, 219 * unit, 128 * unit,
        224 * unit};
    if (tags.fullRange) {
        result.lumaOffset = 0;
        result.lumaScale = largest;
        result.chromaScale = largest;
    }
    return result;
}

ChromaSiting ChromaSiting::of(const ColourTags& tags, const PixelLayout& layout) {
    const auto middleX = static_cast<float>((1 << layout.components[1].log2Width) - 1) / 2;
    const auto middleY = static_cast<float>((1 << layout.components[1].log2Height) - 1) / 2;
    switch (tags.chromaLocation) {
        case AVCHROMA_LOC_CENTER:
            return {middleX, middleY};
        case AVCHROMA_LOC_TOPLEFT:
            return {0, 0};
        case AVCHROMA_LOC_TOP:
            return {middleX, 0};
        case AVCHROMA_LOC_BOTTOMLEFT:
            return {0, 2 * middleY};
        case AVCHROMA_LOC_BOTTOM:
            return {middleX, 2 * middleY};
        default:
            return {0, middleY};
    }
}

}  // namespace lipwright::media
