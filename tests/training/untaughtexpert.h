// A small lip-sync expert that knows nothing yet: how losses are put together does not depend on
// it.
#pragma once

#include "engine/nets/expertmodel_p.h"

namespace lipwright::tests {

[[nodiscard]] inline core::Result<void> writeUntaughtExpert(
    const std::filesystem::path& file, nets::ExpertSight sight = nets::ExpertSight::pictures) {
    torch::manual_seed(1);
    const nets::ExpertModel expert(nets::ExpertConfig{sight, 4, 8, 8, 0, 0.0});
    return nets::writeTensors(file, nets::expertArchive(*expert, {4.0F, -1.0F}),
                              nets::StoredPrecision::full);
}

}  // namespace lipwright::tests
