#include "engine/evaluation/syncscorer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace lipwright::evaluation {

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kSlotSeconds = 1.0 / kSyncFramesPerSecond;
constexpr int kWindowSlots = nets::kExpertFrames;
constexpr std::size_t kBatchWindows = 32;
constexpr double kMelRate = 80.0;
constexpr double kActivityRate = 100.0;
constexpr double kSpeechShare = 0.6;
constexpr std::size_t kCropBytes = std::size_t{nets::kExpertHeight} * nets::kExpertWidth * 3;

bool speaks(std::span<const std::uint8_t> activity, double seconds) {
    if (activity.empty()) {
        return true;
    }
    const auto from = static_cast<std::int64_t>(std::floor(seconds * kActivityRate));
    const auto to = from + static_cast<std::int64_t>(kWindowSlots * kSlotSeconds * kActivityRate);
    double active = 0.0;
    for (std::int64_t step = std::max<std::int64_t>(0, from);
         step < std::min(to, static_cast<std::int64_t>(activity.size())); ++step) {
        active += activity[static_cast<std::size_t>(step)];
    }
    return active >= kSpeechShare * static_cast<double>(to - from);
}

std::int64_t columnAt(double seconds) {
    return static_cast<std::int64_t>(std::floor(kMelRate * seconds + 1e-6));
}

}  // namespace

core::Result<void> SyncScorer::push(double seconds, std::span<const std::uint8_t> crop) {
    if (!crop.empty() && crop.size() != kCropBytes) {
        return core::fail(core::ErrorCode::invalidArgument, "a mouth crop must be 96 × 48 RGB");
    }
    if (!m_seconds.empty() && seconds <= m_seconds.back()) {
        return core::fail(core::ErrorCode::invalidArgument, "frames must come in order of time");
    }
    if (!m_seconds.empty()) {
        if (const auto filled = fillGrid(seconds); !filled) {
            return filled;
        }
    }
    m_seconds.push_back(seconds);
    m_crop.assign(crop.begin(), crop.end());
    return {};
}

/// Gives the frame shown now to the grid slots before `until`.
core::Result<void> SyncScorer::fillGrid(double until) {
    // Half a tick of tolerance: timestamps of 25 fps lie on the grid but for rounding.
    while (m_seconds.front() + static_cast<double>(m_slots) * kSlotSeconds < until - 1e-4) {
        if (const auto added = addSlot(); !added) {
            return added;
        }
    }
    return {};
}

core::Result<void> SyncScorer::addSlot() {
    m_recent.push_back(m_crop);
    if (m_recent.size() > kWindowSlots) {
        m_recent.erase(m_recent.begin());
    }
    ++m_slots;
    if (m_slots < kWindowSlots) {
        return {};
    }
    const bool whole = std::none_of(m_recent.begin(), m_recent.end(),
                                    [](const auto& crop) { return crop.empty(); });
    m_row.push_back(-1);
    if (!whole) {
        return {};
    }
    for (const auto& crop : m_recent) {
        m_pending.insert(m_pending.end(), crop.begin(), crop.end());
    }
    m_pendingSlots.push_back(static_cast<std::int64_t>(m_row.size()) - 1);
    return m_pendingSlots.size() == kBatchWindows ? embedPending() : core::Result<void>();
}

core::Result<void> SyncScorer::embedPending() {
    if (m_pendingSlots.empty()) {
        return {};
    }
    const auto rows = m_expert.embedPictures(m_pending, static_cast<int>(m_pendingSlots.size()));
    if (!rows) {
        return core::passOn(rows);
    }
    const auto size = static_cast<std::size_t>(m_expert.embeddingSize());
    for (const std::int64_t slot : m_pendingSlots) {
        m_row[static_cast<std::size_t>(slot)] =
            static_cast<std::int64_t>(m_embeddings.size() / size);
        m_embeddings.resize(m_embeddings.size() + size);
    }
    std::copy(rows->begin(), rows->end(),
              m_embeddings.end() - static_cast<std::ptrdiff_t>(rows->size()));
    m_pending.clear();
    m_pendingSlots.clear();
    return {};
}

