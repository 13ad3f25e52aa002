// The usual soft step: 0 up to 0, 1 from 1 on, without a kink.
#pragma once

#include <algorithm>

namespace lipwright::synthesis {

[[nodiscard]] inline float smoothStep(float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

}  // namespace lipwright::synthesis
