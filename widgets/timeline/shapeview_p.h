// What the shape lane shows, and where: values of the curves and their rows. Shared by its painter
// and its gestures.
#pragma once

#include "widgets/timeline/timeaxis.h"
#include "widgets/timeline/timelinecontent.h"

#include <QPoint>
#include <QRect>
#include <optional>

namespace lipwright::widgets {

/// The values the lane spans; curves are relative to the actor's own range (z-scores).
inline constexpr float kLowestShape = -3.0F;
inline constexpr float kHighestShape = 4.0F;

struct ShapeStretch {
    project::Id segment = 0;
    core::FrameRange frames;
};

struct ShapeView {
    std::vector<TimelineShape> shapes;  ///< by first frame; selected ones last among those
    ShapeChannel channel = ShapeChannel::opening;
    std::optional<ShapeStretch> stretch;  ///< chosen by the user
    QRect body;                           ///< widget coordinates

    [[nodiscard]] const TimelineShape* shape(project::Id segment) const;
    [[nodiscard]] double rowOf(double value) const;
    [[nodiscard]] double valuesPerRow() const;
    [[nodiscard]] double columnOf(const TimeAxis& axis, std::int64_t frame) const {
        return body.left() + axis.columnOf(frame);
    }
    /// The handle that scales the chosen stretch; empty without one or out of sight.
    [[nodiscard]] QRect scaleHandle(const TimeAxis& axis) const;
};

[[nodiscard]] float channelOf(const project::MouthControl& control, ShapeChannel channel);
/// NaN: not yet known.
[[nodiscard]] float wishAt(const TimelineShape& shape, std::int64_t frame, ShapeChannel channel);
/// As it is rendered: as edited, else as the voice wishes.
[[nodiscard]] float wantedAt(const TimelineShape& shape, std::int64_t frame, ShapeChannel channel);

}  // namespace lipwright::widgets
