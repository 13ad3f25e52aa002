// A tab-separated table with a header line, as lists of footage are kept. Read whole: for tables of
// some thousand rows. Plain values.
#pragma once

#include "engine/core/result.h"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace lipwright::core {

struct TabRow {
    std::string place;  ///< "manifest.tsv, line 12", for errors
    std::map<std::string, std::string> fields;
};

/// ErrorCode::invalidArgument when a needed column or a row's field is missing.
[[nodiscard]] Result<std::vector<TabRow>> readTabTable(const std::filesystem::path& path,
                                                       std::initializer_list<const char*> needed);

}  // namespace lipwright::core
