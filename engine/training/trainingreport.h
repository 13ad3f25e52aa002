// What every trainer takes and gives back, without LibTorch. Plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace lipwright::training {

/// mixed: convolutions and products in bfloat16 where LibTorch's autocast says so.
enum class Precision { full, mixed };

struct TrainingReport {
    std::int64_t steps = 0;
    std::int64_t bestStep = 0;
    std::map<std::string, double> metrics;  ///< of the best step, on speakers held out from train
    std::filesystem::path weights;          ///< exported, half precision
};

}  // namespace lipwright::training
