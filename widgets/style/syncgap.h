// Why sync can not be measured somewhere: the same words wherever it is shown.
#pragma once

#include <QString>

namespace lipwright::widgets {

enum class SyncGap { none, silence, noSound, noFace, turnedAway, offScreen };

[[nodiscard]] QString gapName(SyncGap gap);         ///< "Silence"
[[nodiscard]] QString gapExplanation(SyncGap gap);  ///< a sentence

}  // namespace lipwright::widgets
