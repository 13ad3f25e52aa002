// The figures of an evaluation as HTML tables: every metric by engine, and the sync in absolute
// figures between new sound on the old picture and real footage.
#pragma once

#include "engine/assessment/results.h"

#include <string>

namespace lipwright::assessment {

[[nodiscard]] std::string figureTables(const Results& results);

}  // namespace lipwright::assessment
