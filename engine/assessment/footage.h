// The clips that engines are assessed on: a table of footage with its splits by speaker, the choice
// of some of them, and whose voice each is dubbed with. Plain values.
#pragma once

#include "engine/core/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace lipwright::assessment {

struct Clip {
    std::string id;
    std::filesystem::path file;
    std::string speaker;
    double seconds = 0.0;
};

/// Those of a split ("train", "test"), in the table's order. The table is tab-separated with a
/// header: id, file (relative to the table), split, speaker, duration_s. Ids become file names and
/// must be plain.
[[nodiscard]] core::Result<std::vector<Clip>> readClips(const std::filesystem::path& manifest,
                                                        const std::string& split);

/// Shorter clips hold a single word: they are assessed only when asked for.
inline constexpr double kWordSeconds = 1.6;

struct ClipChoice {
    std::vector<std::string> ids;  ///< only these; empty: all
    std::size_t most = 0;          ///< 0: no limit; else one of each speaker first, then another
    bool words = false;            ///< short clips as well
};

/// Indices of the chosen clips, ascending. An id that is not there is an error.
[[nodiscard]] core::Result<std::vector<std::size_t>> chooseClips(std::span<const Clip> clips,
                                                                 const ClipChoice& choice);

/// The next clip of another speaker that is nearly as long, else the longest of another speaker;
/// null when nobody else is there.
[[nodiscard]] const Clip* voiceFor(std::span<const Clip> clips, std::size_t index);

}  // namespace lipwright::assessment
