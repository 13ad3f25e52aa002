// Windows of the lip-sync expert cut from clips: five consecutive crops and the 16 mel columns that
// belong to them, and their augmentation.
#pragma once

#include "engine/training/clipstore.h"
#include "engine/training/random.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace lipwright::training {

inline constexpr int kWindowFrames = 5;
inline constexpr int kWindowColumns = 16;

/// First mel column of the window that begins at a frame, `shift` frames of 25 fps later in the
/// sound.
[[nodiscard]] std::int64_t firstColumn(const StoredClip& clip, std::size_t frame, int shift = 0);
[[nodiscard]] bool hasColumns(const StoredClip& clip, std::int64_t column);
/// Frames that begin a window: five usable frames in a row at 25 fps whose sound exists.
[[nodiscard]] std::vector<std::size_t> windowStarts(const StoredClip& clip);

/// Where to cut: `clip` indexes the list of clips given.
struct WindowPlace {
    std::size_t clip = 0;
    std::size_t frame = 0;
};

/// (N, 15, 48, 96) float in [0, 1].
[[nodiscard]] torch::Tensor pictureWindows(const std::vector<const StoredClip*>& clips,
                                           const std::vector<WindowPlace>& places);
/// (N, 1, 80, 16).
[[nodiscard]] torch::Tensor soundWindows(const std::vector<const StoredClip*>& clips,
                                         const std::vector<WindowPlace>& places);
/// (N, 30): the relative mouth measures of the five frames.
[[nodiscard]] torch::Tensor measureWindows(const std::vector<const StoredClip*>& clips,
                                           const std::vector<WindowPlace>& places);

inline constexpr int kPhoneInstants = 4;  ///< of a window, 50 ms apart
/// (N, 4, P): phone posteriors at four instants of the window's sound, P as the first clip has it.
[[nodiscard]] torch::Tensor phoneWindows(const std::vector<const StoredClip*>& clips,
                                         const std::vector<WindowPlace>& places);

/// The same flip, shift, zoom and turn for all frames of a window; brightness, contrast, colour,
/// grey, noise, a blank rectangle.
[[nodiscard]] torch::Tensor augmentedPictures(const torch::Tensor& pictures, Random& random);
/// Loudness, noise, blank bands.
[[nodiscard]] torch::Tensor augmentedSound(const torch::Tensor& mel, Random& random);

}  // namespace lipwright::training
