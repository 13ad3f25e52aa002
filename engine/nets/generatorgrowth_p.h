// Weights of a generator of one crop size as a beginning for another: what was learned on small
// crops in an hour goes on learning on larger ones. For engine/nets and engine/training only.
#pragma once

#include "engine/nets/tensorarchive_p.h"

namespace lipwright::nets {

/// The archive of generatorArchive() with its three layers that know the coarsest map's size
/// (`identity.embed`, `reference.embed`, `decoder.begin`) resampled bilinearly for crops of `size`
/// pixels, a multiple of 32; sums over the map keep their value. All other tensors are convolutions
/// or know nothing of pictures and stay. `place` names the archive in errors.
[[nodiscard]] core::Result<TensorMap> resizedGenerator(const TensorMap& archive, std::int64_t size,
                                                       const std::string& place);

}  // namespace lipwright::nets
