// What the timeline shows, as values: the adapter in the app makes them from the project, the
// analysis and the render queue. Times of the film are frame numbers; where they lie on the axis is
// the FrameIndex's. Sound lies by seconds.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/timecode.h"
#include "engine/media/frameindex.h"
#include "engine/media/waveform.h"
#include "engine/project/project.h"

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

/// A curve over film frames; NaN is a gap.
struct TimelineCurve {
    QString name;
    std::int64_t firstFrame = 0;
    std::vector<float> values;
    float minimum = 0.0F;  ///< of the lane's axis
    float maximum = 1.0F;
};

struct TimelineFilm {
    std::shared_ptr<const media::FrameIndex> index;  ///< null: nothing is open
    core::TimecodeFormat timecode;
};

}  // namespace lipwright::widgets
