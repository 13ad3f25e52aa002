#include "engine/speech/phoneposteriors.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lipwright::speech {

namespace {

// The front end the model was trained with (its feat.params): 16 kHz, 25.6 ms Hamming windows, 10
// ms apart, 25 mel bands 130–6800 Hz, DCT-II, lifter 22.
constexpr std::size_t kWindow = 410;
constexpr std::size_t kHop = 160;
constexpr std::size_t kFft = 512;
constexpr std::size_t kBands = 25;
constexpr double kLowHertz = 130.0;
constexpr double kHighHertz = 6800.0;
constexpr double kRate = 16000.0;
constexpr float kPreEmphasis = 0.97F;
constexpr float kSampleScale = 32768.0F;  // the model's samples are 16-bit integers
constexpr double kEnergyFloor = 1e-4;
constexpr double kSilentEnergy = 1e3;  // below: digital silence, left out of the means
constexpr double kTemperature = 0.2;   // of the posteriors: likelihoods of frames are overconfident
constexpr std::int64_t kMeanFrames = 800;  // ±8 s
constexpr int kDeltaReach = 3;

struct FrontEnd {
    std::array<float, kWindow> window{};
    std::array<std::array<float, kFft / 2 + 1>, kBands> bank{};
    std::array<std::array<float, kBands>, kCepstra> transform{};  ///< DCT times lifter

    FrontEnd() {
        for (std::size_t i = 0; i < kWindow; ++i) {
            window[i] =
                static_cast<float>(0.54 - 0.46 * std::cos(2.0 * std::numbers::pi *
                                                          static_cast<double>(i) / (kWindow - 1)));
        }
        fillBank();
        for (std::size_t c = 0; c < kCepstra; ++c) {
            const double lifter =
                1.0 + 11.0 * std::sin(static_cast<double>(c) * std::numbers::pi / 22.0);
            const double scale = std::sqrt((c == 0 ? 1.0 : 2.0) / kBands);
            for (std::size_t b = 0; b < kBands; ++b) {
                transform[c][b] =
                    static_cast<float>(lifter * scale *
                                       std::cos(std::numbers::pi * static_cast<double>(c) *
                                                (static_cast<double>(b) + 0.5) / kBands));
            }
        }
    }

    void fillBank() {
        const auto mel = [](double hertz) { return 2595.0 * std::log10(1.0 + hertz / 700.0); };
        const auto hertz = [](double m) { return 700.0 * (std::pow(10.0, m / 2595.0) - 1.0); };
        const double step = (mel(kHighHertz) - mel(kLowHertz)) / (kBands + 1);
        const double bin = kRate / kFft;
        for (std::size_t b = 0; b < kBands; ++b) {
            std::array<double, 3> edge{};
            for (std::size_t j = 0; j < 3; ++j) {  // edges lie on bins
                edge[j] =
                    std::floor(hertz(mel(kLowHertz) + static_cast<double>(b + j) * step) / bin +
                               0.5) *
                    bin;
            }
            for (std::size_t k = 0; k <= kFft / 2; ++k) {
                const double f = static_cast<double>(k) * bin;
                const double up = (f - edge[0]) / (edge[1] - edge[0]);
                const double down = (edge[2] - f) / (edge[2] - edge[1]);
                bank[b][k] = static_cast<float>(std::max(0.0, std::min(up, down)) * 2.0 /
                                                (edge[2] - edge[0]));
            }
        }
    }
};

const FrontEnd& frontEnd() {
    static const FrontEnd instance;
    return instance;
}

/// Cepstra of one window; returns whether it is more than digital silence.
bool cepstraOf(const float* samples, std::array<float, kCepstra>& cepstra) {
    const FrontEnd& front = frontEnd();
    std::array<float, kFft> frame{};
    for (std::size_t i = 0; i < kWindow; ++i) {
        frame[i] = samples[i] * front.window[i];
    }
    cv::Mat row(1, static_cast<int>(kFft), CV_32F, frame.data());
    cv::dft(row, row);
    std::array<float, kFft / 2 + 1> power{};
    power[0] = frame[0] * frame[0];
    power[kFft / 2] = frame[kFft - 1] * frame[kFft - 1];
    for (std::size_t k = 1; k < kFft / 2; ++k) {
        power[k] = frame[2 * k - 1] * frame[2 * k - 1] + frame[2 * k] * frame[2 * k];
    }
    std::array<float, kBands> logs{};
    double total = 0.0;
    for (std::size_t b = 0; b < kBands; ++b) {
        double energy = 0.0;
        for (std::size_t k = 0; k < power.size(); ++k) {
            energy += static_cast<double>(front.bank[b][k]) * power[k];
        }
        total += energy;
        logs[b] = static_cast<float>(std::log(energy + kEnergyFloor));
    }
    for (std::size_t c = 0; c < kCepstra; ++c) {
        float sum = 0.0F;
        for (std::size_t b = 0; b < kBands; ++b) {
            sum += front.transform[c][b] * logs[b];
        }
        cepstra[c] = sum;
    }
    return total > kSilentEnergy;
}

}  // namespace

