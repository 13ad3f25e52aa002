// Whether somebody speaks, per 10 ms, streaming: WebRTC's voice detector gated by the level above
// the background. Sung or played tones pass for a voice; steady loud noise (above -30 dB of full
// scale) does so for the first two seconds at most. Answers 60 ms behind the sound. Belongs to one
// thread.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::speech {

inline constexpr int kActivityStepsPerSecond = 100;

class VoiceActivity {
public:
    [[nodiscard]] static core::Result<VoiceActivity> create();
    VoiceActivity(VoiceActivity&&) noexcept;
    VoiceActivity& operator=(VoiceActivity&&) noexcept;
    ~VoiceActivity();

    /// 16 kHz mono samples in [-1, 1]; appends one byte (0 or 1) per complete 10 ms to `steps`.
    void push(std::span<const float> samples, std::vector<std::uint8_t>& steps);
    /// Appends what the look-ahead held back; pads the last step with silence.
    void finish(std::vector<std::uint8_t>& steps);

private:
    struct State;
    explicit VoiceActivity(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Half-open stretch of seconds in which somebody speaks.
struct SpeechStretch {
    double startSeconds = 0.0;
    double endSeconds = 0.0;
};

/// Joins active steps across gaps shorter than `bridgeSeconds` and drops stretches shorter than
/// `minimumSeconds`.
[[nodiscard]] std::vector<SpeechStretch> speechStretches(std::span<const std::uint8_t> steps,
                                                         double bridgeSeconds = 0.25,
                                                         double minimumSeconds = 0.08);

}  // namespace lipwright::speech
