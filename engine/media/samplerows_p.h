// Rows of samples of one component, as floats or as a writable cursor, for 8-bit and deeper
// formats alike. Private to this folder.
#pragma once

#include "engine/media/videoframe_p.h"

#include <cstring>

namespace lipwright::media {

/// Access to the component's samples for Word = std::uint8_t (depth 8) or std::uint16_t.
template <typename Word>
class SampleRows {
public:
    SampleRows(const VideoFrame::Data& data, const Component& component)
        : m_base(data.frame->data[component.plane] + component.offset),
          m_stride(data.frame->linesize[component.plane]),
          m_step(component.step),
          m_shift(component.shift),
          m_mask((1 << data.layout.depth) - 1) {}

    [[nodiscard]] int get(int x, int y) const {
        Word word;
        std::memcpy(&word, at(x, y), sizeof word);
        return (word >> m_shift) & m_mask;
    }

    /// Writes the sample, leaves the padding bits zero.
    void put(int x, int y, int value) const {
        const auto word = static_cast<Word>(value << m_shift);
        std::memcpy(at(x, y), &word, sizeof word);
    }

    /// Samples [x, x + count) of row y.
    void read(int x, int y, int count, float* out) const {
        const std::uint8_t* const row = m_base + std::ptrdiff_t{y} * m_stride;
        if (m_step == sizeof(Word) && m_shift == 0) {
            const auto* const words = reinterpret_cast<const Word*>(row) + x;
            for (int i = 0; i < count; ++i) {
                out[i] = static_cast<float>(words[i]);
            }
            return;
        }
        for (int i = 0; i < count; ++i) {
            out[i] = static_cast<float>(get(x + i, y));
        }
    }

private:
    [[nodiscard]] std::uint8_t* at(int x, int y) const {
        return m_base + std::ptrdiff_t{y} * m_stride + std::ptrdiff_t{x} * m_step;
    }

    std::uint8_t* m_base;
    std::ptrdiff_t m_stride;
    int m_step;
    int m_shift;
    int m_mask;
};

/// Size of the component's plane for a picture of this size: rounded up, as FFmpeg stores it.
[[nodiscard]] inline cv::Size planeSize(const AVFrame& frame, const Component& component) {
    return {-((-frame.width) >> component.log2Width), -((-frame.height) >> component.log2Height)};
}

}  // namespace lipwright::media
