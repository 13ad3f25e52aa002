#include "engine/core/atomicfile.h"
#include "engine/training/dataset/cliptable_p.h"

#include <map>
#include <sstream>

namespace lipwright::training {

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

core::Result<std::vector<SourceClip>> readClipTable(const std::filesystem::path& table) {
    const auto text = core::readSmallFile(table);
    if (!text) {
        return core::passOn(text);
    }
    std::istringstream stream(*text);
    std::string line;
    std::getline(stream, line);
    std::map<std::string, std::size_t> columns;
    for (const std::string& name : fieldsOf(line)) {
        columns.emplace(name, columns.size());
    }
    for (const char* needed :
         {"id", "file", "split", "speaker", "language", "genuine", "licence_class"}) {
        if (!columns.contains(needed)) {
            return core::fail(core::ErrorCode::invalidArgument,
                              std::string("the table has no column '") + needed + "'",
                              table.string(), "Name the columns in its first line");
        }
    }
    std::vector<SourceClip> clips;
    for (int number = 2; std::getline(stream, line); ++number) {
        if (line.empty()) {
            continue;
        }
        const std::vector<std::string> fields = fieldsOf(line);
        if (fields.size() != columns.size()) {
            return core::fail(core::ErrorCode::invalidArgument, "a row has too few or many fields",
                              table.string() + ", line " + std::to_string(number),
                              "Separate fields by single tabs");
        }
        SourceClip clip;
        clip.record.id = fields[columns["id"]];
        if (!isPlainName(clip.record.id)) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the id '" + clip.record.id + "' is not a plain name",
                              table.string() + ", line " + std::to_string(number),
                              "Use letters, digits, '_', '-' and '.'");
        }
        clip.record.split = fields[columns["split"]];
        clip.record.speaker = fields[columns["speaker"]];
        clip.record.language = fields[columns["language"]];
        clip.record.licenceClass = fields[columns["licence_class"]];
        clip.record.genuine = fields[columns["genuine"]] == "yes";
        clip.film = table.parent_path() / fields[columns["file"]];
        clips.push_back(std::move(clip));
    }
    return clips;
}

}  // namespace lipwright::training
