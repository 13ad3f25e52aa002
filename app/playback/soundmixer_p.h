// Mixes the parts of a sound from a place of the film on, as 48 kHz stereo. Faster or slower
// speeds change the pitch, as on tape. One thread.
#pragma once

#include "app/playback/player.h"
#include "engine/media/audioreader.h"

#include <functional>
#include <span>

namespace lipwright::app {

inline constexpr int kSoundRate = 48000;
inline constexpr int kSoundChannels = 2;

class SoundMixer {
public:
    using Complaint = std::function<void(const core::Error&)>;
    explicit SoundMixer(Complaint complain) : m_complain(std::move(complain)) {}

    void setSound(const PlayerSound& sound);
    /// The next mix() begins at this instant of the film, to be played at `speed` (above 0).
    void seek(double filmSeconds, double speed);
    /// Fills all of it; silence where there is no sound.
    void mix(std::span<float> interleaved);

private:
    struct Voice {
        PlayerSound::Part part;
        std::optional<media::AudioReader> reader;
        int rate = 0;
        std::int64_t silence = 0;  ///< sample frames until it begins
        bool ended = false;
        bool complained = false;  ///< once is enough
    };
    void prepare(Voice& voice, double filmSeconds, int rate);
    void add(Voice& voice, std::span<float> interleaved);
    void complain(Voice& voice, const core::Error& error);

    Complaint m_complain;
    std::vector<Voice> m_voices;
    std::vector<float> m_block;
};

}  // namespace lipwright::app
