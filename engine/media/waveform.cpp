#include "engine/media/waveform.h"

#include "engine/media/audioreader.h"

#include <algorithm>
#include <cmath>

namespace lipwright::media {
namespace {

constexpr float kFullScale = 127.0F;
constexpr std::size_t kBlockSamples = 16384;

std::int8_t quantised(float value) {
    return static_cast<std::int8_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * kFullScale));
}

Peak joined(Peak a, Peak b) {
    return {std::min(a.minimum, b.minimum), std::max(a.maximum, b.maximum)};
}

/// Level 0 from samples that come in blocks of any length.
class PeakCollector {
public:
    void add(std::span<const float> samples) {
        for (const float sample : samples) {
            m_low = m_count == 0 ? sample : std::min(m_low, sample);
            m_high = m_count == 0 ? sample : std::max(m_high, sample);
            if (++m_count == Waveform::kSamplesPerPeak) {
                flush();
            }
        }
    }
    std::vector<Peak> take() {
        flush();
        return std::move(m_peaks);
    }

private:
    void flush() {
        if (m_count > 0) {
            m_peaks.push_back({quantised(m_low), quantised(m_high)});
            m_count = 0;
        }
    }
    std::vector<Peak> m_peaks;
    float m_low = 0;
    float m_high = 0;
    int m_count = 0;
};

}  // namespace

std::vector<std::vector<Peak>> Waveform::pyramidOf(std::vector<Peak> finest) {
    std::vector<std::vector<Peak>> levels;
    levels.push_back(std::move(finest));
    while (levels.back().size() > 1) {
        const std::vector<Peak>& below = levels.back();
        std::vector<Peak> level((below.size() + 1) / 2);
        for (std::size_t i = 0; i < level.size(); ++i) {
            level[i] = joined(below[2 * i], below[std::min(2 * i + 1, below.size() - 1)]);
        }
        levels.push_back(std::move(level));
    }
    return levels;
}

Waveform Waveform::fromSamples(std::span<const float> samples) {
    PeakCollector collector;
    collector.add(samples);
    Waveform result;
    result.m_samples = static_cast<std::int64_t>(samples.size());
    result.m_levels = pyramidOf(collector.take());
    return result;
}

core::Result<Waveform> Waveform::build(const std::filesystem::path& path, int streamOrdinal,
                                       std::stop_token stop,
                                       const core::ProgressCallback& progress) {
    auto reader = AudioReader::open(path, {kSampleRate, 1}, streamOrdinal);
    if (!reader) {
        return core::passOn(reader);
    }
    Waveform result;
    PeakCollector collector;
    std::vector<float> block(kBlockSamples);
    for (;;) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        auto count = reader->read(block);
        if (!count) {
            return core::passOn(count);
        }
        if (*count == 0) {
            break;
        }
        collector.add(std::span(block).first(*count));
        result.m_samples += static_cast<std::int64_t>(*count);
        core::report(progress, {"waveform", result.m_samples, 0});
    }
    result.m_levels = pyramidOf(collector.take());
    return result;
}

double Waveform::seconds() const {
    return static_cast<double>(m_samples) / kSampleRate;
}

std::size_t Waveform::levels() const {
    return m_levels.size();
}

std::vector<Peak> Waveform::peaks(double startSeconds, double endSeconds, int columns) const {
    std::vector<Peak> result(static_cast<std::size_t>(std::max(0, columns)));
    if (columns <= 0 || m_samples == 0 || !(endSeconds > startSeconds)) {
        return result;
    }
    const double perColumn = (endSeconds - startSeconds) * kSampleRate / columns;
    std::size_t level = 0;
    while (level + 1 < m_levels.size() &&
           static_cast<double>(kSamplesPerPeak) * std::exp2(static_cast<double>(level + 1)) <=
               perColumn) {
        ++level;
    }
    const std::vector<Peak>& from = m_levels[level];
    const double samplesPerPeak = kSamplesPerPeak * std::exp2(static_cast<double>(level));
    const auto last = static_cast<double>(from.size());
    for (int column = 0; column < columns; ++column) {
        const double begin = startSeconds * kSampleRate + column * perColumn;
        const double end = begin + perColumn;
        if (end <= 0 || begin >= static_cast<double>(m_samples)) {
            continue;
        }
        const auto first =
            static_cast<std::size_t>(std::clamp(std::floor(begin / samplesPerPeak), 0.0, last - 1));
        const auto behind = static_cast<std::size_t>(
            std::clamp(std::ceil(end / samplesPerPeak), static_cast<double>(first) + 1, last));
        Peak peak = from[first];
        for (std::size_t i = first + 1; i < behind; ++i) {
            peak = joined(peak, from[i]);
        }
        result[static_cast<std::size_t>(column)] = peak;
    }
    return result;
}

}  // namespace lipwright::media
