// Minimum/maximum pyramid of a mono mix, to draw a waveform at any zoom without the samples.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::media {

struct Peak {
    std::int8_t minimum = 0;  ///< -127..127 of full scale
    std::int8_t maximum = 0;
};

class Waveform {
public:
    static constexpr int kSampleRate = 16000;
    static constexpr int kSamplesPerPeak = 64;  ///< of level 0; each level halves the count

    [[nodiscard]] static core::Result<Waveform> build(const std::filesystem::path& path,
                                                      int streamOrdinal = 0,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});
    [[nodiscard]] static Waveform fromSamples(std::span<const float> samples);

    /// A cache file, sealed and versioned; a damaged or foreign one is an error.
    [[nodiscard]] core::Result<void> save(const std::filesystem::path& path) const;
    [[nodiscard]] static core::Result<Waveform> load(const std::filesystem::path& path);

    [[nodiscard]] double seconds() const;
    [[nodiscard]] std::size_t levels() const;
    /// `columns` peaks that cover [startSeconds, endSeconds), each from the coarsest level that is
    /// still as fine as a column; outside the sound: zero.
    [[nodiscard]] std::vector<Peak> peaks(double startSeconds, double endSeconds,
                                          int columns) const;

private:
    [[nodiscard]] static std::vector<std::vector<Peak>> pyramidOf(std::vector<Peak> finest);

    std::int64_t m_samples = 0;
    std::vector<std::vector<Peak>> m_levels;
};

}  // namespace lipwright::media
