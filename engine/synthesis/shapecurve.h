// The mouth over time as the user sees, edits and wants it: one relative mouth shape per film
// frame. A plain value.
#pragma once

#include "engine/face/mouthshape.h"

#include <cstdint>
#include <vector>

namespace lipwright::synthesis {

struct ShapeCurve {
    std::int64_t firstFrame = 0;
    /// One per film frame from firstFrame on, relative to the actor's MouthRange (z-scores).
    std::vector<face::MouthShape> shapes;

    [[nodiscard]] std::int64_t endFrame() const {
        return firstFrame + static_cast<std::int64_t>(shapes.size());
    }
    [[nodiscard]] bool covers(std::int64_t first, std::int64_t end) const {
        return firstFrame <= first && end <= endFrame();
    }
    /// The shape wanted at a frame the curve covers.
    [[nodiscard]] const face::MouthShape& at(std::int64_t frame) const {
        return shapes.at(static_cast<std::size_t>(frame - firstFrame));
    }
};

}  // namespace lipwright::synthesis
