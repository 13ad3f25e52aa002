// How well a segment's sounds go with its mouths, as the panels show it. Made by the app from what
// the segment meter measured.
#pragma once

#include "engine/project/project.h"
#include "widgets/style/syncgap.h"
#include "widgets/style/syncrating.h"

#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace lipwright::widgets {

/// How far the voice is off the mouth.
struct OffsetFacts {
    int frames = 0;                 ///< of 25 fps; positive: the mouth is late
    std::int64_t microseconds = 0;  ///< still to be added to the segment's offset
    bool certain = false;
    QString doubt;  ///< why it is not certain
    friend bool operator==(const OffsetFacts&, const OffsetFacts&) = default;
};

struct SyncFacts {
    bool measured = false;  ///< false: the measurement is still to come
    SyncScale scale;
    /// As the expert sees them; nothing: not measurable (`after` also: no take is shown).
    std::optional<project::SyncSummary> baseline;  ///< the film's own sound on its own picture
    std::optional<project::SyncSummary> before;    ///< the voice on the film's picture
    std::optional<project::SyncSummary> after;     ///< the voice on the take
    std::optional<project::SyncSummary> judge;     ///< the take as the second judge sees it
    SyncGap gap = SyncGap::none;                   ///< main reason why frames are not measured
    std::optional<OffsetFacts> offset;
    friend bool operator==(const SyncFacts&, const SyncFacts&) = default;

    /// Of what is shown now: the take's, without one the voice's on the film's picture.
    [[nodiscard]] const std::optional<project::SyncSummary>& shown(bool hasTake) const {
        return hasTake ? after : before;
    }
    /// The take is certainly off, and its segment's offset does not say so yet.
    [[nodiscard]] bool hasOffsetToApply() const {
        return after && offset && offset->certain && offset->frames != 0 &&
               offset->microseconds != 0;
    }
};

/// Confidence over a segment, one value per step of the same length; NaN where not measurable.
struct SyncCurves {
    std::vector<float> baseline;
    std::vector<float> before;
    std::vector<float> after;
    friend bool operator==(const SyncCurves&, const SyncCurves&) = default;
};

}  // namespace lipwright::widgets
