#include "engine/media/colourmatrix_p.h"
#include "engine/media/samplerows_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::media {
namespace {

/// Linear interpolation along one axis: value = (1 - weight) · sample[first] + weight ·
/// sample[second].
struct Tap {
    int first = 0;
    int second = 0;
    float weight = 0;
};

/// Taps for pixels [start, start + count) on a plane of `samples`, clamped at its ends.
std::vector<Tap> tapsFor(int start, int count, int samples, int log2Step, float siting) {
    std::vector<Tap> taps(static_cast<std::size_t>(count));
    const auto step = static_cast<float>(1 << log2Step);
    for (int i = 0; i < count; ++i) {
        const float position = (static_cast<float>(start + i) - siting) / step;
        const auto below = static_cast<int>(std::floor(position));
        taps[static_cast<std::size_t>(i)] = {std::clamp(below, 0, samples - 1),
                                             std::clamp(below + 1, 0, samples - 1),
                                             position - static_cast<float>(below)};
    }
    return taps;
}

/// One component brought to the picture's full resolution, row by row.
template <typename Word>
class FullRows {
public:
    FullRows(const VideoFrame::Data& data, const Component& component, const cv::Rect& region,
             float sitingX, float sitingY)
        : m_rows(data, component),
          m_region(region),
          m_plain(component.log2Width == 0 && component.log2Height == 0) {
        if (m_plain) {
            return;
        }
        const cv::Size plane = planeSize(*data.frame, component);
        m_across = tapsFor(region.x, region.width, plane.width, component.log2Width, sitingX);
        m_down = tapsFor(region.y, region.height, plane.height, component.log2Height, sitingY);
        m_firstColumn = m_across.front().first;
        m_columns = m_across.back().second - m_firstColumn + 1;
        for (Tap& tap : m_across) {
            tap.first -= m_firstColumn;
            tap.second -= m_firstColumn;
        }
        m_mixed.resize(static_cast<std::size_t>(m_columns));
        m_other.resize(static_cast<std::size_t>(m_columns));
    }

    /// Row `row` of the region, in code values.
    void read(int row, float* out) {
        if (m_plain) {
            m_rows.read(m_region.x, m_region.y + row, m_region.width, out);
            return;
        }
        const Tap& down = m_down[static_cast<std::size_t>(row)];
        m_rows.read(m_firstColumn, down.first, m_columns, m_mixed.data());
        if (down.weight != 0 && down.second != down.first) {
            m_rows.read(m_firstColumn, down.second, m_columns, m_other.data());
            for (std::size_t i = 0; i < m_mixed.size(); ++i) {
                m_mixed[i] += down.weight * (m_other[i] - m_mixed[i]);
            }
        }
        for (std::size_t i = 0; i < m_across.size(); ++i) {
            const Tap& tap = m_across[i];
            const float first = m_mixed[static_cast<std::size_t>(tap.first)];
            const float second = m_mixed[static_cast<std::size_t>(tap.second)];
            out[i] = first + tap.weight * (second - first);
        }
    }

private:
    SampleRows<Word> m_rows;
    cv::Rect m_region;
    bool m_plain;
    int m_firstColumn = 0;
    int m_columns = 0;
    std::vector<Tap> m_across;
    std::vector<Tap> m_down;
    std::vector<float> m_mixed;
    std::vector<float> m_other;
};

template <typename Out>
Out quantised(float value) {
    constexpr auto kLargest = static_cast<float>(std::numeric_limits<Out>::max());
    return static_cast<Out>(std::clamp(value, 0.0F, 1.0F) * kLargest + 0.5F);
}

/// Three rows of code values to one row of RGB.
template <typename Out>
void convertRow(const ColourMatrix& matrix, const float* luma, const float* cb, const float* cr,
                int count, Out* out) {
    const float lumaGain = 1 / matrix.lumaScale;
    const float red = 2 * (1 - matrix.kr) / matrix.chromaScale;
    const float blue = 2 * (1 - matrix.kb) / matrix.chromaScale;
    const float greenRed = -red * matrix.kr / matrix.kg;
    const float greenBlue = -blue * matrix.kb / matrix.kg;
    for (int i = 0; i < count; ++i) {
        const float y = (luma[i] - matrix.lumaOffset) * lumaGain;
        const float u = cb[i] - matrix.chromaOffset;
        const float v = cr[i] - matrix.chromaOffset;
        out[3 * i] = quantised<Out>(y + red * v);
        out[3 * i + 1] = quantised<Out>(y + greenRed * v + greenBlue * u);
        out[3 * i + 2] = quantised<Out>(y + blue * u);
    }
}

template <typename Word>
cv::Mat fromRgb(const VideoFrame::Data& data, const cv::Rect& region) {
    cv::Mat result(region.size(), CV_MAKETYPE(cv::DataType<Word>::depth, 3));
    const float gain = 1.0F / static_cast<float>((1 << data.layout.depth) - 1);
    std::vector<float> row(static_cast<std::size_t>(region.width));
    for (int c = 0; c < 3; ++c) {
        const SampleRows<Word> samples(data, data.layout.components[static_cast<std::size_t>(c)]);
        for (int y = 0; y < region.height; ++y) {
            samples.read(region.x, region.y + y, region.width, row.data());
            Word* const out = result.ptr<Word>(y) + c;
            for (std::size_t x = 0; x < row.size(); ++x) {
                out[3 * x] = quantised<Word>(row[x] * gain);
            }
        }
    }
    return result;
}

template <typename Word>
cv::Mat fromYuv(const VideoFrame::Data& data, const cv::Rect& region, const ColourMatrix& matrix) {
    cv::Mat result(region.size(), CV_MAKETYPE(cv::DataType<Word>::depth, 3));
    const ChromaSiting siting = ChromaSiting::of(data.colour, data.layout);
    const auto& components = data.layout.components;
    const auto width = static_cast<std::size_t>(region.width);
    std::vector<float> luma(width);
    std::vector<float> cb(width, matrix.chromaOffset);
    std::vector<float> cr(width, matrix.chromaOffset);
    FullRows<Word> lumaRows(data, components[0], region, 0, 0);
    std::optional<FullRows<Word>> cbRows;
    std::optional<FullRows<Word>> crRows;
    if (data.layout.colours == 3) {
        cbRows.emplace(data, components[1], region, siting.x, siting.y);
        crRows.emplace(data, components[2], region, siting.x, siting.y);
    }
    for (int y = 0; y < region.height; ++y) {
        lumaRows.read(y, luma.data());
        if (cbRows) {
            cbRows->read(y, cb.data());
            crRows->read(y, cr.data());
        }
        convertRow(matrix, luma.data(), cb.data(), cr.data(), region.width, result.ptr<Word>(y));
    }
    return result;
}

}  // namespace

core::Result<cv::Mat> readRgb(const VideoFrame::Data& data, const cv::Rect& coded) {
    const bool deep = data.layout.depth > 8;
    if (data.layout.isRgb) {
        return deep ? fromRgb<std::uint16_t>(data, coded) : fromRgb<std::uint8_t>(data, coded);
    }
    const auto matrix = ColourMatrix::of(data.colour, data.layout.depth, data.frame->height);
    if (!matrix) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "the video's colour matrix is not supported", "",
                          "Convert the video to BT.709 or BT.2020 non-constant luminance first");
    }
    return deep ? fromYuv<std::uint16_t>(data, coded, *matrix)
                : fromYuv<std::uint8_t>(data, coded, *matrix);
}

}  // namespace lipwright::media
