#include "engine/core/atomicfile.h"
#include "engine/nets/tensorarchive_p.h"

#include <cstring>
#include <string_view>

namespace lipwright::nets {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaximumBytes = 512U << 20;

core::Failure invalid(const std::string& place, const std::string& reason) {
    return core::fail(core::ErrorCode::modelInvalid, reason, place,
                      "Restore the file from the installation or train the model again");
}

core::Result<TensorMap> unpack(const std::string& bytes, const std::string& place) {
    const torch::IValue value = torch::pickle_load(std::vector<char>(bytes.begin(), bytes.end()));
    if (!value.isGenericDict()) {
        return invalid(place, "the weights file does not hold a dictionary of tensors");
    }
    TensorMap tensors;
    for (const auto& item : value.toGenericDict()) {
        if (!item.key().isString() || !item.value().isTensor()) {
            return invalid(place, "the weights file does not hold a dictionary of tensors");
        }
        torch::Tensor tensor = item.value().toTensor();
        if (!tensor.defined() || tensor.layout() != torch::kStrided) {
            return invalid(place, "the tensor '" + item.key().toStringRef() + "' is not plain");
        }
        if (tensor.is_floating_point()) {
            tensor = tensor.to(torch::kFloat);
        }
        tensors.emplace(item.key().toStringRef(), tensor.contiguous().cpu());
    }
    return tensors;
}

bool belongsToModule(std::string_view name) {
    return !name.starts_with("config.") && !name.starts_with("calibration.");
}

}  // namespace

core::Result<TensorMap> readTensors(const fs::path& path) {
    const auto bytes = core::readSmallFile(path, kMaximumBytes);
    if (!bytes) {
        return core::passOn(bytes);
    }
    // A zip archive, and no shorter than the empty one: what follows is LibTorch's to judge.
    if (bytes->size() < 22 || std::memcmp(bytes->data(), "PK\x03\x04", 4) != 0) {
        return invalid(path.string(), "this is not a weights file");
    }
    try {
        return unpack(*bytes, path.string());
    } catch (const std::exception&) {
        return invalid(path.string(), "the weights file is damaged");
    }
}

core::Result<void> writeTensors(const fs::path& path, const TensorMap& tensors,
                                StoredPrecision precision) {
    std::string bytes;
    try {
        c10::Dict<std::string, torch::Tensor> dictionary;
        for (const auto& [name, tensor] : tensors) {
            torch::Tensor stored = tensor.detach().cpu().contiguous();
            if (precision == StoredPrecision::half && stored.scalar_type() == torch::kFloat) {
                stored = stored.to(torch::kHalf);
            }
            dictionary.insert(name, stored.clone());
        }
        const std::vector<char> data = torch::pickle_save(dictionary);
        bytes.assign(data.begin(), data.end());
    } catch (const std::exception& error) {
        return core::fail(core::ErrorCode::internal,
                          std::string("the weights could not be packed: ") + error.what(),
                          path.string());
    }
    return core::writeFileAtomically(path, bytes);
}

TensorMap namedTensors(const torch::nn::Module& module) {
    TensorMap tensors;
    for (const auto& item : module.named_parameters(true)) {
        tensors.emplace(item.key(), item.value());
    }
    for (const auto& item : module.named_buffers(true)) {
        tensors.emplace(item.key(), item.value());
    }
    return tensors;
}

core::Result<void> assignTensors(torch::nn::Module& module, const TensorMap& values,
                                 const std::string& place) {
    const torch::NoGradGuard noGradient;
    const TensorMap own = namedTensors(module);
    for (const auto& [name, target] : own) {
        const auto value = values.find(name);
        if (value == values.end()) {
            return invalid(place, "the weights lack the tensor '" + name + "'");
        }
        if (value->second.sizes() != target.sizes()) {
            return invalid(place, "the tensor '" + name + "' has the wrong shape");
        }
    }
    for (const auto& [name, value] : values) {
        if (belongsToModule(name) && !own.contains(name)) {
            return invalid(place, "the tensor '" + name + "' belongs to no layer");
        }
    }
    for (const auto& [name, target] : own) {
        torch::Tensor writable = target;
        writable.copy_(values.at(name));
    }
    return {};
}

core::Result<std::int64_t> readConfig(const TensorMap& tensors, const std::string& name,
                                      std::int64_t minimum, std::int64_t maximum,
                                      const std::string& place) {
    const auto item = tensors.find("config." + name);
    if (item == tensors.end() || item->second.numel() != 1 ||
        item->second.scalar_type() != torch::kLong) {
        return invalid(place, "the weights file does not say its '" + name + "'");
    }
    const auto value = item->second.item<std::int64_t>();
    if (value < minimum || value > maximum) {
        return invalid(place, "the weights file's '" + name + "' is " + std::to_string(value) +
                                  ", outside " + std::to_string(minimum) + " to " +
                                  std::to_string(maximum));
    }
    return value;
}

void writeConfig(TensorMap& tensors, const std::string& name, std::int64_t value) {
    tensors["config." + name] = torch::full({1}, value, torch::kLong);
}

}  // namespace lipwright::nets
