// A prepared data set drawn from a formula: the mouth's opening is the loudness of the sound, its
// width a second band's, and the crops show a dark mouth of that size. Known offsets, no footage.
#pragma once

#include "engine/training/clipfile.h"
#include "engine/training/datasetindex.h"

#include <filesystem>

namespace lipwright::tests {

struct SyntheticOptions {
    int speakers = 6;
    int clipsPerSpeaker = 2;
    int frames = 90;
    int soundLate = 0;  ///< frames; as estimateOffsets should find it
    unsigned seed = 1;
    int faceSize = 0;  ///< pixels of whole face crops; 0: none
};

/// soundDrift: as ClipRecord::soundDrift. With faces their lower half is the mouth's crop, the
/// upper one skin of a shade that belongs to the seed.
[[nodiscard]] training::ClipData syntheticClip(int frames, int soundLate, unsigned seed,
                                               double soundDrift = 0.0, int faceSize = 0);

/// Clips and index.json; speakers are called "natural0", "natural1" ..., ids "syn_0_0" ...
[[nodiscard]] core::Result<void> writeSyntheticDataset(const std::filesystem::path& folder,
                                                       const SyntheticOptions& options);

}  // namespace lipwright::tests