PhonePosteriors::PhonePosteriors(std::shared_ptr<const AcousticModel> model)
    : m_model(std::move(model)), m_sums(kCepstra, 0.0), m_counts(1, 0) {}

void PhonePosteriors::push(std::span<const float> samples) {
    for (const float sample : samples) {
        const float scaled = sample * kSampleScale;
        m_pending.push_back(scaled - kPreEmphasis * (m_first ? scaled : m_previous));
        m_previous = scaled;
        m_first = false;
    }
    takeFrames();
}

void PhonePosteriors::finish() {
    if (m_cepstra.empty() && !m_pending.empty()) {
        m_pending.resize(std::max(m_pending.size(), kWindow), 0.0F);
    }
    takeFrames();
    m_pending.clear();
}

void PhonePosteriors::takeFrames() {
    std::size_t at = 0;
    for (; at + kWindow <= m_pending.size(); at += kHop) {
        std::array<float, kCepstra> cepstra{};
        const bool heard = cepstraOf(m_pending.data() + at, cepstra);
        m_cepstra.insert(m_cepstra.end(), cepstra.begin(), cepstra.end());
        const std::size_t last = m_sums.size() - kCepstra;
        for (std::size_t c = 0; c < kCepstra; ++c) {
            m_sums.push_back(m_sums[last + c] + (heard ? static_cast<double>(cepstra[c]) : 0.0));
        }
        m_counts.push_back(m_counts.back() + (heard ? 1 : 0));
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(at));
}

std::int64_t PhonePosteriors::rows() const {
    // The last frame's centre lies 1.28 rows behind its number.
    const auto frames = static_cast<std::int64_t>(m_counts.size()) - 1;
    return frames == 0 ? 0 : frames + 1;
}

std::vector<float> PhonePosteriors::posteriors(std::int64_t from, std::int64_t to) const {
    const auto frames = static_cast<std::int64_t>(m_counts.size()) - 1;
    if (frames == 0 || to <= from) {
        return {};
    }
    const auto clampFrame = [frames](std::int64_t k) {
        return std::clamp<std::int64_t>(k, 0, frames - 1);
    };
    const auto cepstrum = [&](std::int64_t k, int value) {
        return m_cepstra[static_cast<std::size_t>(clampFrame(k) * kCepstra + value)];
    };
    const auto phonesOf = [&](std::int64_t k, std::array<float, kPhones>& phones) {
        const std::int64_t low = std::max<std::int64_t>(0, k - kMeanFrames);
        const std::int64_t high = std::min(frames, k + kMeanFrames + 1);
        const auto count =
            m_counts[static_cast<std::size_t>(high)] - m_counts[static_cast<std::size_t>(low)];
        std::array<float, kStreams * kCepstra> values{};
        for (int c = 0; c < kCepstra; ++c) {
            const double sum = m_sums[static_cast<std::size_t>(high * kCepstra + c)] -
                               m_sums[static_cast<std::size_t>(low * kCepstra + c)];
            const double mean = count == 0 ? cepstrum(k, c) : sum / static_cast<double>(count);
            values[static_cast<std::size_t>(c)] = cepstrum(k, c) - static_cast<float>(mean);
            values[static_cast<std::size_t>(kCepstra + c)] =
                cepstrum(k + 2, c) - cepstrum(k - 2, c);
            values[static_cast<std::size_t>(2 * kCepstra + c)] =
                (cepstrum(k + kDeltaReach, c) - cepstrum(k - 1, c)) -
                (cepstrum(k + 1, c) - cepstrum(k - kDeltaReach, c));
        }
        std::array<float, kPhones * kPhoneStates> states{};
        m_model->logLikelihoods(values, states);
        const float largest = *std::max_element(states.begin(), states.end());
        double total = 0.0;
        for (std::size_t p = 0; p < kPhones; ++p) {
            double phone = 0.0;
            for (std::size_t s = 0; s < kPhoneStates; ++s) {
                phone += std::exp(kTemperature * (states[p * kPhoneStates + s] - largest));
            }
            phones[p] = static_cast<float>(phone);
            total += phone;
        }
        for (float& phone : phones) {
            phone = static_cast<float>(phone / total);
        }
    };
    // Row r lies between the centres of frames r − 2 and r − 1: 0.72 and 0.28 rows before and
    // behind.
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(to - from) * kPhones);
    std::array<float, kPhones> before{};
    std::array<float, kPhones> behind{};
    phonesOf(clampFrame(from - 2), before);
    for (std::int64_t row = from; row < to; ++row) {
        phonesOf(clampFrame(row - 1), behind);
        for (std::size_t p = 0; p < kPhones; ++p) {
            result.push_back(0.28F * before[p] + 0.72F * behind[p]);
        }
        before = behind;
    }
    return result;
}

std::vector<float> PhonePosteriors::of(std::span<const float> samples,
                                       std::shared_ptr<const AcousticModel> model) {
    PhonePosteriors phones(std::move(model));
    phones.push(samples);
    phones.finish();
    return phones.posteriors(0, phones.rows());
}

}  // namespace lipwright::speech
