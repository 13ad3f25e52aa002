// Mel columns and voice activity of a stream of sound, kept for a window of time only, so that
// hours of sound never sit in memory as features. Belongs to one thread.
#pragma once

#include "engine/core/result.h"
#include "engine/speech/melspectrogram.h"
#include "engine/speech/voiceactivity.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lipwright::speech {

class FeatureWindow {
public:
    [[nodiscard]] static core::Result<FeatureWindow> create();

    /// 16 kHz mono samples in [-1, 1], in order.
    void push(std::span<const float> samples);
    /// No more samples come: the last columns and steps become available.
    void finish();

    /// Forgets what lies before `seconds`. Column and step numbers stay those of the whole sound.
    void dropBefore(double seconds);

    /// Columns available: [firstColumn, endColumn).
    [[nodiscard]] std::int64_t firstColumn() const { return m_firstColumn; }
    [[nodiscard]] std::int64_t endColumn() const;
    /// Steps available: [firstStep, endStep).
    [[nodiscard]] std::int64_t firstStep() const { return m_firstStep; }
    [[nodiscard]] std::int64_t endStep() const;

    /// (to - from, 80) row-major, valid until the next call that is not const. Columns that are not
    /// available make it empty.
    [[nodiscard]] std::span<const float> columns(std::int64_t from, std::int64_t to) const;
    /// The same with rows outside of the sound filled as digital silence (-4): a copy, for windows
    /// that reach over its ends. Forgotten columns count as outside.
    [[nodiscard]] std::vector<float> paddedColumns(std::int64_t from, std::int64_t to) const;
    /// One byte (0 or 1) per 10 ms; empty when [from, to) is not available.
    [[nodiscard]] std::span<const std::uint8_t> activity(std::int64_t from, std::int64_t to) const;

private:
    explicit FeatureWindow(VoiceActivity voice);

    MelSpectrogram m_mel;
    VoiceActivity m_voice;
    std::vector<float> m_columns;
    std::vector<std::uint8_t> m_steps;
    std::int64_t m_firstColumn = 0;
    std::int64_t m_firstStep = 0;
};

}  // namespace lipwright::speech