core::Result<void> SyncScorer::hear(const SyncSound& sound, std::vector<SyncWindow>& windows,
                                    std::vector<float>& probability) {
    const auto size = static_cast<std::size_t>(m_expert.embeddingSize());
    constexpr int kColumns = nets::kExpertMelColumns;
    std::map<std::int64_t, std::vector<float>> heard;  // column -> embedding, those still needed
    const auto columnOf = [this](std::size_t window, int shift) {
        return columnAt(m_seconds.front() + (static_cast<double>(window) + shift) * kSlotSeconds);
    };
    const auto exists = [&sound](std::int64_t column) {
        return column >= 0 && column + kColumns <= sound.melColumns;
    };
    const auto embedFrom = [&](std::size_t first) -> core::Result<void> {
        // All columns that the next 64 windows ask for and that are not there yet.
        std::vector<std::int64_t> wanted;
        for (std::size_t w = first; w < std::min(first + 64, windows.size()); ++w) {
            for (int shift = -kSyncReach; m_row[w] >= 0 && shift <= kSyncReach; ++shift) {
                const std::int64_t column = columnOf(w, shift);
                if (exists(column) && heard.emplace(column, std::vector<float>{}).second) {
                    wanted.push_back(column);
                }
            }
        }
        std::vector<float> mel;
        for (const std::int64_t column : wanted) {
            const std::vector<float> rows = sound.mel(column, column + kColumns);
            if (rows.size() != std::size_t{kColumns} * 80) {
                return core::fail(core::ErrorCode::internal, "a stretch of the sound is missing");
            }
            mel.insert(mel.end(), rows.begin(), rows.end());
        }
        const auto rows = m_expert.embedSound(mel, static_cast<int>(wanted.size()));
        if (!rows) {
            return core::passOn(rows);
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto begin = rows->begin() + static_cast<std::ptrdiff_t>(i * size);
            heard[wanted[i]].assign(begin, begin + static_cast<std::ptrdiff_t>(size));
        }
        return {};
    };
    for (std::size_t w = 0; w < windows.size(); ++w) {
        if (w % 64 == 0) {
            heard.erase(heard.begin(), heard.lower_bound(columnOf(w, -kSyncReach)));
            if (const auto embedded = embedFrom(w); !embedded) {
                return embedded;
            }
        }
        windows[w].distance.fill(kNaN);
        if (m_row[w] < 0) {
            continue;
        }
        const float* seen = m_embeddings.data() + static_cast<std::size_t>(m_row[w]) * size;
        for (int shift = -kSyncReach; shift <= kSyncReach; ++shift) {
            const auto sounds = heard.find(columnOf(w, shift));
            if (sounds == heard.end()) {
                continue;
            }
            float cosine = 0.0F;
            for (std::size_t i = 0; i < size; ++i) {
                cosine += seen[i] * sounds->second[i];
            }
            // Distance of unit vectors.
            windows[w].distance[static_cast<std::size_t>(shift + kSyncReach)] =
                std::sqrt(std::max(0.0F, 2.0F - 2.0F * cosine));
            if (shift == 0) {
                probability[w] = m_expert.probability(cosine);
            }
        }
        windows[w].measurable =
            !std::isnan(windows[w].distance[kSyncReach]) &&
            speaks(sound.activity, m_seconds.front() + static_cast<double>(w) * kSlotSeconds);
    }
    return {};
}

core::Result<SyncCurve> SyncScorer::finish(const SyncSound& sound) {
    if (m_seconds.empty()) {
        return core::fail(core::ErrorCode::tooShort, "no frame to score");
    }
    // The last frame is shown as long as the one before it, but for no more than a slot.
    const double shown = m_seconds.size() < 2
                             ? kSlotSeconds
                             : std::min(kSlotSeconds, m_seconds.back() - m_seconds.end()[-2]);
    if (const auto filled = fillGrid(m_seconds.back() + shown); !filled) {
        return core::passOn(filled);
    }
    if (const auto embedded = embedPending(); !embedded) {
        return core::passOn(embedded);
    }
    std::vector<SyncWindow> windows(m_row.size());
    std::vector<float> probability(m_row.size(), kNaN);
    if (const auto done = hear(sound, windows, probability); !done) {
        return core::passOn(done);
    }
    SyncCurve curve;
    curve.score = scoreWindows(windows);
    for (const double seconds : m_seconds) {
        const double slot = (seconds - m_seconds.front()) / kSlotSeconds - kWindowSlots / 2;
        const auto window = static_cast<std::int64_t>(std::llround(slot));
        const bool inside = window >= 0 && window < static_cast<std::int64_t>(windows.size()) &&
                            windows[static_cast<std::size_t>(window)].measurable;
        const auto at = static_cast<std::size_t>(std::max<std::int64_t>(0, window));
        curve.frames.push_back(
            {seconds, inside ? curve.score.confidence[at] : kNaN, inside ? probability[at] : kNaN});
    }
    return curve;
}

}  // namespace lipwright::evaluation
