#include "engine/speech/melspectrogram.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace lipwright::speech {

namespace {

constexpr int kWindow = 800;
constexpr int kHalfWindow = kWindow / 2;
constexpr int kBins = kWindow / 2 + 1;
constexpr int kBatchColumns = 64;
constexpr std::size_t kPushBlock = 16000;
constexpr float kPreEmphasis = 0.97F;
constexpr float kFloor = 1e-5F;
constexpr double kLowestHertz = 55.0;
constexpr double kHighestHertz = 7600.0;

// Slaney's mel scale: linear to 1 kHz, then 27 steps for each factor of 6.4.
constexpr double kLinearHertzPerMel = 200.0 / 3.0;
constexpr double kLogStartHertz = 1000.0;
constexpr double kLogStartMel = kLogStartHertz / kLinearHertzPerMel;
const double kLogStep = std::log(6.4) / 27.0;

double melOf(double hertz) {
    return hertz < kLogStartHertz ? hertz / kLinearHertzPerMel
                                  : kLogStartMel + std::log(hertz / kLogStartHertz) / kLogStep;
}

double hertzOf(double mel) {
    return mel < kLogStartMel ? mel * kLinearHertzPerMel
                              : kLogStartHertz * std::exp(kLogStep * (mel - kLogStartMel));
}

/// One triangular band: weights of the bins from `firstBin` on, of unit area over hertz.
struct Band {
    int firstBin = 0;
    std::vector<float> weights;
};

Band makeBand(double lower, double centre, double upper) {
    Band band;
    for (int bin = 0; bin < kBins; ++bin) {
        const double hertz = static_cast<double>(bin) * kSampleRate / kWindow;
        const double weight =
            std::min((hertz - lower) / (centre - lower), (upper - hertz) / (upper - centre));
        if (weight <= 0.0) {
            continue;
        }
        if (band.weights.empty()) {
            band.firstBin = bin;
        }
        band.weights.push_back(static_cast<float>(weight * 2.0 / (upper - lower)));
    }
    return band;
}

std::array<Band, kMelBands> makeBands() {
    const double low = melOf(kLowestHertz);
    const double step = (melOf(kHighestHertz) - low) / (kMelBands + 1);
    std::array<Band, kMelBands> bands;
    for (int i = 0; i < kMelBands; ++i) {
        bands[static_cast<std::size_t>(i)] = makeBand(
            hertzOf(low + i * step), hertzOf(low + (i + 1) * step), hertzOf(low + (i + 2) * step));
    }
    return bands;
}

std::array<float, kWindow> makeWindow() {
    std::array<float, kWindow> window{};
    for (int i = 0; i < kWindow; ++i) {
        window[static_cast<std::size_t>(i)] =
            static_cast<float>(0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * i / kWindow));
    }
    return window;
}

float toNetworkScale(float magnitude) {
    const float decibel = 20.0F * std::log10(std::max(magnitude, kFloor)) - 20.0F;
    return std::clamp(8.0F * (decibel + 100.0F) / 100.0F - 4.0F, -4.0F, 4.0F);
}

/// Index of the sample that stands at `index` when `count` samples are mirrored at their ends.
std::int64_t mirrored(std::int64_t index, std::int64_t count) {
    if (count <= 1) {
        return 0;
    }
    const std::int64_t period = 2 * (count - 1);
    const std::int64_t phase = ((index % period) + period) % period;
    return phase < count ? phase : period - phase;
}

}  // namespace

struct MelSpectrogram::State {
    std::array<Band, kMelBands> bands = makeBands();
    std::array<float, kWindow> window = makeWindow();
    std::vector<float> samples;  // pre-emphasised, from firstSample on
    std::int64_t firstSample = 0;
    std::int64_t received = 0;
    std::int64_t nextColumn = 0;
    float previous = 0.0F;
    bool finished = false;
    cv::Mat frames = cv::Mat(kBatchColumns, kWindow, CV_32FC1);
    cv::Mat spectra;

