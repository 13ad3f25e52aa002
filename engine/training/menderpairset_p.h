// The pairs a mender is trained and judged on, and batches of them: runs of two consecutive frames,
// all pictures of a run under one augmentation.
#pragma once

#include "engine/training/pairfile.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <functional>
#include <vector>

namespace lipwright::training {

struct PairClip {
    ClipRecord record;
    MappedPairs pairs;
    std::vector<std::size_t> runs;  ///< pairs that another follows
};

/// Clips with a run at least, all of one crop size; `wanted` chooses by record.
[[nodiscard]] core::Result<std::vector<PairClip>> loadPairs(
    const std::filesystem::path& folder, const std::function<bool(const ClipRecord&)>& wanted);

/// How often each clip is drawn: speakers by the square root of their runs.
[[nodiscard]] std::vector<double> pairWeights(const std::vector<PairClip>& clips);

struct RunPlace {
    std::size_t clip = 0;
    std::size_t run = 0;  ///< into its runs
};

/// N = 2 · runs pictures, a run's two frames in a row. RGB and masks in [0, 1].
struct MenderBatch {
    torch::Tensor warped;  ///< (N, 3, S/2, S)
    torch::Tensor alpha;   ///< (N, 1, S/2, S)
    torch::Tensor upper;   ///< (N, 3, S/2, S)
    torch::Tensor goal;    ///< (N, 3, S/2, S)
    torch::Tensor shapes;  ///< (N, 6)
    torch::Tensor own;     ///< (N, 1, 1, 1) 1 where the goal is the dubbed frame itself
};

/// Without `random` pictures come as they are.
[[nodiscard]] MenderBatch cutMenderBatch(const std::vector<PairClip>& clips,
                                         const std::vector<RunPlace>& places, Random* random);

}  // namespace lipwright::training
