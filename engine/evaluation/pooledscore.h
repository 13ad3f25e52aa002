// One score for several stretches of film: every measurable window counts alike.
#pragma once

#include "engine/evaluation/syncscore.h"

#include <span>

namespace lipwright::evaluation {

/// Pools the mean distances, weighted by measurable windows; the curve of the result is empty.
[[nodiscard]] SyncScore pooledScore(std::span<const SyncScore> scores);

}  // namespace lipwright::evaluation
