// LibTorch's side of Device. For engine/nets and engine/training only.
#pragma once

#include "engine/nets/device.h"

#include <torch/torch.h>

#include <exception>
#include <string>

namespace lipwright::nets {

[[nodiscard]] torch::Device torchDevice(Device device);

/// Converts an exception of LibTorch at the edge of the folder.
[[nodiscard]] core::Error torchError(const std::exception& exception, const std::string& place);

}  // namespace lipwright::nets
