// A training log that a spreadsheet opens: one row per entry, columns fixed by the first row
// written. Goes on where an earlier run stopped. Failing to write it never stops a training.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace lipwright::training {

class CsvLog {
public:
    /// An empty path writes nothing.
    explicit CsvLog(std::filesystem::path path) : m_path(std::move(path)) {}
    void add(const std::map<std::string, double>& row);

private:
    std::filesystem::path m_path;
};

}  // namespace lipwright::training
