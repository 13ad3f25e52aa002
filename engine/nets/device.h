// Where networks run. CUDA only when LibTorch was built with it and a device answers.
#pragma once

#include "engine/core/result.h"

#include <string>
#include <string_view>

namespace lipwright::nets {

enum class Device { cpu, cuda };

[[nodiscard]] bool cudaAvailable();
/// "auto", "cpu" or "cuda"; asking for CUDA where there is none is an error that says so.
[[nodiscard]] core::Result<Device> chooseDevice(std::string_view name);
[[nodiscard]] std::string describe(Device device);
/// Threads that one network may use on the CPU; set once per worker thread.
void limitThreads(int threads);

}  // namespace lipwright::nets
