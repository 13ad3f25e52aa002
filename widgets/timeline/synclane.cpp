#include "widgets/timeline/synclane_p.h"
#include "widgets/timeline/visiblecurve_p.h"

#include <algorithm>
#include <limits>

namespace lipwright::widgets {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

const TimelineSyncCurve* curveOf(const TimelineSegmentSync& segment, SyncKind kind) {
    return kind == SyncKind::after ? segment.after.get() : segment.before.get();
}

core::FrameRange framesOf(const TimelineSyncCurve& curve) {
    return {curve.firstFrame,
            curve.firstFrame + static_cast<std::int64_t>(curve.confidence.size())};
}

template <typename T>
T valueAt(const std::vector<T>& values, const TimelineSyncCurve& curve, std::int64_t frame,
          T otherwise) {
    const std::int64_t place = frame - curve.firstFrame;
    return place >= 0 && place < static_cast<std::int64_t>(values.size())
               ? values[static_cast<std::size_t>(place)]
               : otherwise;
}

SyncReading::Value readingOf(const TimelineSyncCurve* curve, std::int64_t frame) {
    if (curve == nullptr || !framesOf(*curve).contains(frame)) {
        return {kNothing, kNothing, SyncGap::none, false};
    }
    return {valueAt(curve->confidence, *curve, frame, kNothing),
            valueAt(curve->raw, *curve, frame, kNothing),
            valueAt(curve->gaps, *curve, frame, SyncGap::none), true};
}

}  // namespace

void SyncLanes::setFilm(std::shared_ptr<const TimelineSyncCurve> baseline, std::int64_t frames) {
    m_baseline = std::move(baseline);
    m_leading.assign(static_cast<std::size_t>(frames), SyncGap::none);
    lead();
}

void SyncLanes::setSegments(std::vector<TimelineSegmentSync> segments) {
    m_segments = std::move(segments);
    std::ranges::stable_sort(m_segments, {},
                             [](const TimelineSegmentSync& s) { return s.frames.first; });
    lead();
}

void SyncLanes::setSegment(const TimelineSegmentSync& segment) {
    const auto known =
        std::ranges::find(m_segments, segment.segment, &TimelineSegmentSync::segment);
    if (known == m_segments.end()) {
        return;
    }
    *known = segment;
    if (const TimelineSyncCurve* curve =
            segment.after ? segment.after.get() : segment.before.get()) {
        lead(*curve, segment.frames);
    }
}

void SyncLanes::lead() {
    std::ranges::fill(m_leading, SyncGap::none);
    if (m_baseline) {
        lead(*m_baseline, framesOf(*m_baseline));
    }
    for (const TimelineSegmentSync& segment : m_segments) {
        if (const auto& curve = segment.after ? segment.after : segment.before) {
            lead(*curve, segment.frames);
        }
    }
}

void SyncLanes::lead(const TimelineSyncCurve& curve, core::FrameRange frames) {
    const auto count = static_cast<std::int64_t>(m_leading.size());
    const core::FrameRange seen =
        core::intersection(core::intersection(frames, framesOf(curve)), {0, count});
    for (std::int64_t frame = seen.first; frame < seen.end; ++frame) {
        const bool measured = !std::isnan(valueAt(curve.confidence, curve, frame, kNothing));
        m_leading[static_cast<std::size_t>(frame)] =
            measured ? SyncGap::none : valueAt(curve.gaps, curve, frame, SyncGap::none);
    }
}

const TimelineSegmentSync* SyncLanes::segmentAt(std::int64_t frame) const {
    const auto found = std::ranges::find_if(
        m_segments, [&](const TimelineSegmentSync& s) { return s.frames.contains(frame); });
    return found == m_segments.end() ? nullptr : &*found;
}

SyncReading SyncLanes::readingAt(std::int64_t frame) const {
    const TimelineSegmentSync* segment = segmentAt(frame);
    return {{readingOf(m_baseline.get(), frame),
             readingOf(segment != nullptr ? segment->before.get() : nullptr, frame),
             readingOf(segment != nullptr ? segment->after.get() : nullptr, frame)}};
}

std::pair<float, float> SyncLanes::range() const {
    float low = 0.0F;
    float high = 0.1F;
    const auto expand = [&](const TimelineSyncCurve* curve) {
        if (curve == nullptr) {
            return;
        }
        for (const float value : curve->confidence) {
            if (!std::isnan(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    };
    expand(m_baseline.get());
    for (const TimelineSegmentSync& segment : m_segments) {
        expand(segment.before.get());
        expand(segment.after.get());
    }
    return {low, high};
}

std::vector<QPolygonF> SyncLanes::visible(SyncKind kind, const TimeAxis& axis) const {
    VisibleCurve seen(axis);
    const auto add = [&](const TimelineSyncCurve& curve, core::FrameRange frames) {
        seen.add(core::intersection(frames, framesOf(curve)), [&](std::int64_t frame) {
            return valueAt(curve.confidence, curve, frame, kNothing);
        });
    };
    if (kind == SyncKind::baseline) {
        if (m_baseline) {
            add(*m_baseline, framesOf(*m_baseline));
        }
        return seen.lines();
    }
    std::int64_t drawn = 0;  // where segments overlap the earlier one is seen
    for (const TimelineSegmentSync& segment : m_segments) {
        if (const TimelineSyncCurve* curve = curveOf(segment, kind)) {
            add(*curve, {std::max(segment.frames.first, drawn), segment.frames.end});
            drawn = std::max(drawn, segment.frames.end);
        }
    }
    return seen.lines();
}

std::vector<SyncGapBand> SyncLanes::gaps(const TimeAxis& axis) const {
    std::vector<SyncGapBand> bands;
    const auto count = static_cast<std::int64_t>(m_leading.size());
    std::int64_t next = axis.empty() ? count : axis.frameAtColumn(0);
    for (int column = 0; column < axis.width() && next < count; ++column) {
        const std::int64_t first = next;
        next = axis.frameAtColumn(column + 1);
        const auto from = m_leading.begin() + first;
        const auto to = m_leading.begin() + std::clamp(next, first + 1, count);
        const SyncGap reason = *from;
        if (reason == SyncGap::none || std::find(from, to, SyncGap::none) != to) {
            continue;
        }
        if (!bands.empty() && bands.back().to == column && bands.back().reason == reason) {
            bands.back().to = column + 1;
        } else {
            bands.push_back({column, column + 1, reason});
        }
    }
    return bands;
}

}  // namespace lipwright::widgets
