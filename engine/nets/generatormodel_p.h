// The generator of paper 001 §3.4 as a module: it paints the lower half of a face crop from the
// upper half (who and how lit), reference mouths of the same person (encoded once per take) and
// what drives the mouth (sound, or the wanted shape, or both). For engine/nets and engine/training
// only.
//
// Deviations: the identity encoder sees the upper half mirrored downwards, so that its features lie
// beside those of the lower half at their common border, and only the lower half is painted (half
// the work; the rest would be thrown away). The wanted mouth shape may drive beside the sound.
#pragma once

#include "engine/nets/speechfeatures.h"
#include "engine/nets/tensorarchive_p.h"

#include <torch/torch.h>

#include <vector>

namespace lipwright::nets {

inline constexpr std::int64_t kGeneratorSoundRows =
    20;  ///< 0.2 s of expertGrid(): from 0.08 s before the frame
inline constexpr std::int64_t kGeneratorShapeFrames = 5;  ///< the frame, two before, two after
inline constexpr std::int64_t kGeneratorShapeValues = 6;  ///< relative face::MouthShape

/// How reference embeddings r are weighed by the drive a (paper 001 eq. 5).
enum class ReferenceAttention {
    mean,      ///< all alike: the paper's ablation without attention
    paper,     ///< softmax(−σ(a·r)), the paper's sign
    positive,  ///< softmax(σ(a·r))
    scaled     ///< softmax(a·r / √E), which can choose sharply
};

/// Weights (N, K), summing to 1, of K reference embeddings (N, K, E) for drives (N, E).
[[nodiscard]] torch::Tensor attentionWeights(ReferenceAttention attention,
                                             const torch::Tensor& drive,
                                             const torch::Tensor& embeddings);

struct GeneratorConfig {
    std::int64_t size = 96;        ///< side of the face crop, a multiple of 32
    std::int64_t width = 16;       ///< channels of the first layer
    std::int64_t embedding = 256;  ///< E
    std::int64_t phonetic = 42;    ///< phone values of the sound's grid
    bool sound = true;             ///< the sound drives
    bool shape = true;             ///< the wanted shape drives
    ReferenceAttention attention = ReferenceAttention::scaled;
    bool residual = true;    ///< residual blocks (paper 001 Table 4.1, ResNet)
    bool driveSkips = true;  ///< the drive enters the decoder at every level (Audio skips)
    bool maskHead = true;  ///< predicts the mask it is blended by (Mask); else the mask is all ones
};

/// What the encoder makes of a take's references.
struct ReferenceFeatures {
    torch::Tensor embeddings;           ///< (B, K, E)
    std::vector<torch::Tensor> levels;  ///< (B, K, C, h, w), from S/4 × S/2 to coarse
};

/// The painted lower half and where it counts, values in [0, 1].
struct PaintedMouth {
    torch::Tensor rgb;   ///< (N, 3, S/2, S)
    torch::Tensor mask;  ///< (N, 1, S/2, S)
};

struct GeneratorModelImpl : torch::nn::Module {
    explicit GeneratorModelImpl(const GeneratorConfig& config);
    ~GeneratorModelImpl() override;

    /// (B, K, 3, S/2, S) lower halves, RGB in [0, 1].
    ReferenceFeatures encodeReferences(const torch::Tensor& references);
    /// (N, gridChannels, 20) rows of expertGrid() and (N, 5 · 6) relative shapes -> (N, E).
    /// What the configuration does not use may be undefined.
    torch::Tensor encodeDrive(const torch::Tensor& grid, const torch::Tensor& shapes);
    /// `upper` (N, 3, S/2, S) upper halves; `take` (N) long: which of the B reference sets is
    /// whose.
    PaintedMouth paint(const torch::Tensor& upper, const torch::Tensor& drive,
                       const ReferenceFeatures& references, const torch::Tensor& take);

    GeneratorConfig config;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};
TORCH_MODULE(GeneratorModel);

[[nodiscard]] TensorMap generatorArchive(const GeneratorModelImpl& model);
[[nodiscard]] core::Result<GeneratorModel> loadGenerator(const TensorMap& tensors,
                                                         const std::string& place);

}  // namespace lipwright::nets
