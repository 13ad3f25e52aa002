#include "engine/speech/speechfeatures.h"

#include <algorithm>
#include <cmath>

namespace lipwright::speech {

namespace {

constexpr float kSilentMel = -4.0F;

/// Drops the rows before `target` from `rows`, whose first is number `first`.
template <typename T>
void dropRows(std::vector<T>& rows, std::int64_t& first, double target, std::int64_t width) {
    const auto count = static_cast<std::int64_t>(rows.size()) / width;
    const double wanted =
        std::clamp(target - static_cast<double>(first), 0.0, static_cast<double>(count));
    const auto dropped = static_cast<std::int64_t>(wanted);
    rows.erase(rows.begin(), rows.begin() + dropped * width);
    first += dropped;
}

}  // namespace

FeatureWindow::FeatureWindow(VoiceActivity voice) : m_voice(std::move(voice)) {}

core::Result<FeatureWindow> FeatureWindow::create() {
    core::Result<VoiceActivity> voice = VoiceActivity::create();
    if (!voice) {
        return core::passOn(voice);
    }
    return FeatureWindow(std::move(*voice));
}

void FeatureWindow::push(std::span<const float> samples) {
    m_mel.push(samples, m_columns);
    m_voice.push(samples, m_steps);
}

void FeatureWindow::finish() {
    m_mel.finish(m_columns);
    m_voice.finish(m_steps);
}

void FeatureWindow::dropBefore(double seconds) {
    if (!std::isfinite(seconds)) {
        return;
    }
    dropRows(m_columns, m_firstColumn, std::floor(seconds * kMelColumnsPerSecond), kMelBands);
    dropRows(m_steps, m_firstStep, std::floor(seconds * kActivityStepsPerSecond), 1);
}

std::int64_t FeatureWindow::endColumn() const {
    return m_firstColumn + static_cast<std::int64_t>(m_columns.size()) / kMelBands;
}

std::int64_t FeatureWindow::endStep() const {
    return m_firstStep + static_cast<std::int64_t>(m_steps.size());
}

std::span<const float> FeatureWindow::columns(std::int64_t from, std::int64_t to) const {
    if (from < m_firstColumn || to > endColumn() || from >= to) {
        return {};
    }
    return std::span(m_columns).subspan(
        static_cast<std::size_t>((from - m_firstColumn) * kMelBands),
        static_cast<std::size_t>((to - from) * kMelBands));
}

std::vector<float> FeatureWindow::paddedColumns(std::int64_t from, std::int64_t to) const {
    if (from >= to) {
        return {};
    }
    std::vector<float> padded(static_cast<std::size_t>((to - from) * kMelBands), kSilentMel);
    const std::int64_t first = std::max(from, m_firstColumn);
    const std::span<const float> known = columns(first, std::min(to, endColumn()));
    std::copy(known.begin(), known.end(),
              padded.begin() + std::min<std::int64_t>(first - from, to - from) * kMelBands);
    return padded;
}

std::span<const std::uint8_t> FeatureWindow::activity(std::int64_t from, std::int64_t to) const {
    if (from < m_firstStep || to > endStep() || from >= to) {
        return {};
    }
    return std::span(m_steps).subspan(static_cast<std::size_t>(from - m_firstStep),
                                      static_cast<std::size_t>(to - from));
}

}  // namespace lipwright::speech
