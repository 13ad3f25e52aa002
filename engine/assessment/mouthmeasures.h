// What the mouth of a dubbed film does, measured from its landmarks: does it follow the curve the
// engine wanted, what is left of the old mouth, and do its lips close on m, b and p?
#pragma once

#include "engine/assessment/closure.h"
#include "engine/assessment/results.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/synthesis/take.h"

#include <span>
#include <string>
#include <vector>

namespace lipwright::assessment {

/// A dubbed film with what is known of it; all outlive this.
struct DubbedMouth {
    const face::FaceAnalysis& original;
    const face::FaceAnalysis& dubbed;
    const std::vector<synthesis::TakeReader>& takes;
    const media::FrameIndex& index;
};

/// `stage` + ".following", ".following_width" (correlation of measured with wanted opening and
/// width), ".old_opening" (with the original film’s, at reconstruction the real one),
/// ".measured_frames".
[[nodiscard]] Measures followingMeasures(const DubbedMouth& mouth, const std::string& stage);

/// "closure.closed", "closure.chance", "closure.wanted" (the same of the wanted curve),
/// "closure.bilabials"; nothing when no bilabial was dubbed.
[[nodiscard]] Measures closureMeasures(const DubbedMouth& mouth,
                                       std::span<const SpokenSound> bilabials);

}  // namespace lipwright::assessment
