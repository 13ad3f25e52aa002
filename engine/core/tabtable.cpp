#include "engine/core/tabtable.h"

#include "engine/core/atomicfile.h"

#include <algorithm>
#include <sstream>

namespace lipwright::core {
namespace {

std::vector<std::string> fieldsOf(std::string line) {
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    std::vector<std::string> fields;
    std::size_t begin = 0;
    for (std::size_t tab = line.find('\t'); tab != std::string::npos;
         tab = line.find('\t', begin)) {
        fields.push_back(line.substr(begin, tab - begin));
        begin = tab + 1;
    }
    fields.push_back(line.substr(begin));
    return fields;
}

}  // namespace

Result<std::vector<TabRow>> readTabTable(const std::filesystem::path& path,
                                         std::initializer_list<const char*> needed) {
    const auto text = readSmallFile(path);
    if (!text) {
        return passOn(text);
    }
    std::istringstream stream(*text);
    std::string line;
    std::getline(stream, line);
    const std::vector<std::string> columns = fieldsOf(line);
    for (const char* name : needed) {
        if (std::ranges::find(columns, name) == columns.end()) {
            return fail(ErrorCode::invalidArgument,
                        std::string("the table has no column '") + name + "'", path.string(),
                        "Name the columns in its first line");
        }
    }
    std::vector<TabRow> rows;
    for (int number = 2; std::getline(stream, line); ++number) {
        if (line.empty()) {
            continue;
        }
        const std::vector<std::string> fields = fieldsOf(line);
        TabRow& row = rows.emplace_back();
        row.place = path.string() + ", line " + std::to_string(number);
        if (fields.size() != columns.size()) {
            return fail(ErrorCode::invalidArgument, "a row has too few or many fields", row.place,
                        "Separate fields by single tabs");
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row.fields.emplace(columns[i], fields[i]);
        }
    }
    return rows;
}

}  // namespace lipwright::core
