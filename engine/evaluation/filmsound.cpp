#include "engine/evaluation/filmsound.h"

#include "engine/evaluation/soundgrid_p.h"
#include "engine/media/audioblocks.h"
#include "engine/nets/lipsyncexpert.h"
#include "engine/speech/voiceactivity.h"

#include <algorithm>
#include <cmath>

namespace lipwright::evaluation {
namespace {

using core::Result;

/// Columns at a stretch's ends that look at samples outside of it.
constexpr std::int64_t kMarginColumns = 3;
/// Seconds around what is judged: the shifts and the reach of the running means.
constexpr double kHearingReach = 1.0 + nets::kExpertSoundContext;

}  // namespace

struct FilmSound::State {
    State(media::AudioReader&& opened, speech::PhonePosteriors&& posteriors,
          speech::VoiceActivity&& detector)
        : reader(std::move(opened)), phones(std::move(posteriors)), voice(std::move(detector)) {}

    static Result<std::unique_ptr<State>> open(
        const std::filesystem::path& path, int stream,
        std::shared_ptr<const speech::AcousticModel> acoustics) {
        auto reader = media::AudioReader::open(path, {speech::kSampleRate, 1}, stream);
        if (!reader) {
            return core::passOn(reader);
        }
        auto voice = speech::VoiceActivity::create();
        if (!voice) {
            return core::passOn(voice);
        }
        return std::make_unique<State>(
            std::move(*reader), speech::PhonePosteriors(std::move(acoustics)), std::move(*voice));
    }

    void hear(std::span<const float> samples) {
        voice.push(samples, activity);
        phones.push(samples);
    }

    /// Of samples [first, end) what the file has; returns where that ends.
    Result<std::int64_t> hearStretch(std::int64_t first, std::int64_t end,
                                     const std::stop_token& stop) {
        if (const auto sought = reader.seek({first, {1, speech::kSampleRate}}); !sought) {
            return core::passOn(sought);
        }
        std::vector<float> block(speech::kSampleRate);
        while (first < end) {
            if (stop.stop_requested()) {
                return core::cancelled();
            }
            const std::int64_t wanted = std::min<std::int64_t>(end - first, speech::kSampleRate);
            const auto read = reader.read(std::span(block).first(static_cast<std::size_t>(wanted)));
            if (!read) {
                return core::passOn(read);
            }
            if (*read == 0) {
                break;
            }
            hear(std::span(block).first(*read));
            first += static_cast<std::int64_t>(*read);
        }
        return first;
    }

    void finish(std::int64_t samples) {
        voice.finish(activity);
        phones.finish();
        melColumns = samples / speech::kMelHopSamples;
        seconds = static_cast<double>(samples) / speech::kSampleRate;
    }

    SoundStretch stretch(double from, double to) {
        if (from == lastFrom && to == lastTo) {
            return last;
        }
        const SoundRange range = rangeOf(from, to, {melColumns, firstRow + phones.rows()});
        SoundStretch result;
        result.startSeconds = range.startSeconds;
        result.mel = columns(range.firstColumn, range.columns);
        const std::int64_t row = range.firstRow - firstRow;
        result.phonetic = phones.posteriors(row, row + range.rows);
        lastFrom = from;
        lastTo = to;
        last = result;
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
    speech::VoiceActivity voice;
    std::vector<std::uint8_t> activity;
    std::int64_t firstRow = 0;  ///< of the sound that `phones` and `activity` begin with
    std::int64_t melColumns = 0;
    double seconds = 0.0;
    double lastFrom = 0.0;
    double lastTo = 0.0;
    SoundStretch last;
};

FilmSound::FilmSound(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FilmSound::FilmSound(FilmSound&&) noexcept = default;
FilmSound& FilmSound::operator=(FilmSound&&) noexcept = default;
FilmSound::~FilmSound() = default;

Result<FilmSound> FilmSound::open(const std::filesystem::path& path, std::stop_token stop,
                                  const core::ProgressCallback& progress) {
    auto acoustics = speech::AcousticModel::load();
    if (!acoustics) {
        return core::passOn(acoustics);
    }
    auto state = State::open(path, 0, std::move(*acoustics));
    if (!state) {
        return core::passOn(state);
    }
    const auto samples = media::readBlocks(
        (*state)->reader, [&](std::span<const float> block) { (*state)->hear(block); }, stop,
        progress);
    if (!samples) {
        return core::passOn(samples);
    }
    (*state)->finish(*samples);
    return FilmSound(std::move(*state));
}

Result<FilmSound> FilmSound::openAround(const std::filesystem::path& path, int stream,
                                        double startSeconds, double endSeconds,
                                        std::shared_ptr<const speech::AcousticModel> acoustics,
                                        std::stop_token stop) {
    auto opened = State::open(path, stream, std::move(acoustics));
    if (!opened) {
        return core::passOn(opened);
    }
    State& state = **opened;
    // Whole rows and columns: the grid is coarser than both.
    const double start = rangeOf(startSeconds - kHearingReach, 0.0, {}).startSeconds;
    const auto first = static_cast<std::int64_t>(std::llround(start * speech::kSampleRate));
    const auto end =
        static_cast<std::int64_t>(std::ceil((endSeconds + kHearingReach) * speech::kSampleRate));
    const auto heardTo = state.hearStretch(first, end, stop);
    if (!heardTo) {
        return core::passOn(heardTo);
    }
    state.firstRow = static_cast<std::int64_t>(std::llround(start * speech::kPhoneRowsPerSecond));
    state.finish(*heardTo);
    return FilmSound(std::move(*opened));
}

SyncSound FilmSound::sound() {
    SyncSound sound;
    sound.seconds = m_state->seconds;
    sound.activity = m_state->activity;
    sound.activitySeconds = static_cast<double>(m_state->firstRow) / speech::kPhoneRowsPerSecond;
    sound.stretch = [state = m_state.get()](double from, double to) {
        return state->stretch(from, to);
    };
    return sound;
}

}  // namespace lipwright::evaluation
