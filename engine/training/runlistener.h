// Progress of a training run for those who want to hear of its validations as well: given where a
// run asks for a ProgressCallback. Belongs to the run's thread.
#pragma once

#include "engine/core/progress.h"

#include <functional>
#include <map>
#include <string>

namespace lipwright::training {

struct RunListener {
    core::ProgressCallback progress;
    /// Seconds spent on the run until then. Those of earlier calls come first, at once.
    std::function<void(double seconds, const std::map<std::string, double>& metrics)> validated;

    void operator()(const core::Progress& told) const { core::report(progress, told); }
};

}  // namespace lipwright::training
