#include "app/playback/soundmixer_p.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lipwright::app {

void SoundMixer::setSound(const PlayerSound& sound) {
    m_voices.clear();
    for (const PlayerSound::Part& part : sound.parts) {
        m_voices.push_back({part, std::nullopt, 0, 0, false, false});
    }
}

void SoundMixer::seek(double filmSeconds, double speed) {
    const int rate = static_cast<int>(std::lround(kSoundRate / speed));
    for (Voice& voice : m_voices) {
        prepare(voice, filmSeconds, rate);
    }
}

void SoundMixer::prepare(Voice& voice, double filmSeconds, int rate) {
    if (voice.rate != rate) {
        voice.rate = rate;
        auto reader =
            media::AudioReader::open(voice.part.path, {rate, kSoundChannels}, voice.part.stream);
        if (!reader) {
            voice.reader.reset();
            complain(voice, reader.error());
            return;
        }
        voice.reader.emplace(std::move(*reader));
    }
    if (!voice.reader) {
        return;
    }
    const auto first =
        static_cast<std::int64_t>(std::llround((filmSeconds - voice.part.offsetSeconds) * rate));
    voice.silence = std::max<std::int64_t>(0, -first);
    voice.ended = false;
    const auto sought =
        voice.reader->seek({std::max<std::int64_t>(0, first), core::TimeBase{1, rate}});
    if (!sought) {
        complain(voice, sought.error());
    }
}

void SoundMixer::mix(std::span<float> interleaved) {
    std::ranges::fill(interleaved, 0.0F);
    for (Voice& voice : m_voices) {
        if (voice.reader && !voice.ended) {
            add(voice, interleaved);
        }
    }
    for (float& sample : interleaved) {
        sample = std::clamp(sample, -1.0F, 1.0F);
    }
}

void SoundMixer::add(Voice& voice, std::span<float> interleaved) {
    const auto frames = static_cast<std::int64_t>(interleaved.size()) / kSoundChannels;
    const std::int64_t silent = std::min(voice.silence, frames);
    voice.silence -= silent;
    std::span<float> rest = interleaved.subspan(static_cast<std::size_t>(silent) * kSoundChannels);
    const auto gain = static_cast<float>(std::pow(10.0, voice.part.gainDecibels / 20.0));
    m_block.resize(rest.size());
    while (!rest.empty() && !voice.ended) {
        const auto read = voice.reader->read(std::span(m_block).first(rest.size()));
        if (!read) {
            complain(voice, read.error());
            return;
        }
        voice.ended = *read == 0;
        const std::size_t samples = *read * kSoundChannels;
        for (std::size_t i = 0; i < samples; ++i) {
            rest[i] += gain * m_block[i];
        }
        rest = rest.subspan(samples);
    }
}

void SoundMixer::complain(Voice& voice, const core::Error& error) {
    voice.ended = true;
    const bool silentFilm = error.code == core::ErrorCode::noAudio;
    if (!std::exchange(voice.complained, true) && !silentFilm) {
        m_complain(error);
    }
}

}  // namespace lipwright::app
