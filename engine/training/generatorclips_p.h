// What a generator is trained and validated on: five frames in a row of a clip, reference frames of
// the same clip with other mouths, and what the networks hear and shall show, all under one
// augmentation.
#pragma once

#include "engine/nets/expertmodel_p.h"
#include "engine/training/expertclips_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::training {

inline constexpr std::size_t kPaintedFrames = nets::kExpertFrames;

/// How references are sampled (paper 001 §3.5 and Table 4.1).
enum class ReferenceSampling { random, neighbours, clusters };

struct GeneratorClip {
    ExpertClip clip;                      ///< starts: of two frames, the five painted, two more
    std::vector<std::size_t> references;  ///< frames, one per cluster of mouths
    std::vector<std::size_t> usable;      ///< all usable frames
};

/// Clips that have faces and are long enough.
[[nodiscard]] std::vector<GeneratorClip> generatorClips(const std::vector<const StoredClip*>& clips,
                                                        std::int64_t phonetic,
                                                        std::size_t references);

struct GeneratorBatchOptions {
    std::int64_t size = 96;
    std::size_t references = 10;  ///< K
    ReferenceSampling sampling = ReferenceSampling::clusters;
    bool fillByAugmenting = true;  ///< missing references are affine copies of others
    bool augment = true;
    std::size_t faceFrames = 8;  ///< real frames the expert's idea of the face is taken from
};

/// B clips, five frames each; N = 5·B, a clip's frames in a row.
struct GeneratorBatch {
    torch::Tensor upper;       ///< (N, 3, S/2, S) RGB in [0, 1]
    torch::Tensor lower;       ///< (N, 3, S/2, S), the goal
    torch::Tensor hull;        ///< (N, 1, S/2, S) 0 or 1
    torch::Tensor references;  ///< (B, K, 3, S/2, S)
    torch::Tensor faces;       ///< (B, faceFrames, 3, S/2, S) real lower halves
    torch::Tensor grid;        ///< (N, channels, 20)
    torch::Tensor shapes;      ///< (N, 30)
    torch::Tensor expertGrid;  ///< (B, channels, 18) of the five frames together
    torch::Tensor take;        ///< (N) which of the B clips
};

/// `start` of a place is one of the clip's starts.
[[nodiscard]] GeneratorBatch cutGeneratorBatch(const std::vector<GeneratorClip>& clips,
                                               const std::vector<StretchPlace>& places,
                                               const GeneratorBatchOptions& options,
                                               Random& random);

}  // namespace lipwright::training
