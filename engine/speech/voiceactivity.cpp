#include "engine/speech/voiceactivity.h"

#include "engine/speech/melspectrogram.h"

#include <webrtc/modules/audio_processing/include/audio_processing.h>
#include <webrtc/modules/interface/module_common_types.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace lipwright::speech {

namespace {

constexpr std::size_t kStepSamples = kSampleRate / kActivityStepsPerSecond;
constexpr float kQuietestSpeech = -60.0F;     // dB of full scale
constexpr float kAboveFloor = 6.0F;           // dB
constexpr std::size_t kFloorSteps = 200;      // the background is the quietest step of two seconds
constexpr float kLoudestFirstFloor = -36.0F;  // dB, until two seconds were heard: may be speech
constexpr std::size_t kOnsetSteps = 6;        // how far a start is carried back over loud steps
constexpr int kHangoverSteps = 3;

float decibelsOf(std::span<const std::int16_t> step) {
    double sum = 0.0;
    for (const std::int16_t sample : step) {
        sum += static_cast<double>(sample) * sample;
    }
    const double power = sum / (static_cast<double>(step.size()) * 32768.0 * 32768.0);
    return static_cast<float>(10.0 * std::log10(power + 1e-12));
}

}  // namespace

// A step is active when WebRTC's detector hears a voice and the step stands out of the background.
// The detector alone answers some 20 ms late at a start and holds on for some 90 ms at an end, and
// takes steady loud noise for a voice; the gate mends all three.
struct VoiceActivity::State {
    struct Step {
        bool loud = false;
        bool active = false;
    };

    std::unique_ptr<webrtc::AudioProcessing> processing;
    std::vector<std::int16_t> samples;  // of the step being filled
    std::deque<float> levels;           // of the last kFloorSteps steps
    std::deque<Step> pending;           // newest last
    int stepsSinceVoice = kHangoverSteps + 1;

    [[nodiscard]] bool hearsVoice() {
        webrtc::AudioFrame frame;
        frame.UpdateFrame(-1, 0, samples.data(), kStepSamples, kSampleRate,
                          webrtc::AudioFrame::kNormalSpeech, webrtc::AudioFrame::kVadUnknown, 1);
        return processing->ProcessStream(&frame) == webrtc::AudioProcessing::kNoError &&
               processing->voice_detection()->stream_has_voice();
    }

    [[nodiscard]] float background(float level) {
        levels.push_back(level);
        const float quietest = *std::min_element(levels.begin(), levels.end());
        if (levels.size() <= kFloorSteps) {
            return std::min(quietest, kLoudestFirstFloor);
        }
        levels.pop_front();
        return quietest;
    }

    void addStep() {
        const float level = decibelsOf(samples);
        const bool loud = level > std::max(kQuietestSpeech, background(level) + kAboveFloor);
        const bool voice = hearsVoice() && loud;
        if (voice && stepsSinceVoice > kHangoverSteps) {
            for (auto step = pending.rbegin(); step != pending.rend() && step->loud; ++step) {
                step->active = true;
            }
        }
        stepsSinceVoice = voice ? 0 : std::min(stepsSinceVoice + 1, kHangoverSteps + 1);
        pending.push_back({loud, stepsSinceVoice <= kHangoverSteps});
        samples.clear();
    }

    void emit(std::size_t keep, std::vector<std::uint8_t>& steps) {
        while (pending.size() > keep) {
            steps.push_back(pending.front().active ? 1 : 0);
            pending.pop_front();
        }
    }
};

VoiceActivity::VoiceActivity(std::unique_ptr<State> state) : m_state(std::move(state)) {}
VoiceActivity::VoiceActivity(VoiceActivity&&) noexcept = default;
VoiceActivity& VoiceActivity::operator=(VoiceActivity&&) noexcept = default;
VoiceActivity::~VoiceActivity() = default;

core::Result<VoiceActivity> VoiceActivity::create() {
    auto state = std::make_unique<State>();
    state->processing.reset(webrtc::AudioProcessing::Create());
    if (!state->processing) {
        return core::fail(core::ErrorCode::outOfMemory, "the voice detector could not be made");
    }
    webrtc::VoiceDetection* detection = state->processing->voice_detection();
    const bool ready = detection->Enable(true) == webrtc::AudioProcessing::kNoError &&
                       detection->set_likelihood(webrtc::VoiceDetection::kVeryLowLikelihood) ==
                           webrtc::AudioProcessing::kNoError &&
                       detection->set_frame_size_ms(10) == webrtc::AudioProcessing::kNoError;
    if (!ready) {
        return core::fail(core::ErrorCode::internal, "the voice detector could not be set up");
    }
    state->samples.reserve(kStepSamples);
    return VoiceActivity(std::move(state));
}

void VoiceActivity::push(std::span<const float> samples, std::vector<std::uint8_t>& steps) {
    for (const float sample : samples) {
        const float safe = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
        m_state->samples.push_back(static_cast<std::int16_t>(std::lrint(safe * 32767.0F)));
        if (m_state->samples.size() == kStepSamples) {
            m_state->addStep();
            m_state->emit(kOnsetSteps, steps);
        }
    }
}

void VoiceActivity::finish(std::vector<std::uint8_t>& steps) {
    if (!m_state->samples.empty()) {
        m_state->samples.resize(kStepSamples, 0);
        m_state->addStep();
    }
    m_state->emit(0, steps);
}

std::vector<SpeechStretch> speechStretches(std::span<const std::uint8_t> steps,
                                           double bridgeSeconds, double minimumSeconds) {
    constexpr double kStepSeconds = 1.0 / kActivityStepsPerSecond;
    std::vector<SpeechStretch> stretches;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i] == 0) {
            continue;
        }
        const double start = static_cast<double>(i) * kStepSeconds;
        if (stretches.empty() || start - stretches.back().endSeconds >= bridgeSeconds - 1e-9) {
            stretches.push_back({start, start});
        }
        stretches.back().endSeconds = start + kStepSeconds;
    }
    std::erase_if(stretches, [minimumSeconds](const SpeechStretch& stretch) {
        return stretch.endSeconds - stretch.startSeconds < minimumSeconds - 1e-9;
    });
    return stretches;
}

}  // namespace lipwright::speech
