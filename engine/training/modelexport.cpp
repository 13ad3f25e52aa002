#include "engine/training/modelexport.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/nets/weights.h"

namespace lipwright::training {

core::Result<models::ModelEntry> publishModel(const std::filesystem::path& weights,
                                              const std::filesystem::path& folder,
                                              models::ModelEntry entry) {
    const auto shapes = nets::weightShapes(weights);
    if (!shapes) {
        return core::passOn(shapes);
    }
    const auto bytes = core::readSmallFile(weights, 512U << 20);
    if (!bytes) {
        return core::passOn(bytes);
    }
    entry.file = entry.role + ".weights";
    entry.shapes = *shapes;
    entry.sha256 = core::sha256(std::as_bytes(std::span(bytes->data(), bytes->size())));
    if (const auto written = core::writeFileAtomically(folder / entry.file, *bytes); !written) {
        return core::passOn(written);
    }
    if (const auto updated = models::updateManifest(folder, entry); !updated) {
        return core::passOn(updated);
    }
    return entry;
}

}  // namespace lipwright::training
