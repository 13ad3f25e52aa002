#include "engine/nets/device.h"

#include "engine/nets/device_p.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace lipwright::nets {

bool cudaAvailable() {
    try {
        return torch::cuda::is_available();
    } catch (const std::exception&) {
        return false;
    }
}

core::Result<Device> chooseDevice(std::string_view name) {
    if (name == "cpu") {
        return Device::cpu;
    }
    if (name == "auto") {
        return cudaAvailable() ? Device::cuda : Device::cpu;
    }
    if (name != "cuda") {
        return core::fail(core::ErrorCode::invalidArgument,
                          "'" + std::string(name) + "' is not a device", {},
                          "Use auto, cpu or cuda");
    }
    if (!cudaAvailable()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "this LibTorch has no CUDA, or no CUDA device answers", {},
                          "Use the device cpu, or a LibTorch built with CUDA and a working driver");
    }
    return Device::cuda;
}

std::string describe(Device device) {
    if (device == Device::cuda) {
        return "CUDA (" + std::to_string(torch::cuda::device_count()) + " device(s))";
    }
    return "CPU (" + std::to_string(at::get_num_threads()) + " threads)";
}

void limitThreads(int threads) {
    // Threads started by hand do not initialise ATen's pool settings themselves.
    at::init_num_threads();
    at::set_num_threads(std::max(1, threads));
}

torch::Device torchDevice(Device device) {
    return device == Device::cuda ? torch::Device(torch::kCUDA) : torch::Device(torch::kCPU);
}

core::Error torchError(const std::exception& exception, const std::string& place) {
    // The first line says what happened; the rest is LibTorch's own call stack.
    std::string what = exception.what();
    what = what.substr(0, what.find('\n'));
    const bool memory = what.find("not enough memory") != std::string::npos ||
                        what.find("out of memory") != std::string::npos;
    return core::Error{memory ? core::ErrorCode::outOfMemory : core::ErrorCode::internal,
                       "LibTorch: " + what, place,
                       memory ? "Close other programs or choose the device cpu" : ""};
}

}  // namespace lipwright::nets
