// Training pairs of the mender from one clip: what the warp makes of a frame from other frames, and
// what the camera saw. Flat files, read by mapping them; hostile until checked. They hold footage
// and are never distributed. Reading is thread-safe.
#pragma once

#include "engine/core/result.h"
#include "engine/training/clipfile.h"
#include "engine/training/datasetindex.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::training {

/// N pairs of aligned face crops of side S; halves are (S/2, S). Bytes, RGB, interleaved.
struct PairData {
    std::uint32_t size = 0;            ///< S, even, at most kLargestFace
    std::vector<std::int32_t> frames;  ///< (N) film frame that was dubbed
    std::vector<std::int32_t> goals;   ///< (N) film frame whose mouth it was given
    std::vector<float> shapes;         ///< (N, 6) the mouth that was wanted, relative
    std::vector<std::uint8_t> upper;   ///< (N, S/2, S, 3) upper half of the dubbed frame
    std::vector<std::uint8_t> warped;  ///< (N, S/2, S, 3) its lower half as the warp made it
    std::vector<std::uint8_t> alpha;   ///< (N, S/2, S) the warp's mask
    std::vector<std::uint8_t> goal;    ///< (N, S/2, S, 3) lower half of the frame aimed at
};

[[nodiscard]] core::Result<void> writePairs(const std::filesystem::path& path,
                                            const PairData& pairs);

/// The same, as views of the mapped file. Copies share the mapping.
class MappedPairs {
public:
    [[nodiscard]] static core::Result<MappedPairs> open(const std::filesystem::path& path);

    [[nodiscard]] std::size_t count() const { return frames.size(); }
    /// True when pair i + 1 follows pair i in the film and in what is aimed at.
    [[nodiscard]] bool continuesAfter(std::size_t i) const {
        return i + 1 < count() && frames[i + 1] == frames[i] + 1 && goals[i + 1] == goals[i] + 1;
    }
    /// True when the goal of pair i is the dubbed frame itself.
    [[nodiscard]] bool aimsAtItself(std::size_t i) const { return frames[i] == goals[i]; }

    std::uint32_t size = 0;
    std::span<const std::int32_t> frames;
    std::span<const std::int32_t> goals;
    std::span<const float> shapes;
    std::span<const std::uint8_t> upper;
    std::span<const std::uint8_t> warped;
    std::span<const std::uint8_t> alpha;
    std::span<const std::uint8_t> goal;

private:
    std::shared_ptr<const void> m_mapping;
};

/// File of a clip's pairs in a folder of pairs, whose index.json counts pairs as frames.
[[nodiscard]] std::filesystem::path pairFile(const std::filesystem::path& folder,
                                             const ClipRecord& clip);

}  // namespace lipwright::training
