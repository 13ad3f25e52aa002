// What the segment meter found, as the panels show it. Functions of values.
#pragma once

#include "engine/dubbing/segmentsync.h"
#include "widgets/panels/syncfacts.h"

namespace lipwright::app {

[[nodiscard]] widgets::SyncGap gapOf(dubbing::SyncReason reason);
/// Unknown where too little of the film can be measured.
[[nodiscard]] widgets::SyncScale syncScale(const dubbing::FilmBaseline& film);
/// Null: not yet measured.
[[nodiscard]] widgets::SyncFacts syncFacts(const project::Segment& segment,
                                           const dubbing::SegmentSync* sync,
                                           const dubbing::FilmBaseline& film);
[[nodiscard]] widgets::SyncCurves syncCurves(const dubbing::SegmentSync& sync);

}  // namespace lipwright::app
