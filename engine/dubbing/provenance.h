// What an exported film says about itself: that mouths were re-synthesised, where, how, from which
// voice, and who agreed.
#pragma once

#include "engine/dubbing/segmentation.h"

#include <map>
#include <string>
#include <vector>

namespace lipwright::dubbing {

struct Provenance {
    std::string engine;                         ///< "warped 1"
    std::map<std::string, std::string> models;  ///< role -> sha256
    std::string voiceSha256;
    std::string consent;  ///< empty: "not recorded"
    std::vector<Segment> segments;
};

/// Container tags: "comment" for people, "lipwright_*" for programs. Long films list the first 200
/// segments' frame ranges and the total.
[[nodiscard]] std::map<std::string, std::string> metadataTags(const Provenance& provenance);

}  // namespace lipwright::dubbing
