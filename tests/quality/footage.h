// The table of clips that quality is measured on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lipwright::quality {

struct Clip {
    std::string id;
    std::filesystem::path file;
    std::string speaker;
    double seconds = 0.0;
};

/// Those of a split ("train", "test"), in the table's order.
[[nodiscard]] std::vector<Clip> readClips(const std::filesystem::path& manifest,
                                          const std::string& split);

}  // namespace lipwright::quality
