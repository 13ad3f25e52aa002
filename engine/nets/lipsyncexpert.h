// The lip-sync expert of paper 001 §3.3 at use: embeddings of mouth windows and of mel windows
// whose cosine tells whether picture and sound belong together. One object belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/nets/device.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::nets {

inline constexpr int kExpertFrames = 5;       ///< pictures per window, 0.2 s at 25 fps
inline constexpr int kExpertMelColumns = 16;  ///< mel columns per window
inline constexpr int kExpertHeight = 48;      ///< lower half of a 96-pixel crop
inline constexpr int kExpertWidth = 96;

class LipSyncExpert {
public:
    [[nodiscard]] static core::Result<LipSyncExpert> load(const std::filesystem::path& weights,
                                                          Device device = Device::cpu);
    LipSyncExpert(LipSyncExpert&&) noexcept;
    LipSyncExpert& operator=(LipSyncExpert&&) noexcept;
    ~LipSyncExpert();

    [[nodiscard]] int embeddingSize() const;

    /// `pictures`: n windows of 5 × (48, 96, 3) bytes, RGB, interleaved. Returns (n,
    /// embeddingSize()) rows of unit length.
    [[nodiscard]] core::Result<std::vector<float>> embedPictures(
        std::span<const std::uint8_t> pictures, int windows) const;
    /// `mel`: n windows of (16, 80) as cut from MelSpectrogram's (T, 80) rows.
    [[nodiscard]] core::Result<std::vector<float>> embedSound(std::span<const float> mel,
                                                              int windows) const;
    /// Probability of being in sync for the cosine of a picture and a sound embedding (calibrated).
    [[nodiscard]] float probability(float cosine) const;

private:
    struct State;
    explicit LipSyncExpert(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::nets
