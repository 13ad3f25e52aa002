// The frames of an actor that show a painting network how the mouth looks (paper 001 §3.5), and
// their pictures as it takes them.
#pragma once

#include "engine/synthesis/engine.h"
#include "engine/synthesis/facecropgrid.h"

#include <cstdint>
#include <vector>

namespace lipwright::synthesis {

struct MouthReference {
    std::size_t index = 0;  ///< into library.frames()
    int variation = 0;      ///< 0: as filmed; else turned, scaled and moved a little
};

/// `count` references: of each kind of mouth one frame that is not banned, and where the footage
/// shows fewer, variations of them. Equal calls give equal results. Refused when every frame is
/// banned.
[[nodiscard]] core::Result<std::vector<MouthReference>> referencesFrom(
    const FrameLibrary& library, const std::vector<std::int64_t>& banned, std::size_t count);

/// Places of those references that lie more than `neighbours` film frames away from a frame or on
/// another track, for frames that must not be shown what they replace; the farthest one if none
/// does.
[[nodiscard]] std::vector<int> referencesAwayFrom(const LibraryFrame& target, int neighbours,
                                                  const std::vector<MouthReference>& references,
                                                  const FrameLibrary& library);

/// Film pixels from which a reference's crop of `size` can be cut.
[[nodiscard]] PictureRequest pictureOf(const LibraryFrame& frame, int size, cv::Size film);

/// Appends the lower half (size / 2, size, 3) as bytes, RGB.
void appendLowerHalf(const MouthReference& reference, const LibraryFrame& frame,
                     const PlacedPicture& picture, int size, std::vector<std::uint8_t>& bytes);

}  // namespace lipwright::synthesis
