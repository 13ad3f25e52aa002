// How probable each phone is at each instant: what is said, with the voice of the speaker taken
// out. English phone models; other languages come out as their nearest English sounds, which is
// enough to tell lips apart. Cepstra of the whole sound are kept (5 kB per second), posteriors are
// computed for the stretch asked for. Belongs to one thread; the acoustic model may be shared.
#pragma once

#include "engine/core/result.h"
#include "engine/speech/acousticmodel.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::speech {

inline constexpr int kPhoneRowsPerSecond = 100;

class PhonePosteriors {
public:
    explicit PhonePosteriors(std::shared_ptr<const AcousticModel> model);

    /// 16 kHz mono samples in [-1, 1], in order.
    void push(std::span<const float> samples);
    /// No more samples come: the last rows become available.
    void finish();

    /// Rows of the sound so far; row r is about the instant r / 100 s.
    [[nodiscard]] std::int64_t rows() const;
    /// (to - from, 42) row-major, each row sums to 1; rows outside of the sound repeat its ends.
    /// Empty when there is no sound. Cepstral means are taken over ±8 s around each row.
    [[nodiscard]] std::vector<float> posteriors(std::int64_t from, std::int64_t to) const;

    /// The whole of a clip: (rows, 42).
    [[nodiscard]] static std::vector<float> of(std::span<const float> samples,
                                               std::shared_ptr<const AcousticModel> model);

private:
    void takeFrames();

    std::shared_ptr<const AcousticModel> m_model;
    std::vector<float> m_pending;  ///< samples not yet dropped, pre-emphasised
    float m_previous = 0.0F;
    bool m_first = true;
    std::vector<float> m_cepstra;  ///< (frames, 13); frame k is centred at (160·k + 205) / 16000 s
    std::vector<double> m_sums;  ///< (frames + 1, 13): running sums over frames that are not silent
    std::vector<std::int64_t> m_counts;  ///< (frames + 1): how many those are
};

}  // namespace lipwright::speech
