#include "engine/project/jsonvalue_p.h"

namespace lipwright::project {
namespace {

void readRun(const Value& value, ShapeEdit& shape) {
    const std::int64_t first = value.at("frame").integer(0, kMaximumFrames);
    const auto opening = value.at("opening").floats(kMaximumListed);
    const auto width = value.at("width").floats(kMaximumListed);
    const auto rounding = value.at("rounding").floats(kMaximumListed);
    if (width.size() != opening.size() || rounding.size() != opening.size()) {
        value.refuse("its lists are not of one length");
    }
    if (!shape.empty() && first <= shape.rbegin()->first) {
        value.refuse("it does not follow the run before");
    }
    for (std::size_t i = 0; i < opening.size(); ++i) {
        shape.emplace_hint(shape.end(), first + static_cast<std::int64_t>(i),
                           MouthControl{opening[i], width[i], rounding[i]});
    }
}

BrushStroke strokeOf(const Value& value) {
    BrushStroke stroke;
    stroke.erases = value.at("erases").boolean();
    stroke.radius = value.at("radius").single();
    stroke.softness = value.at("softness").single();
    const auto numbers = value.at("points").floats(2 * kMaximumPoints);
    if (numbers.size() % 2 != 0) {
        value.at("points").refuse("pairs of numbers are expected here");
    }
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
        stroke.points.push_back({numbers[i], numbers[i + 1]});
    }
    return stroke;
}

MaskKeyframe maskKeyframeOf(const Value& value) {
    MaskKeyframe keyframe{value.at("frame").integer(0, kMaximumFrames), {}};
    for (const Value& stroke : value.at("strokes").items(kMaximumStrokes)) {
        keyframe.strokes.push_back(strokeOf(stroke));
    }
    return keyframe;
}

}  // namespace

ShapeEdit shapeOf(const Value& value) {
    ShapeEdit shape;
    for (const Value& run : value.items(kMaximumListed)) {
        readRun(run, shape);
        if (shape.size() > kMaximumListed) {
            break;
        }
    }
    if (const auto problem = shapeProblem(shape); !problem.empty()) {
        value.refuse(problem);
    }
    return shape;
}

Retouch retouchOf(const Value& value) {
    Retouch retouch;
    retouch.grow = value.at("grow").number();
    retouch.feather = value.at("feather").number();
    retouch.colourMatch = value.at("colourMatch").number();
    retouch.sharpness = value.at("sharpness").number();
    for (const Value& keyframe : value.at("mask").items(kMaximumKeyframes)) {
        retouch.mask.push_back(maskKeyframeOf(keyframe));
    }
    for (const Value& keyframe : value.at("opacity").items(kMaximumKeyframes)) {
        retouch.opacity.push_back(
            {keyframe.at("frame").integer(0, kMaximumFrames), keyframe.at("opacity").number()});
    }
    for (const Value& range : value.at("original").items(kMaximumKeyframes)) {
        retouch.original.push_back(framesOf(range));
    }
    if (const auto problem = retouchProblem(retouch); !problem.empty()) {
        value.refuse(problem);
    }
    return retouch;
}

}  // namespace lipwright::project
