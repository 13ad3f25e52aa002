// What the timeline shows, as values: the adapter in the app makes them from the project, the
// analysis and the render queue. Times of the film are frame numbers; where they lie on the axis is
// the FrameIndex's. Sound lies by seconds.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/timecode.h"
#include "engine/media/frameindex.h"
#include "engine/media/waveform.h"
#include "engine/project/project.h"
#include "widgets/style/syncgap.h"

#include <QColor>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace lipwright::widgets {

struct TimelineSegment {
    project::Id id = 0;
    core::FrameRange frames;
    project::SegmentStatus status = project::SegmentStatus::fresh;
    int actor = 0;  ///< segments of different actors may overlap: one sub-lane each
    project::Id dubTrack = 0;
    QString actorName;
    QString takeName;        ///< of the active take; empty: original picture
    QString text;            ///< what is said
    double progress = -1.0;  ///< 0..1 while rendering, -1 otherwise; queued: 0
    bool stale = false;      ///< settings or ends changed after the active take was rendered
    friend bool operator==(const TimelineSegment&, const TimelineSegment&) = default;
};

struct TimelineSound {
    project::Id track = 0;  ///< 0: the film's own sound
    QString name;
    std::shared_ptr<const media::Waveform> waveform;  ///< null: not yet known
    double offsetSeconds = 0.0;
    bool muted = false;
};

/// One per film frame.
using TimelineControls = std::shared_ptr<const std::vector<project::MouthControl>>;

/// What is wished of a segment's mouth: by its voice, and by the user where it was shaped.
struct TimelineShape {
    project::Id segment = 0;
    core::FrameRange frames;
    project::Id sound = 0;       ///< the dub track whose waveform lies below
    std::int64_t wishFirst = 0;  ///< film frame of the first value of both
    TimelineControls wish;       ///< null: not yet known
    TimelineControls wanted;     ///< with the edit and how it runs out; null: as the wish
    project::ShapeEdit edit;
    friend bool operator==(const TimelineShape&, const TimelineShape&) = default;
};

enum class ShapeChannel { opening, width, rounding };

/// What the user did to a shape curve; the engine turns it into a project::ShapeEdit.
struct ShapeGesture {
    enum class Kind { drag, scale, closeLips, smooth, reset };
    Kind kind = Kind::drag;
    project::Id segment = 0;
    core::FrameRange frames;  ///< of a drag and of closed lips: the one frame
    ShapeChannel channel = ShapeChannel::opening;
    double value = 0.0;  ///< of a drag: the wanted value there; of a scale: the factor
    int radius = 0;      ///< of a drag: frames on either side that follow
    friend bool operator==(const ShapeGesture&, const ShapeGesture&) = default;
};

/// What the mask lane shows of a segment.
struct TimelineRetouch {
    project::Id segment = 0;
    core::FrameRange frames;
    project::Retouch values;  ///< strokes may be left out
    friend bool operator==(const TimelineRetouch&, const TimelineRetouch&) = default;
};

/// How well a sound goes with a mouth, one value per film frame; NaN where not measurable.
struct TimelineSyncCurve {
    std::int64_t firstFrame = 0;
    std::vector<float> confidence;  ///< median-filtered
    std::vector<float> raw;
    std::vector<SyncGap> gaps;
    project::SyncSummary summary;  ///< of the expert
};

struct TimelineSegmentSync {
    project::Id segment = 0;
    core::FrameRange frames;
    std::shared_ptr<const TimelineSyncCurve> before;  ///< null: not yet measured
    std::shared_ptr<const TimelineSyncCurve> after;   ///< null likewise, or without a take
    friend bool operator==(const TimelineSegmentSync&, const TimelineSegmentSync&) = default;
};

/// A step of a drag that moves the playhead.
enum class ScrubStep { begin, move, end };

struct TimelineFilm {
    std::shared_ptr<const media::FrameIndex> index;  ///< null: nothing is open
    core::TimecodeFormat timecode;
};

}  // namespace lipwright::widgets
