#include "engine/project/jsonwriter_p.h"

#include <charconv>

namespace lipwright::project {

using Json = nlohmann::ordered_json;

namespace {

/// The double whose shortest decimals are those of the float: "0.1", not "0.10000000149011612".
double decimal(float value) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    double read = 0.0;
    std::from_chars(text.data(), written.ptr, read);
    return read;
}

Json toJson(const BrushStroke& stroke) {
    Json points = Json::array();
    for (const auto& [x, y] : stroke.points) {
        points.push_back(decimal(x));
        points.push_back(decimal(y));
    }
    return {{"erases", stroke.erases},
            {"radius", decimal(stroke.radius)},
            {"softness", decimal(stroke.softness)},
            {"points", std::move(points)}};
}

Json toJson(const MaskKeyframe& keyframe) {
    Json strokes = Json::array();
    for (const BrushStroke& stroke : keyframe.strokes) {
        strokes.push_back(toJson(stroke));
    }
    return {{"frame", keyframe.frame}, {"strokes", std::move(strokes)}};
}

Json newRun(std::int64_t frame) {
    return {{"frame", frame},
            {"opening", Json::array()},
            {"width", Json::array()},
            {"rounding", Json::array()}};
}

}  // namespace

Json toJson(const ShapeEdit& shape) {
    Json runs = Json::array();
    std::int64_t next = -1;
    for (const auto& [frame, control] : shape) {
        if (frame != next) {
            runs.push_back(newRun(frame));
        }
        Json& run = runs.back();
        run["opening"].push_back(decimal(control.opening));
        run["width"].push_back(decimal(control.width));
        run["rounding"].push_back(decimal(control.rounding));
        next = frame + 1;
    }
    return runs;
}

Json toJson(const Retouch& retouch) {
    Json json = {{"grow", retouch.grow},
                 {"feather", retouch.feather},
                 {"colourMatch", retouch.colourMatch},
                 {"sharpness", retouch.sharpness}};
    for (const char* list : {"mask", "opacity", "original"}) {
        json[list] = Json::array();
    }
    for (const MaskKeyframe& keyframe : retouch.mask) {
        json["mask"].push_back(toJson(keyframe));
    }
    for (const OpacityKeyframe& keyframe : retouch.opacity) {
        json["opacity"].push_back({{"frame", keyframe.frame}, {"opacity", keyframe.opacity}});
    }
    for (const core::FrameRange& range : retouch.original) {
        json["original"].push_back(toJson(range));
    }
    return json;
}

}  // namespace lipwright::project