    void append(std::span<const float> block) {
        for (const float sample : block) {
            const float safe = std::isfinite(sample) ? sample : 0.0F;
            samples.push_back(safe - kPreEmphasis * previous);
            previous = safe;
        }
        received += static_cast<std::int64_t>(block.size());
    }

    void fillFrame(float* row, std::int64_t column) const {
        const std::int64_t start = column * kMelHopSamples - kHalfWindow;
        const bool inside = start >= 0 && start + kWindow <= received;
        for (int i = 0; i < kWindow; ++i) {
            const std::int64_t index = inside ? start + i : mirrored(start + i, received);
            row[i] = window[static_cast<std::size_t>(i)] *
                     samples[static_cast<std::size_t>(index - firstSample)];
        }
    }

    // cv::dft packs a real row's spectrum as Re0, Re1, Im1, Re2, Im2, ... Re(N/2).
    void appendColumn(const float* packed, std::vector<float>& columns) const {
        std::array<float, kBins> magnitude;
        magnitude.front() = std::abs(packed[0]);
        magnitude.back() = std::abs(packed[kWindow - 1]);
        for (std::size_t k = 1; k + 1 < kBins; ++k) {
            const float re = packed[2 * k - 1];
            const float im = packed[2 * k];
            magnitude[k] = std::sqrt(re * re + im * im);
        }
        for (const Band& band : bands) {
            const float* bin = magnitude.data() + band.firstBin;
            float sum = 0.0F;
            for (std::size_t k = 0; k < band.weights.size(); ++k) {
                sum += band.weights[k] * bin[k];
            }
            columns.push_back(toNetworkScale(sum));
        }
    }

    void computeUpTo(std::int64_t endColumn, std::vector<float>& columns) {
        while (nextColumn < endColumn) {
            const int count =
                static_cast<int>(std::min<std::int64_t>(kBatchColumns, endColumn - nextColumn));
            for (int row = 0; row < count; ++row) {
                fillFrame(frames.ptr<float>(row), nextColumn + row);
            }
            cv::dft(frames.rowRange(0, count), spectra, cv::DFT_ROWS);
            for (int row = 0; row < count; ++row) {
                appendColumn(spectra.ptr<float>(row), columns);
            }
            nextColumn += count;
        }
    }

    // The mirror at the end reaches back at most a window.
    void forgetUsed() {
        const std::int64_t needed = nextColumn * kMelHopSamples - kHalfWindow - kWindow;
        if (needed - firstSample > static_cast<std::int64_t>(kPushBlock)) {
            samples.erase(samples.begin(), samples.begin() + (needed - firstSample));
            firstSample = needed;
        }
    }
};

MelSpectrogram::MelSpectrogram() : m_state(std::make_unique<State>()) {}
MelSpectrogram::MelSpectrogram(MelSpectrogram&&) noexcept = default;
MelSpectrogram& MelSpectrogram::operator=(MelSpectrogram&&) noexcept = default;
MelSpectrogram::~MelSpectrogram() = default;

void MelSpectrogram::push(std::span<const float> samples, std::vector<float>& columns) {
    State& state = *m_state;
    for (std::size_t at = 0; at < samples.size(); at += kPushBlock) {
        state.append(samples.subspan(at, std::min(kPushBlock, samples.size() - at)));
        // Column c is complete with sample 200 c + 399; the mirrored first one needs sample 400.
        const std::int64_t complete =
            state.received > kHalfWindow ? (state.received - kHalfWindow) / kMelHopSamples + 1 : 0;
        state.computeUpTo(complete, columns);
        state.forgetUsed();
    }
}

void MelSpectrogram::finish(std::vector<float>& columns) {
    State& state = *m_state;
    if (state.received > 0 && !state.finished) {
        state.computeUpTo(1 + state.received / kMelHopSamples, columns);
    }
    state.finished = true;
}

std::vector<float> MelSpectrogram::of(std::span<const float> samples) {
    std::vector<float> columns;
    columns.reserve((1 + samples.size() / kMelHopSamples) * kMelBands);
    MelSpectrogram mel;
    mel.push(samples, columns);
    mel.finish(columns);
    return columns;
}

}  // namespace lipwright::speech
