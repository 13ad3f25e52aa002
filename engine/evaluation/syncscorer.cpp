#include "engine/evaluation/syncscorer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lipwright::evaluation {

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kSlotSeconds = 1.0 / kSyncFramesPerSecond;
constexpr std::size_t kWindowSlots = nets::kExpertFrames;
constexpr std::size_t kBatchPictures = 32;
constexpr std::size_t kBlockWindows = 1000;
constexpr double kActivityRate = 100.0;
constexpr double kSpeechShare = 0.6;
constexpr double kRounding = 0.005;  // half a row of the sound
constexpr std::size_t kCropBytes = std::size_t{nets::kExpertHeight} * nets::kExpertWidth * 3;

bool speaks(const SyncSound& sound, double seconds) {
    const std::span<const std::uint8_t> activity = sound.activity;
    if (activity.empty()) {
        return true;
    }
    const auto from =
        static_cast<std::int64_t>(std::floor((seconds - sound.activitySeconds) * kActivityRate));
    const auto to = from + static_cast<std::int64_t>(static_cast<double>(kWindowSlots) *
                                                     kSlotSeconds * kActivityRate);
    double active = 0.0;
    for (std::int64_t step = std::max<std::int64_t>(0, from);
         step < std::min(to, static_cast<std::int64_t>(activity.size())); ++step) {
        active += activity[static_cast<std::size_t>(step)];
    }
    return active >= kSpeechShare * static_cast<double>(to - from);
}

core::Failure wrongInput(const char* what) {
    return core::fail(core::ErrorCode::invalidArgument, what);
}

}  // namespace

struct SyncScorer::Judged {
    std::vector<SyncWindow> windows;
    std::vector<float> probability;
    std::vector<SyncGap> gaps;
};

const char* toString(SyncGap gap) {
    switch (gap) {
        case SyncGap::none:
            return "";
        case SyncGap::noFace:
            return "no usable face";
        case SyncGap::silence:
            return "nobody speaks";
        case SyncGap::noSound:
            return "no sound";
    }
    return "";
}

core::Result<void> SyncScorer::pushPicture(double seconds, std::span<const std::uint8_t> crop) {
    if (m_expert.sight() != nets::ExpertSight::pictures) {
        return wrongInput("this judge looks at landmarks, not at pictures");
    }
    if (!crop.empty() && crop.size() != kCropBytes) {
        return wrongInput("a mouth crop must be 96 × 48 RGB");
    }
    if (const auto shown = show(seconds); !shown) {
        return shown;
    }
    m_usable.push_back(crop.empty() ? 0 : 1);
    m_crop.assign(crop.begin(), crop.end());
    m_values.clear();
    return {};
}

core::Result<void> SyncScorer::pushValues(double seconds, std::span<const float> values) {
    if (!values.empty() && values.size() != static_cast<std::size_t>(m_expert.frameValues())) {
        return wrongInput("the number of values does not fit the judge");
    }
    if (const auto shown = show(seconds); !shown) {
        return shown;
    }
    m_usable.push_back(values.empty() ? 0 : 1);
    m_values.assign(values.begin(), values.end());
    m_crop.clear();
    return {};
}

/// Ends the frame shown now.
core::Result<void> SyncScorer::show(double seconds) {
    if (!m_seconds.empty()) {
        if (seconds <= m_seconds.back()) {
            return wrongInput("frames must come in order of time");
        }
        if (const auto filled = fillGrid(seconds); !filled) {
            return filled;
        }
    }
    m_seconds.push_back(seconds);
    m_shownRow = -1;
    return {};
}

/// Gives the frame shown now to the grid slots before `until`.
core::Result<void> SyncScorer::fillGrid(double until) {
    // A tolerance for rounding: timestamps of 25 fps lie on the grid.
    while (startOf(static_cast<double>(m_row.size())) < until - 1e-4) {
        if (const auto added = addSlot(); !added) {
            return added;
        }
    }
    return {};
}

