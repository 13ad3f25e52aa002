// Weights as a plain dictionary of named tensors, written by torch::pickle_save: LibTorch 1.13 and
// 2.x read it, and so does Python's torch.load. Floating tensors may be stored in half precision;
// they come back as float32. Damaged or hostile files are errors, never exceptions. For engine/nets
// and engine/training only.
#pragma once

#include "engine/core/result.h"

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace lipwright::nets {

using TensorMap = std::map<std::string, torch::Tensor>;

enum class StoredPrecision { full, half };

[[nodiscard]] core::Result<TensorMap> readTensors(const std::filesystem::path& path);
[[nodiscard]] core::Result<void> writeTensors(const std::filesystem::path& path,
                                              const TensorMap& tensors, StoredPrecision precision);

/// Parameters and buffers of a module by name; the tensors share the module's memory.
[[nodiscard]] TensorMap namedTensors(const torch::nn::Module& module);
/// Copies values of the same names and shapes into the module. Names that begin with "config." or
/// "calibration." are not the module's; any other surplus or missing name is an error.
[[nodiscard]] core::Result<void> assignTensors(torch::nn::Module& module, const TensorMap& values,
                                               const std::string& place);

/// One integer of the configuration kept in the archive as "config.<name>".
[[nodiscard]] core::Result<std::int64_t> readConfig(const TensorMap& tensors,
                                                    const std::string& name, std::int64_t minimum,
                                                    std::int64_t maximum, const std::string& place);
void writeConfig(TensorMap& tensors, const std::string& name, std::int64_t value);

}  // namespace lipwright::nets
