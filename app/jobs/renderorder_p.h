// In which order waiting segments are rendered, and how far a segment is. Pure functions.
#pragma once

#include "engine/core/framerange.h"

#include <string_view>

namespace lipwright::app {

/// What lies under the playhead first, then what comes after it, the nearer the earlier, then what
/// lies before it, likewise. Higher is earlier; above the priorities of other jobs.
[[nodiscard]] int renderPriority(core::FrameRange frames, std::int64_t playhead);

/// Share of a segment's render, 0..1, by the stage it is in and the share of that stage done.
[[nodiscard]] double renderShare(std::string_view stage, double done);

}  // namespace lipwright::app
