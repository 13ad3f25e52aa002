#include "engine/dubbing/voicemix.h"

#include "engine/media/audioreader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace lipwright::dubbing {
namespace {

constexpr media::AudioFormat kFormat{48000, 2};
constexpr std::size_t kBlockFrames = 48000 / 4;
constexpr std::int64_t kBytesPerFrame = 6;
constexpr std::int64_t kMostWavBytes = (std::int64_t{1} << 32) - 4096;

/// One track on the film's timeline: silence before it begins, then its sound, then silence.
class PlacedTrack {
public:
    static core::Result<PlacedTrack> open(const project::DubTrack& track) {
        auto reader = media::AudioReader::open(track.media.path, kFormat, track.stream);
        if (!reader) {
            return core::passOn(reader);
        }
        const auto offset = static_cast<std::int64_t>(
            std::llround(static_cast<double>(track.offsetMicroseconds) * kFormat.sampleRate / 1e6));
        if (offset < 0) {
            const auto moved = reader->seek({-offset, {1, kFormat.sampleRate}});
            if (!moved) {
                return core::passOn(moved);
            }
        }
        const auto gain = static_cast<float>(std::pow(10.0, track.gainDecibels / 20.0));
        return PlacedTrack(std::move(*reader), std::max<std::int64_t>(0, offset), gain);
    }

    /// Adds the next samples to `block`.
    core::Result<void> addTo(std::vector<float>& block) {
        std::size_t place = 0;
        if (m_silence > 0) {
            const auto silent =
                std::min<std::int64_t>(m_silence, static_cast<std::int64_t>(block.size() / 2));
            m_silence -= silent;
            place = static_cast<std::size_t>(silent) * 2;
        }
        m_block.resize(block.size());
        while (place < block.size() && !m_ended) {
            const auto got = m_reader.read(std::span(m_block).subspan(place));
            if (!got) {
                return core::passOn(got);
            }
            m_ended = *got == 0;
            for (const std::size_t end = place + *got * 2; place < end; ++place) {
                block[place] += m_gain * m_block[place];
            }
        }
        return {};
    }

private:
    PlacedTrack(media::AudioReader reader, std::int64_t silence, float gain)
        : m_reader(std::move(reader)), m_silence(silence), m_gain(gain) {}

    media::AudioReader m_reader;
    std::int64_t m_silence;
    float m_gain;
    bool m_ended = false;
    std::vector<float> m_block;
};

/// Runs over the mix block by block.
template <typename Take>
core::Result<void> runMix(const std::vector<project::DubTrack>& tracks, std::int64_t frames,
                          const std::stop_token& stop, const core::ProgressCallback& progress,
                          const Take& take) {
    std::vector<PlacedTrack> placed;
    for (const project::DubTrack& track : tracks) {
        auto opened = PlacedTrack::open(track);
        if (!opened) {
            return core::passOn(opened);
        }
        placed.push_back(std::move(*opened));
    }
    for (std::int64_t done = 0; done < frames;) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const auto count = std::min<std::int64_t>(kBlockFrames, frames - done);
        std::vector<float> block(static_cast<std::size_t>(count) * 2, 0.0F);
        for (PlacedTrack& track : placed) {
            if (auto added = track.addTo(block); !added) {
                return added;
            }
        }
        if (auto taken = take(block); !taken) {
            return taken;
        }
        done += count;
        core::report(progress, {"mix", done / kFormat.sampleRate, frames / kFormat.sampleRate});
    }
    return {};
}

void putLittle(std::string& text, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        text += static_cast<char>(value >> (8 * i) & 0xFF);
    }
}

std::string wavHeader(std::int64_t frames) {
    const auto bytes = static_cast<std::uint32_t>(frames * kBytesPerFrame);
    std::string header = "RIFF";
    putLittle(header, 36 + bytes, 4);
    header += "WAVEfmt ";
    putLittle(header, 16, 4);
    putLittle(header, 1, 2);
    putLittle(header, kFormat.channels, 2);
    putLittle(header, kFormat.sampleRate, 4);
    putLittle(header, kFormat.sampleRate * kBytesPerFrame, 4);
    putLittle(header, kBytesPerFrame, 2);
    putLittle(header, 24, 2);
    header += "data";
    putLittle(header, bytes, 4);
    return header;
}

core::Result<void> writeMix(const std::vector<project::DubTrack>& tracks, std::int64_t frames,
                            float gain, const std::filesystem::path& path,
                            const std::stop_token& stop, const core::ProgressCallback& progress) {
    std::ofstream file(path, std::ios::binary);
    file << wavHeader(frames);
    std::string bytes;
    const auto write = [&](const std::vector<float>& block) -> core::Result<void> {
        bytes.clear();
        for (const float sample : block) {
            const auto value = static_cast<std::int32_t>(
                std::lround(std::clamp(gain * sample, -1.0F, 1.0F) * 8388607.0F));
            putLittle(bytes, static_cast<std::uint32_t>(value), 3);
        }
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file ? core::Result<void>()
                    : core::fail(core::ErrorCode::diskFull,
                                 "the mix of the voices can not be written", path.string(),
                                 "Make room on the disk and export again");
    };
    return runMix(tracks, frames, stop, progress, write);
}

}  // namespace

std::vector<project::DubTrack> heardTracks(const project::Project& project,
                                           const std::string& language) {
    std::vector<project::DubTrack> tracks;
    for (const project::DubTrack& dub : project.dubs) {
        if (dub.language == language && !dub.muted) {
            tracks.push_back(dub);
        }
    }
    if (std::ranges::any_of(tracks, &project::DubTrack::solo)) {
        std::erase_if(tracks, [](const project::DubTrack& dub) { return !dub.solo; });
    }
    return tracks;
}

core::Result<VoiceMix> mixVoices(const std::vector<project::DubTrack>& tracks, double seconds,
                                 const std::filesystem::path& folder, std::stop_token stop,
                                 const core::ProgressCallback& progress) {
    if (tracks.empty()) {
        return core::fail(core::ErrorCode::noAudio, "no voice of this language is heard", {},
                          "Import one, or unmute it");
    }
    const project::DubTrack& first = tracks.front();
    if (tracks.size() == 1 && first.offsetMicroseconds == 0 && first.gainDecibels == 0.0) {
        return VoiceMix{first.media.path, first.stream, {}};
    }
    const auto frames = static_cast<std::int64_t>(std::ceil(seconds * kFormat.sampleRate));
    if (frames * kBytesPerFrame > kMostWavBytes) {
        return core::fail(core::ErrorCode::unsupportedMedia,
                          "voices can be mixed for films of up to four hours", first.name,
                          "Mix them beforehand and import the mix");
    }
    float peak = 0.0F;
    const auto measure = [&peak](const std::vector<float>& block) -> core::Result<void> {
        for (const float sample : block) {
            peak = std::max(peak, std::abs(sample));
        }
        return {};
    };
    if (auto measured = runMix(tracks, frames, stop, {}, measure); !measured) {
        return core::passOn(measured);
    }
    const float gain = peak > 1.0F ? 0.999F / peak : 1.0F;
    VoiceMix mix{folder / "voices.wav", 0, {}};
    if (auto written = writeMix(tracks, frames, gain, mix.path, stop, progress); !written) {
        return core::passOn(written);
    }
    if (gain < 1.0F) {
        std::array<char, 80> text{};
        std::snprintf(text.data(), text.size(),
                      "the mix was lowered by %.1f dB so that it does not clip",
                      -20.0 * std::log10(gain));
        mix.note = text.data();
    }
    return mix;
}

}  // namespace lipwright::dubbing
