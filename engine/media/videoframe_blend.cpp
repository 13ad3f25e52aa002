#include "engine/media/colourmatrix_p.h"
#include "engine/media/samplerows_p.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lipwright::media {
namespace {

/// The patch in the source's code values and its alpha, as float planes of the region's size.
struct Layers {
    cv::Mat alpha;                   ///< CV_32FC1, [0, 1]
    std::array<cv::Mat, 3> colours;  ///< CV_32FC1, code values
};

cv::Mat alphaAsFloat(const cv::Mat& alpha) {
    cv::Mat result;
    alpha.convertTo(result, CV_32F, alpha.depth() == CV_8U ? 1.0 / 255 : 1.0 / 65535);
    return result;
}

template <typename Word>
void rowToYuv(const Word* rgb, int count, const ColourMatrix& m, float* luma, float* cb,
              float* cr) {
    constexpr float kGain = 1.0F / static_cast<float>(std::numeric_limits<Word>::max());
    const float blue = m.chromaScale / (2 * (1 - m.kb));
    const float red = m.chromaScale / (2 * (1 - m.kr));
    for (int i = 0; i < count; ++i) {
        const float r = static_cast<float>(rgb[3 * i]) * kGain;
        const float g = static_cast<float>(rgb[3 * i + 1]) * kGain;
        const float b = static_cast<float>(rgb[3 * i + 2]) * kGain;
        const float y = m.kr * r + m.kg * g + m.kb * b;
        luma[i] = m.lumaOffset + m.lumaScale * y;
        cb[i] = m.chromaOffset + blue * (b - y);
        cr[i] = m.chromaOffset + red * (r - y);
    }
}

template <typename Word>
Layers layersOf(const VideoFrame::Data& data, const cv::Mat& patch, const cv::Mat& alpha,
                const ColourMatrix& matrix) {
    Layers layers;
    layers.alpha = alphaAsFloat(alpha);
    for (cv::Mat& plane : layers.colours) {
        plane.create(patch.size(), CV_32FC1);
    }
    const float gain = static_cast<float>((1 << data.layout.depth) - 1) /
                       static_cast<float>(std::numeric_limits<Word>::max());
    for (int y = 0; y < patch.rows; ++y) {
        const Word* const rgb = patch.ptr<Word>(y);
        std::array<float*, 3> out{layers.colours[0].ptr<float>(y), layers.colours[1].ptr<float>(y),
                                  layers.colours[2].ptr<float>(y)};
        if (!data.layout.isRgb) {
            rowToYuv(rgb, patch.cols, matrix, out[0], out[1], out[2]);
            continue;
        }
        for (int x = 0; x < patch.cols; ++x) {
            for (std::size_t c = 0; c < 3; ++c) {
                out[c][x] = static_cast<float>(rgb[3 * x + static_cast<int>(c)]) * gain;
            }
        }
    }
    return layers;
}

template <typename Word>
void mix(const SampleRows<Word>& samples, int x, int y, float weight, float colour, int largest) {
    const auto old = static_cast<float>(samples.get(x, y));
    const auto mixed = static_cast<int>(std::lround(old + weight * (colour - old)));
    samples.put(x, y, std::clamp(mixed, 0, largest));
}

template <typename Word>
void blendFull(const VideoFrame::Data& data, const Component& component, cv::Point origin,
               const cv::Mat& alpha, const cv::Mat& colours) {
    const SampleRows<Word> samples(data, component);
    const int largest = (1 << data.layout.depth) - 1;
    for (int y = 0; y < alpha.rows; ++y) {
        const auto* const weights = alpha.ptr<float>(y);
        const auto* const row = colours.ptr<float>(y);
        for (int x = 0; x < alpha.cols; ++x) {
            if (weights[x] > 0) {
                mix(samples, origin.x + x, origin.y + y, weights[x], row[x], largest);
            }
        }
    }
}

/// Pixels of the region under one chroma sample: a box as wide as the sample's pitch, centred on
/// its siting. Co-sited 4:2:0 gives (1, 2, 1) / 4 across, centred siting (1, 1) / 2.
struct Footprint {
    struct Pixel {
        int position = 0;  ///< in the region; may lie outside of it
        float weight = 0;
    };
    std::vector<Pixel> pixels;
};

/// Pixels outside the picture of `extent` pixels are left out of it.
Footprint footprintOf(int sample, int log2Step, float siting, int origin, int extent) {
    const auto step = static_cast<float>(1 << log2Step);
    const float centre = static_cast<float>(sample << log2Step) + siting;
    const auto first = static_cast<int>(std::floor(centre - step / 2 + 0.5F));
    const auto last = static_cast<int>(std::ceil(centre + step / 2 - 0.5F));
    Footprint result;
    float sum = 0;
    for (int pixel = std::max(0, first); pixel <= std::min(last, extent - 1); ++pixel) {
        const auto middle = static_cast<float>(pixel);
        const float from = std::max(middle - 0.5F, centre - step / 2);
        const float to = std::min(middle + 0.5F, centre + step / 2);
        if (to > from) {
            result.pixels.push_back({pixel - origin, to - from});
            sum += to - from;
        }
    }
    for (auto& pixel : result.pixels) {
        pixel.weight /= sum;
    }
    return result;
}

struct ChromaRange {
    int first = 0;
    int end = 0;
};

/// Chroma samples whose footprint can reach pixels [start, start + count).
ChromaRange rangeOf(int start, int count, int log2Step, int samples) {
    return {std::max(0, (start >> log2Step) - 1),
            std::min(samples, ((start + count - 1) >> log2Step) + 2)};
}

std::vector<Footprint> footprintsOf(ChromaRange range, int log2Step, float siting, int origin,
                                    int extent) {
    std::vector<Footprint> result;
    for (int sample = range.first; sample < range.end; ++sample) {
        result.push_back(footprintOf(sample, log2Step, siting, origin, extent));
    }
    return result;
}

struct ChromaMix {
    float weight = 0;
    float cb = 0;
    float cr = 0;
};

/// Alpha and alpha-weighted colour under one chroma sample; pixels outside the region count as
/// transparent.
ChromaMix gather(const Layers& layers, const Footprint& down, const Footprint& across) {
    ChromaMix sum;
    for (const auto& row : down.pixels) {
        if (row.position < 0 || row.position >= layers.alpha.rows) {
            continue;
        }
        const auto* const alpha = layers.alpha.ptr<float>(row.position);
        const auto* const cb = layers.colours[1].ptr<float>(row.position);
        const auto* const cr = layers.colours[2].ptr<float>(row.position);
        for (const auto& column : across.pixels) {
            if (column.position < 0 || column.position >= layers.alpha.cols) {
                continue;
            }
            const float weight = row.weight * column.weight * alpha[column.position];
            sum.weight += weight;
            sum.cb += weight * cb[column.position];
            sum.cr += weight * cr[column.position];
        }
    }
    return sum;
}

template <typename Word>
void blendChroma(const VideoFrame::Data& data, cv::Point origin, const Layers& layers) {
    const Component& component = data.layout.components[1];
    const cv::Size plane = planeSize(*data.frame, component);
    const ChromaSiting siting = ChromaSiting::of(data.colour, data.layout);
    const auto columns = rangeOf(origin.x, layers.alpha.cols, component.log2Width, plane.width);
    const auto rows = rangeOf(origin.y, layers.alpha.rows, component.log2Height, plane.height);
    const auto across =
        footprintsOf(columns, component.log2Width, siting.x, origin.x, data.frame->width);
    const auto down =
        footprintsOf(rows, component.log2Height, siting.y, origin.y, data.frame->height);
    const SampleRows<Word> cb(data, component);
    const SampleRows<Word> cr(data, data.layout.components[2]);
    const int largest = (1 << data.layout.depth) - 1;
    for (int y = rows.first; y < rows.end; ++y) {
        for (int x = columns.first; x < columns.end; ++x) {
            const ChromaMix sum = gather(layers, down[static_cast<std::size_t>(y - rows.first)],
                                         across[static_cast<std::size_t>(x - columns.first)]);
            if (sum.weight > 0) {
                mix(cb, x, y, std::min(1.0F, sum.weight), sum.cb / sum.weight, largest);
                mix(cr, x, y, std::min(1.0F, sum.weight), sum.cr / sum.weight, largest);
            }
        }
    }
}

template <typename Word>
void blendAll(const VideoFrame::Data& data, const cv::Rect& region, const cv::Mat& patch,
              const cv::Mat& alpha, const ColourMatrix& matrix) {
    const Layers layers = layersOf<Word>(data, patch, alpha, matrix);
    const auto& components = data.layout.components;
    blendFull<Word>(data, components[0], region.tl(), layers.alpha, layers.colours[0]);
    if (data.layout.colours == 1) {
        return;
    }
    if (components[1].log2Width != 0 || components[1].log2Height != 0) {
        blendChroma<Word>(data, region.tl(), layers);
        return;
    }
    blendFull<Word>(data, components[1], region.tl(), layers.alpha, layers.colours[1]);
    blendFull<Word>(data, components[2], region.tl(), layers.alpha, layers.colours[2]);
}

}  // namespace

core::Result<void> blendRgb(VideoFrame::Data& data, const cv::Rect& coded, const cv::Mat& patch,
                            const cv::Mat& alpha) {
    const auto matrix = ColourMatrix::of(data.colour, data.layout.depth, data.frame->height);
    if (!matrix && !data.layout.isRgb) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "the video's colour matrix is not supported", "",
                          "Convert the video to BT.709 or BT.2020 non-constant luminance first");
    }
    const ColourMatrix used = matrix.value_or(ColourMatrix{});
    if (data.layout.depth > 8) {
        blendAll<std::uint16_t>(data, coded, patch, alpha, used);
    } else {
        blendAll<std::uint8_t>(data, coded, patch, alpha, used);
    }
    return {};
}

}  // namespace lipwright::media
