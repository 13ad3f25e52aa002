// Which figures are compared, in which direction they are better, and how they sum up over clips.
// Plain functions on values.
#pragma once

#include "engine/assessment/results.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lipwright::assessment {

enum class Better { higher, lower, neither };

/// What a figure is about: how its page is ordered.
enum class Theme { sync, fidelity, picture, mouth, work };

struct Metric {
    const char* key;
    Theme theme;
    const char* title;
    const char* unit;         ///< may be empty
    const char* explanation;  ///< one sentence
    Better better = Better::neither;
    std::optional<double> wanted = {};  ///< what the best engine should reach
    /// Not empty: the metric is numerator / denominator, measures by these names. Over clips it is
    /// the ratio of the means, since a ratio of one clip may divide by next to nothing.
    const char* numerator = "";
    const char* denominator = "";
    /// Only clips whose own sound the expert finds in sync count: the others flatter the dub.
    bool inSyncOnly = false;
    int decimals = 3;
};

[[nodiscard]] std::span<const Metric> metrics();

struct Aggregate {
    int n = 0;
    double mean = 0.0;
    double median = 0.0;
    /// Of each clip, in the order of the clips.
    std::vector<double> values;
    std::vector<std::string> ids;
};

[[nodiscard]] Aggregate aggregate(const Results& results, const std::string& engine,
                                  const Metric& metric);

/// Whether the wanted value is reached; nothing when none is wanted or nothing was measured.
[[nodiscard]] std::optional<bool> reached(const Metric& metric, const Aggregate& aggregate);

}  // namespace lipwright::assessment
