// What the confidence lane knows of the film's sync, frame by frame, and what is seen of it at the
// axis' zoom. Values only; draws nothing.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinecontent.h"

#include <QPolygonF>
#include <array>

namespace lipwright::widgets {

enum class SyncKind { baseline, before, after };
inline constexpr std::array kSyncKinds{SyncKind::baseline, SyncKind::before, SyncKind::after};

/// The three numbers of a frame; NaN: not measurable or not measured.
struct SyncReading {
    struct Value {
        float confidence = 0.0F;
        float raw = 0.0F;
        SyncGap gap = SyncGap::none;
        bool measured = false;  ///< the curve reaches there, if only with a gap
    };
    std::array<Value, kSyncKinds.size()> of;  ///< by SyncKind
};

/// Columns in which nothing of the leading curve can be measured, and why.
struct SyncGapBand {
    int from = 0;
    int to = 0;  ///< exclusive
    SyncGap reason = SyncGap::none;
};

class SyncLanes {
public:
    void setFilm(std::shared_ptr<const TimelineSyncCurve> baseline, std::int64_t frames);
    /// Replaces all; a segment without curves is one that is not yet measured.
    void setSegments(std::vector<TimelineSegmentSync> segments);
    void setSegment(const TimelineSegmentSync& segment);

    [[nodiscard]] const std::vector<TimelineSegmentSync>& segments() const { return m_segments; }
    [[nodiscard]] const TimelineSegmentSync* segmentAt(std::int64_t frame) const;
    [[nodiscard]] SyncReading readingAt(std::int64_t frame) const;
    /// Least and greatest confidence of all, at least 0..0.1.
    [[nodiscard]] std::pair<float, float> range() const;

    [[nodiscard]] std::vector<QPolygonF> visible(SyncKind kind, const TimeAxis& axis) const;
    /// The leading curve is that of the take, else of the voice, else of the film's own sound.
    [[nodiscard]] std::vector<SyncGapBand> gaps(const TimeAxis& axis) const;

private:
    void lead();
    void lead(const TimelineSyncCurve& curve, core::FrameRange frames);

    std::shared_ptr<const TimelineSyncCurve> m_baseline;
    std::vector<TimelineSegmentSync> m_segments;  ///< by first frame
    std::vector<SyncGap> m_leading;               ///< of every film frame; none: measured, unknown
};

}  // namespace lipwright::widgets
