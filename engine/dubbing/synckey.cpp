#include "engine/core/hash.h"
#include "engine/dubbing/synckey_p.h"

#include <sstream>
#include <vector>

namespace lipwright::dubbing {

std::string textOf(const project::Retouch& retouch) {
    std::ostringstream text;
    text << std::hexfloat << retouch.grow << ' ' << retouch.feather << ' ' << retouch.colourMatch
         << ' ' << retouch.sharpness;
    for (const project::MaskKeyframe& key : retouch.mask) {
        text << " mask " << key.frame;
        for (const project::BrushStroke& stroke : key.strokes) {
            text << " stroke " << stroke.erases << ' ' << stroke.radius << ' ' << stroke.softness;
            for (const auto& [x, y] : stroke.points) {
                text << ' ' << x << ',' << y;
            }
        }
    }
    for (const project::OpacityKeyframe& key : retouch.opacity) {
        text << " opacity " << key.frame << ' ' << key.opacity;
    }
    for (const core::FrameRange& range : retouch.original) {
        text << " original " << range.first << ' ' << range.end;
    }
    return text.str();
}

std::string hashOf(const face::FaceTrack& track, core::FrameRange frames) {
    std::vector<std::byte> bytes;
    const auto add = [&bytes](const auto& value) {
        const auto* first = reinterpret_cast<const std::byte*>(&value);
        bytes.insert(bytes.end(), first, first + sizeof value);
    };
    add(frames.first);
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const face::FaceObservation& seen = *track.at(frame);
        add(seen.usability);
        add(seen.stableLandmarks);
    }
    return core::sha256(bytes);
}

}  // namespace lipwright::dubbing
