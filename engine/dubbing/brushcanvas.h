// What strokes of the mask brush leave on a face: soft round brushes along polylines, one stroke
// after another, painting towards +1 and erasing towards -1. Keeps what it drew, so that a stroke
// that is being drawn costs no more than itself. Belongs to one thread.
#pragma once

#include "engine/project/project.h"
#include "engine/synthesis/maskretouch.h"

#include <vector>

namespace lipwright::dubbing {

class BrushCanvas {
public:
    /// The field of these strokes; empty without any. Its pixels are the canvas's own until the
    /// next call.
    [[nodiscard]] const synthesis::BrushField& drawn(
        const std::vector<project::BrushStroke>& strokes);

private:
    void reset();

    std::vector<project::BrushStroke> m_strokes;  ///< that m_field shows
    synthesis::BrushField m_ground;               ///< all but the last of them
    synthesis::BrushField m_field;
};

}  // namespace lipwright::dubbing
