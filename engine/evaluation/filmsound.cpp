#include "engine/evaluation/filmsound.h"

#include "engine/media/audioblocks.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/voiceactivity.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::evaluation {
namespace {

constexpr std::int64_t kBlockColumns = 30 * speech::kMelColumnsPerSecond;
/// Columns at a block's ends that look at samples outside of it.
constexpr std::int64_t kMarginColumns = 3;

}  // namespace

struct FilmSound::State {
    explicit State(media::AudioReader&& opened) : reader(std::move(opened)) {}

    /// Columns [from, to); empty when they can not be had.
    std::vector<float> columns(std::int64_t from, std::int64_t to) {
        if (from < 0 || to > melColumns || from >= to) {
            return {};
        }
        if (from < blockFirst || to > blockEnd) {
            loadBlock(from, std::max(to, std::min(from + kBlockColumns, melColumns)));
        }
        if (from < blockFirst || to > blockEnd) {
            return {};
        }
        const auto begin = block.begin() + (from - blockFirst) * speech::kMelBands;
        return {begin, begin + (to - from) * speech::kMelBands};
    }

    void loadBlock(std::int64_t from, std::int64_t to) {
        const std::int64_t start = std::max<std::int64_t>(0, from - kMarginColumns);
        const auto samples =
            media::readStretch(reader, start * speech::kMelHopSamples,
                               (to + kMarginColumns - start) * speech::kMelHopSamples);
        block.clear();
        blockFirst = blockEnd = 0;
        if (!samples) {
            return;
        }
        const std::vector<float> all = speech::MelSpectrogram::of(*samples);
        const auto begin = all.begin() + (from - start) * speech::kMelBands;
        block.assign(begin, begin + (to - from) * speech::kMelBands);
        blockFirst = from;
        blockEnd = to;
    }

    media::AudioReader reader;
    std::vector<std::uint8_t> activity;
    std::int64_t melColumns = 0;
    std::vector<float> block;
    std::int64_t blockFirst = 0;
    std::int64_t blockEnd = 0;
};

FilmSound::FilmSound(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FilmSound::FilmSound(FilmSound&&) noexcept = default;
FilmSound& FilmSound::operator=(FilmSound&&) noexcept = default;
FilmSound::~FilmSound() = default;

core::Result<FilmSound> FilmSound::open(const std::filesystem::path& path, std::stop_token stop,
                                        const core::ProgressCallback& progress) {
    auto reader = media::AudioReader::open(path, {speech::kSampleRate, 1});
    if (!reader) {
        return core::passOn(reader);
    }
    auto voice = speech::VoiceActivity::create();
    if (!voice) {
        return core::passOn(voice);
    }
    auto state = std::make_unique<State>(std::move(*reader));
    const auto samples = media::readBlocks(
        state->reader, [&](std::span<const float> block) { voice->push(block, state->activity); },
        stop, progress);
    if (!samples) {
        return core::passOn(samples);
    }
    voice->finish(state->activity);
    state->melColumns = *samples / speech::kMelHopSamples;
    return FilmSound(std::move(state));
}

SyncSound FilmSound::sound() {
    SyncSound sound;
    sound.melColumns = m_state->melColumns;
    sound.activity = m_state->activity;
    sound.mel = [state = m_state.get()](std::int64_t from, std::int64_t to) {
        return state->columns(from, to);
    };
    return sound;
}

}  // namespace lipwright::evaluation