core::Result<void> SyncScorer::addSlot() {
    const bool usable = m_usable.back() != 0;
    if (usable && m_shownRow < 0) {
        m_shownRow = m_rows++;
        if (!m_values.empty()) {
            if (const auto looked = lookAtPending(); !looked) {
                return looked;
            }
        }
        m_pending.insert(m_pending.end(), m_crop.begin(), m_crop.end());
        m_features.insert(m_features.end(), m_values.begin(), m_values.end());
    }
    m_row.push_back(usable ? m_shownRow : -1);
    return m_pending.size() == kBatchPictures * kCropBytes ? lookAtPending() : core::Result<void>();
}

core::Result<void> SyncScorer::lookAtPending() {
    if (m_pending.empty()) {
        return {};
    }
    const auto rows =
        m_expert.frameFeatures(m_pending, static_cast<int>(m_pending.size() / kCropBytes));
    if (!rows) {
        return core::passOn(rows);
    }
    m_features.insert(m_features.end(), rows->begin(), rows->end());
    m_pending.clear();
    return {};
}

double SyncScorer::startOf(double window) const {
    return m_seconds.front() + window * kSlotSeconds;
}

bool SyncScorer::whole(std::size_t window) const {
    const auto first = m_row.begin() + static_cast<std::ptrdiff_t>(window);
    return std::all_of(first, first + kWindowSlots, [](std::int64_t row) { return row >= 0; });
}

/// Embeddings of windows [first, end) in rows of their own; zeros where a window is not whole.
core::Result<std::vector<float>> SyncScorer::see(std::size_t first, std::size_t end) const {
    const auto size = static_cast<std::size_t>(m_expert.embeddingSize());
    const auto values = static_cast<std::size_t>(m_expert.frameValues());
    std::vector<float> rows((end - first) * size, 0.0F);
    for (std::size_t begin = first; begin < end;) {
        std::size_t stop = begin;
        while (stop < end && whole(stop)) {
            ++stop;
        }
        if (stop == begin) {
            ++begin;
            continue;
        }
        std::vector<float> run;
        for (std::size_t slot = begin; slot < stop + kWindowSlots - 1; ++slot) {
            const auto row =
                m_features.begin() +
                static_cast<std::ptrdiff_t>(static_cast<std::size_t>(m_row[slot]) * values);
            run.insert(run.end(), row, row + static_cast<std::ptrdiff_t>(values));
        }
        const auto embedded = m_expert.embedFrames(run, static_cast<int>(run.size() / values));
        if (!embedded) {
            return core::passOn(embedded);
        }
        std::ranges::copy(*embedded,
                          rows.begin() + static_cast<std::ptrdiff_t>((begin - first) * size));
        begin = stop;
    }
    return rows;
}

/// Embeddings of the sound of windows [first − 15, end + 15).
core::Result<std::vector<float>> SyncScorer::hear(const SyncSound& sound, std::size_t first,
                                                  std::size_t end) const {
    const double from = startOf(static_cast<double>(first) - kSyncReach);
    const double to = startOf(static_cast<double>(end) + kSyncReach) + nets::kExpertSoundSeconds;
    const SoundStretch stretch =
        sound.stretch(from - nets::kExpertSoundContext, to + nets::kExpertSoundContext);
    if (stretch.mel.empty() && sound.seconds > std::max(0.0, from) && to > 0.0) {
        return core::fail(core::ErrorCode::internal, "a stretch of the sound is missing");
    }
    return m_expert.embedSound({stretch.mel, stretch.phonetic, stretch.startSeconds}, from,
                               static_cast<int>(end - first) + 2 * kSyncReach);
}

