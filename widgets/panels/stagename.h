// Stages of background jobs in the user's words.
#pragma once

#include <QString>

namespace lipwright::widgets {

/// `stage` as the job reports it; an unknown one is returned as it is.
[[nodiscard]] QString stageName(const QString& stage);

}  // namespace lipwright::widgets
