// What an assessment found, as plain values: numbers by name, per clip and engine. A number that
// could not be measured is not there. Names are those of metrics.h.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::assessment {

/// "reconstruction.psnr" -> 23.1.
using Measures = std::map<std::string, double>;

struct EngineResult {
    std::string madeWith;  ///< fingerprint of the weights and settings; another one is done again
    std::string problem;   ///< why there are no or not all measures; empty: none
    Measures measures;
};

struct ClipResult {
    std::string id;
    std::string speaker;
    std::string voice;  ///< id of the clip whose sound the cross-dub has; empty: there was none
    double seconds = 0.0;
    std::string madeWith;  ///< of the baseline
    Measures baseline;  ///< of the footage itself: "real.…", and the new voice on the old picture
    std::map<std::string, EngineResult> engines;
};

struct Results {
    std::string split;
    std::vector<std::string> engines;  ///< in the order they are shown
    std::vector<ClipResult> clips;
};

[[nodiscard]] ClipResult& clipOf(Results& results, const std::string& id);

/// Deterministic text; the aggregates are in it for readers, and worked out again when read.
[[nodiscard]] std::string resultsJson(const Results& results);
/// `place` names the file in errors.
[[nodiscard]] core::Result<Results> resultsFromJson(std::string_view text,
                                                    const std::string& place);

/// One row per clip and engine, one column per measure that any of them has.
[[nodiscard]] std::string resultsCsv(const Results& results);

}  // namespace lipwright::assessment
