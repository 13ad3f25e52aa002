#include "engine/media/previewscaler.h"

#include "engine/media/colourmatrix_p.h"

extern "C" {
#include <libswscale/swscale.h>
}

#include <cmath>

namespace lipwright::media {
namespace {

struct ScalerDeleter {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};

/// swscale's own name for a format: it takes the range apart from it.
AVPixelFormat plainFormat(AVPixelFormat format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        default:
            return format;
    }
}

/// swscale's table: {Cr to R, Cb to B, Cb to G, Cr to G}, 16.16 fixed point, for limited range.
std::array<int, 4> coefficientsOf(const ColourMatrix& matrix) {
    constexpr double kOne = 65536.0 * 255.0 / 224.0;
    const double red = 2.0 * (1.0 - matrix.kr);
    const double blue = 2.0 * (1.0 - matrix.kb);
    const auto fixed = [](double value) { return static_cast<int>(std::lround(value * kOne)); };
    return {fixed(red), fixed(blue), fixed(blue * matrix.kb / matrix.kg),
            fixed(red * matrix.kr / matrix.kg)};
}

}  // namespace

struct PreviewScaler::State {
    std::unique_ptr<SwsContext, ScalerDeleter> context;
    std::array<int, 4> coefficients{};
    bool fullRange = false;
    bool set = false;

    [[nodiscard]] core::Result<void> prepare(const VideoFrame::Data& data, cv::Size size);
};

core::Result<void> PreviewScaler::State::prepare(const VideoFrame::Data& data, cv::Size size) {
    const auto matrix =
        ColourMatrix::of(data.colour, 8, data.layout.isRgb ? 0 : data.frame->height);
    if (!matrix && !data.layout.isRgb) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "the video's colour matrix is not supported", "",
                          "Convert the video to BT.709 or BT.2020 non-constant luminance first");
    }
    const AVFrame& frame = *data.frame;
    const SwsContext* const before = context.get();
    context.reset(sws_getCachedContext(context.release(), frame.width, frame.height,
                                       plainFormat(static_cast<AVPixelFormat>(frame.format)),
                                       size.width, size.height, AV_PIX_FMT_BGRA, SWS_BILINEAR,
                                       nullptr, nullptr, nullptr));
    if (!context) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "the pixel format can not be shown on the screen", "",
                          "Convert the video to yuv420p or yuv422p10 first");
    }
    const auto wanted = coefficientsOf(matrix.value_or(ColourMatrix{}));
    if (context.get() != before || !set || wanted != coefficients ||
        fullRange != data.colour.fullRange) {
        coefficients = wanted;
        fullRange = data.colour.fullRange;
        set = true;
        sws_setColorspaceDetails(context.get(), coefficients.data(), fullRange ? 1 : 0,
                                 coefficients.data(), 1, 0, 1 << 16, 1 << 16);
    }
    return {};
}

PreviewScaler::PreviewScaler() : m_state(std::make_unique<State>()) {}
PreviewScaler::PreviewScaler(PreviewScaler&&) noexcept = default;
PreviewScaler& PreviewScaler::operator=(PreviewScaler&&) noexcept = default;
PreviewScaler::~PreviewScaler() = default;

core::Result<cv::Mat> PreviewScaler::scale(const VideoFrame& frame, cv::Size size) {
    const VideoFrame::Data* const data = frame.data();
    if (data == nullptr || size.width <= 0 || size.height <= 0) {
        return core::fail(core::ErrorCode::invalidArgument, "there is no picture to scale");
    }
    const bool lying = data->quarterTurns % 2 != 0;
    const cv::Size coded = lying ? cv::Size(size.height, size.width) : size;
    if (const auto prepared = m_state->prepare(*data, coded); !prepared) {
        return core::passOn(prepared);
    }
    // Room behind the last row: swscale's vector code writes in blocks.
    cv::Mat rows(coded.height + 1, (coded.width + 15) / 16 * 16, CV_8UC4);
    std::array<std::uint8_t*, 4> planes{rows.data, nullptr, nullptr, nullptr};
    const std::array<int, 4> strides{static_cast<int>(rows.step), 0, 0, 0};
    const AVFrame& from = *data->frame;
    sws_scale(m_state->context.get(), from.data, from.linesize, 0, from.height, planes.data(),
              strides.data());
    return turned(rows(cv::Rect({0, 0}, coded)), data->quarterTurns);
}

}  // namespace lipwright::media
