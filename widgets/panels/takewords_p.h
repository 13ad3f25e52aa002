// A take in words: when and how it was made, how the judges see it, what it takes on the disk.
#pragma once

#include "engine/project/project.h"

#include <QString>

namespace lipwright::widgets {

/// One line; `settings` are the segment's present ones, differences from them are named.
[[nodiscard]] QString takeDetail(const project::Take& take,
                                 const project::SegmentSettings& settings);
[[nodiscard]] QString takeScore(const project::Take& take);  ///< "0.27 / 0.36"
[[nodiscard]] QString takeTip(const project::Take& take, const project::SegmentSettings& settings);
[[nodiscard]] QString sizeText(std::int64_t bytes);

}  // namespace lipwright::widgets
