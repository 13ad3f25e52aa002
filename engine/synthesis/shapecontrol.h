// What a user shapes of a mouth (opening, width, rounding) against what the engine knows of it: a
// linear map from the six measures to three controls and its inverse that moves the measures as
// they move together in speech. Pure functions on relative values (z-scores).
#pragma once

#include "engine/face/mouthshape.h"

namespace lipwright::synthesis {

/// rounding: lips high for how narrow they are; 0 for the actor's mean mouth.
struct ShapeControl {
    float opening = 0.0F;
    float width = 0.0F;
    float rounding = 0.0F;
    friend bool operator==(const ShapeControl&, const ShapeControl&) = default;
};

[[nodiscard]] ShapeControl controlOf(const face::MouthShape& shape);

/// `shape` changed as little as speech does (in the Mahalanobis sense of the measures' covariance)
/// so that controlOf() of the result is `control`.
[[nodiscard]] face::MouthShape withControl(const face::MouthShape& shape,
                                           const ShapeControl& control);

/// Lips that touch: the control of a closed mouth for an actor, to close on m, b and p.
[[nodiscard]] ShapeControl closedLips(const face::MouthRange& range, const ShapeControl& now);

}  // namespace lipwright::synthesis