/// Distances of window `w` to the sounds in `heard`, its own in the middle of 31.
void SyncScorer::compare(std::size_t w, std::span<const float> seen, std::span<const float> heard,
                         const SyncSound& sound, bool zeroPadding, Judged& judged) const {
    SyncWindow& window = judged.windows[w];
    const auto count = static_cast<std::int64_t>(judged.windows.size());
    for (int shift = -kSyncReach; shift <= kSyncReach; ++shift) {
        const auto at = static_cast<std::size_t>(shift + kSyncReach);
        const std::int64_t place = static_cast<std::int64_t>(w) + shift;
        if (zeroPadding && (place < 0 || place >= count)) {
            window.distance[at] = 1.0F;  // of a unit vector to the zero vector
            continue;
        }
        const double start = startOf(static_cast<double>(place));
        if (start < -kRounding || start + nets::kExpertSoundSeconds > sound.seconds + kRounding) {
            continue;
        }
        const auto other = heard.subspan(at * seen.size(), seen.size());
        const float cosine = std::inner_product(seen.begin(), seen.end(), other.begin(), 0.0F);
        window.distance[at] = std::sqrt(std::max(0.0F, 2.0F - 2.0F * cosine));  // unit vectors
        if (shift == 0) {
            judged.probability[w] = m_expert.probability(cosine);
        }
    }
}

core::Result<void> SyncScorer::judge(std::size_t first, std::size_t end, const SyncSound& sound,
                                     bool zeroPadding, Judged& judged) const {
    const auto size = static_cast<std::size_t>(m_expert.embeddingSize());
    const auto seen = see(first, end);
    if (!seen) {
        return core::passOn(seen);
    }
    const auto heard = hear(sound, first, end);
    if (!heard) {
        return core::passOn(heard);
    }
    for (std::size_t w = first; w < end; ++w) {
        judged.windows[w].distance.fill(kNaN);
        SyncGap& gap = judged.gaps[w];
        if (!whole(w)) {
            gap = SyncGap::noFace;
            continue;
        }
        compare(w, std::span(*seen).subspan((w - first) * size, size),
                std::span(*heard).subspan((w - first) * size, kSyncShifts * size), sound,
                zeroPadding, judged);
        if (std::isnan(judged.windows[w].distance[kSyncReach])) {
            gap = SyncGap::noSound;
        } else if (!speaks(sound, startOf(static_cast<double>(w)))) {
            gap = SyncGap::silence;
        }
        judged.windows[w].measurable = gap == SyncGap::none;
    }
    return {};
}

FrameConfidence SyncScorer::confidenceOf(std::size_t frame, const SyncScore& score,
                                         const Judged& judged) const {
    FrameConfidence result{m_seconds[frame], kNaN, kNaN, kNaN, SyncGap::noFace};
    const double slot = (m_seconds[frame] - m_seconds.front()) / kSlotSeconds -
                        static_cast<double>(kWindowSlots / 2);
    const std::int64_t window = std::llround(slot);
    if (m_usable[frame] == 0 || window < 0 ||
        window >= static_cast<std::int64_t>(judged.windows.size())) {
        return result;  // no face, or too near to where it comes or goes
    }
    const auto w = static_cast<std::size_t>(window);
    result.gap = judged.gaps[w];
    if (result.gap == SyncGap::none) {
        result.confidence = score.confidence[w];
        result.raw = score.raw[w];
        result.probability = judged.probability[w];
    }
    return result;
}

core::Result<SyncCurve> SyncScorer::finish(const SyncSound& sound, const SyncOptions& options) {
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
    if (const auto looked = lookAtPending(); !looked) {
        return core::passOn(looked);
    }
    SyncCurve curve;
    curve.reference =
        options.reference.value_or(nets::FaceReference::of(m_expert.sight(), m_features));
    curve.reference.makeRelative(m_expert.sight(), m_features);
    const std::size_t count = m_row.size() < kWindowSlots ? 0 : m_row.size() - kWindowSlots + 1;
    Judged judged{std::vector<SyncWindow>(count), std::vector<float>(count, kNaN),
                  std::vector<SyncGap>(count, SyncGap::none)};
    for (std::size_t first = 0; first < count; first += kBlockWindows) {
        const std::size_t end = std::min(first + kBlockWindows, count);
        if (const auto done = judge(first, end, sound, options.zeroPadding, judged); !done) {
            return core::passOn(done);
        }
    }
    curve.score = scoreWindows(judged.windows, options.curve);
    for (std::size_t i = 0; i < m_seconds.size(); ++i) {
        curve.frames.push_back(confidenceOf(i, curve.score, judged));
    }
    return curve;
}

}  // namespace lipwright::evaluation
