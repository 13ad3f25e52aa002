#include "engine/nets/weights.h"

#include "engine/nets/tensorarchive_p.h"

namespace lipwright::nets {

namespace {

core::Failure mismatch(const std::filesystem::path& weights, const std::string& reason) {
    return core::fail(core::ErrorCode::modelInvalid, reason, weights.string(),
                      "Restore the models folder from the installation");
}

}  // namespace

core::Result<WeightShapes> weightShapes(const std::filesystem::path& weights) {
    const auto tensors = readTensors(weights);
    if (!tensors) {
        return core::passOn(tensors);
    }
    WeightShapes shapes;
    for (const auto& [name, tensor] : *tensors) {
        shapes[name] = tensor.sizes().vec();
    }
    return shapes;
}

core::Result<void> checkWeights(const std::filesystem::path& weights,
                                const WeightShapes& expected) {
    const auto found = weightShapes(weights);
    if (!found) {
        return core::passOn(found);
    }
    for (const auto& [name, shape] : expected) {
        const auto tensor = found->find(name);
        if (tensor == found->end()) {
            return mismatch(weights, "the weights lack the tensor '" + name + "'");
        }
        if (tensor->second != shape) {
            return mismatch(weights,
                            "the tensor '" + name + "' has another shape than the manifest says");
        }
    }
    for (const auto& [name, shape] : *found) {
        if (!expected.contains(name)) {
            return mismatch(weights, "the tensor '" + name + "' is not in the manifest");
        }
    }
    return {};
}

}  // namespace lipwright::nets
