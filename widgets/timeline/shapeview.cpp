#include "widgets/timeline/shapeview_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::widgets {
namespace {

constexpr int kMargin = 5;  ///< rows above the highest and below the lowest value
constexpr QSize kHandle(52, 17);

float valueAt(const TimelineShape& shape, const TimelineControls& controls, std::int64_t frame,
              ShapeChannel channel) {
    const std::int64_t place = frame - shape.wishFirst;
    if (!controls || place < 0 || place >= static_cast<std::int64_t>(controls->size())) {
        return std::numeric_limits<float>::quiet_NaN();
    }
    return channelOf((*controls)[static_cast<std::size_t>(place)], channel);
}

}  // namespace

const TimelineShape* ShapeView::shape(project::Id segment) const {
    const auto found = std::ranges::find(shapes, segment, &TimelineShape::segment);
    return found == shapes.end() ? nullptr : &*found;
}

double ShapeView::valuesPerRow() const {
    return (kHighestShape - kLowestShape) / std::max(1, body.height() - 2 * kMargin);
}

double ShapeView::rowOf(double value) const {
    const double inside = std::clamp<double>(value, kLowestShape, kHighestShape);
    return body.top() + kMargin + (kHighestShape - inside) / valuesPerRow();
}

QRect ShapeView::scaleHandle(const TimeAxis& axis) const {
    if (!stretch || shape(stretch->segment) == nullptr) {
        return {};
    }
    const double left = std::max<double>(body.left(), columnOf(axis, stretch->frames.first));
    const double right = std::min<double>(body.right(), columnOf(axis, stretch->frames.end));
    if (right <= left) {
        return {};
    }
    QRect handle(QPoint(), kHandle);
    handle.moveCenter(QPoint(static_cast<int>((left + right) / 2), 0));
    handle.moveTop(body.top() + 2);
    return handle;
}

float channelOf(const project::MouthControl& control, ShapeChannel channel) {
    switch (channel) {
        case ShapeChannel::width:
            return control.width;
        case ShapeChannel::rounding:
            return control.rounding;
        case ShapeChannel::opening:
            break;
    }
    return control.opening;
}

float wishAt(const TimelineShape& shape, std::int64_t frame, ShapeChannel channel) {
    return valueAt(shape, shape.wish, frame, channel);
}

float wantedAt(const TimelineShape& shape, std::int64_t frame, ShapeChannel channel) {
    return valueAt(shape, shape.wanted ? shape.wanted : shape.wish, frame, channel);
}

}  // namespace lipwright::widgets
