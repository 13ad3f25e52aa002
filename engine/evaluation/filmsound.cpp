#include "engine/evaluation/filmsound.h"

#include "engine/evaluation/soundgrid_p.h"
#include "engine/media/audioblocks.h"
#include "engine/speech/voiceactivity.h"

#include <algorithm>

namespace lipwright::evaluation {
namespace {

/// Columns at a stretch's ends that look at samples outside of it.
constexpr std::int64_t kMarginColumns = 3;

}  // namespace

struct FilmSound::State {
    State(media::AudioReader&& opened, speech::PhonePosteriors&& posteriors)
        : reader(std::move(opened)), phones(std::move(posteriors)) {}

    SoundStretch stretch(double from, double to) {
        const SoundRange range = rangeOf(from, to, {melColumns, phones.rows()});
        SoundStretch result;
        result.startSeconds = range.startSeconds;
        result.mel = columns(range.firstColumn, range.columns);
        result.phonetic = phones.posteriors(range.firstRow, range.firstRow + range.rows);
        return result;
    }

    /// Empty when they can not be had.
    std::vector<float> columns(std::int64_t first, std::int64_t count) {
        const std::int64_t start = std::max<std::int64_t>(0, first - kMarginColumns);
        const auto samples =
            media::readStretch(reader, start * speech::kMelHopSamples,
                               (first + count + kMarginColumns - start) * speech::kMelHopSamples);
        if (!samples || count <= 0) {
            return {};
        }
        const std::vector<float> all = speech::MelSpectrogram::of(*samples);
        const auto begin = all.begin() + (first - start) * speech::kMelBands;
        return {begin, begin + count * speech::kMelBands};
    }

    media::AudioReader reader;
    speech::PhonePosteriors phones;
    std::vector<std::uint8_t> activity;
    std::int64_t melColumns = 0;
    double seconds = 0.0;
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
    auto acoustics = speech::AcousticModel::load();
    if (!acoustics) {
        return core::passOn(acoustics);
    }
    auto state =
        std::make_unique<State>(std::move(*reader), speech::PhonePosteriors(std::move(*acoustics)));
    const auto samples = media::readBlocks(
        state->reader,
        [&](std::span<const float> block) {
            voice->push(block, state->activity);
            state->phones.push(block);
        },
        stop, progress);
    if (!samples) {
        return core::passOn(samples);
    }
    voice->finish(state->activity);
    state->phones.finish();
    state->melColumns = *samples / speech::kMelHopSamples;
    state->seconds = static_cast<double>(*samples) / speech::kSampleRate;
    return FilmSound(std::move(state));
}

SyncSound FilmSound::sound() {
    SyncSound sound;
    sound.seconds = m_state->seconds;
    sound.activity = m_state->activity;
    sound.stretch = [state = m_state.get()](double from, double to) {
        return state->stretch(from, to);
    };
    return sound;
}

}  // namespace lipwright::evaluation
