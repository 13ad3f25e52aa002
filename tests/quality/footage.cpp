#include "tests/quality/footage.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace lipwright::quality {
namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) {
        result.push_back(cell);
    }
    return result;
}

}  // namespace

std::vector<Clip> readClips(const std::filesystem::path& manifest, const std::string& split) {
    std::ifstream file(manifest);
    std::string line;
    std::getline(file, line);
    std::map<std::string, std::size_t> column;
    for (const auto& name : cells(line)) {
        column.emplace(name, column.size());
    }
    std::vector<Clip> clips;
    while (std::getline(file, line)) {
        const auto row = cells(line);
        if (row.size() > column["duration_s"] && row[column["split"]] == split) {
            clips.push_back({row[column["id"]], manifest.parent_path() / row[column["file"]],
                             row[column["speaker"]], std::atof(row[column["duration_s"]].c_str())});
        }
    }
    return clips;
}

}  // namespace lipwright::quality
