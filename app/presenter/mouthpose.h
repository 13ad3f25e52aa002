// How the mouth is held at one moment: what visemes are made of and what deforms the face.
#pragma once

namespace lipwright::presenter {

/// Lengths in head units (1 = distance of the outer eye corners).
struct MouthPose {
    float opening = 0.0F;   ///< gap of the inner lips at the middle, 0..0.4
    float jaw = 0.0F;       ///< how far the chin is lower than with teeth together, 0..0.35
    float width = 0.0F;     ///< mouth corners: -1 narrowest (whistle) .. 0 rest .. 1 widest (smile)
    float rounding = 0.0F;  ///< lips pushed forward and thickened, 0..1
    float tongue = 0.0F;    ///< tip raised to the upper teeth, 0..1
};

}  // namespace lipwright::presenter
