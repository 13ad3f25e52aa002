// What the lip-sync expert is trained and judged on: clips with their sound's grid and their mouth
// values relative to the speaker, and stretches of consecutive frames cut from them.
#pragma once

#include "engine/training/clipstore.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace lipwright::training {

struct ExpertClip {
    const StoredClip* clip = nullptr;
    /// (channels, rows) of gridFeatures, row r at r / 100 s of the sound, its drift taken out.
    torch::Tensor grid;
    torch::Tensor values;             ///< (46, N) mouth values relative to the speaker
    std::vector<std::size_t> starts;  ///< frames that begin a stretch whose sound exists

    /// Grid row of the sound that belongs to a frame, `shift` frames of 25 fps later.
    [[nodiscard]] std::int64_t rowOf(std::size_t frame, int shift = 0) const;
    [[nodiscard]] std::size_t frames() const { return clip->data.frames(); }
};

/// `stretch`: frames of a stretch; clips without any are left out when `whole` is set.
[[nodiscard]] std::vector<ExpertClip> expertClips(const std::vector<const StoredClip*>& clips,
                                                  std::int64_t phonetic, std::size_t stretch,
                                                  bool whole);

/// Usable frames at 25 fps in a row.
[[nodiscard]] bool unbroken(const StoredClip& clip, std::size_t frame, std::size_t count);

/// B stretches of L frames.
struct ExpertBatch {
    torch::Tensor pictures;  ///< (B, L, 3, 48, 96) in [0, 1]; undefined when not asked for
    torch::Tensor values;    ///< (B, 46, L)
    torch::Tensor grid;      ///< (B, channels, 4·L)
};

struct StretchPlace {
    std::size_t clip = 0;
    std::size_t frame = 0;
};

[[nodiscard]] ExpertBatch cutStretches(const std::vector<ExpertClip>& clips,
                                       const std::vector<StretchPlace>& places, std::size_t stretch,
                                       bool pictures);

/// (n, 3, 48, 96) in [0, 1] of consecutive frames.
[[nodiscard]] torch::Tensor picturesOf(const StoredClip& clip, std::size_t frame,
                                       std::size_t count);

/// The same flip, shift, zoom and turn, brightness, contrast, colour, grey, noise and blank
/// rectangle for all frames of a stretch; the mouth values of a flipped one are flipped too.
void augmentPictures(ExpertBatch& batch, Random& random);
/// Flip, range, offset, noise, blank values.
void augmentValues(torch::Tensor& values, Random& random);
/// Loudness, tilt, noise, another vocal tract (bands moved up or down); at times no mel at all or
/// no phones at all, so that either alone must do.
void augmentSound(torch::Tensor& grid, std::int64_t phonetic, Random& random);

}  // namespace lipwright::training
