// What a generator training's options mean to the network and its task.
#pragma once

#include "engine/training/generatortask_p.h"
#include "engine/training/generatortrainer.h"

namespace lipwright::training {

[[nodiscard]] nets::GeneratorConfig generatorConfig(const GeneratorTrainingOptions& options,
                                                    std::int64_t phonetic);
[[nodiscard]] GeneratorTaskOptions generatorTaskOptions(const GeneratorTrainingOptions& options);

}  // namespace lipwright::training
