// Log-mel spectrogram for the networks, streaming: samples in, columns out, 80 columns per second.
// Pre-emphasis 0.97, n_fft 800, hop 200, periodic Hann 800, 80 Slaney mel bands 55–7600 Hz,
// 20·log10 with floor 1e-5, −20 dB, [−100, 0] dB mapped to [−4, 4] and clipped (METHODS:
// Conventions). Frames are centred (reflected at both ends): column c looks at sample 200·c.
// Belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::speech {

inline constexpr int kSampleRate = 16000;
inline constexpr int kMelBands = 80;
inline constexpr int kMelHopSamples = 200;
inline constexpr int kMelColumnsPerSecond = 80;

class MelSpectrogram {
public:
    MelSpectrogram();
    MelSpectrogram(MelSpectrogram&&) noexcept;
    MelSpectrogram& operator=(MelSpectrogram&&) noexcept;
    ~MelSpectrogram();

    /// 16 kHz mono samples in [-1, 1]; appends every column that became complete, kMelBands floats
    /// each, to `columns`.
    void push(std::span<const float> samples, std::vector<float>& columns);
    /// Appends the last columns. The object is then spent.
    void finish(std::vector<float>& columns);

    /// The whole spectrogram of a clip: (T, 80) row-major, T = 1 + samples / 200; empty without
    /// samples. Samples that are not finite count as 0.
    [[nodiscard]] static std::vector<float> of(std::span<const float> samples);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::speech
