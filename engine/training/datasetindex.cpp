#include "engine/training/datasetindex.h"

#include "engine/core/atomicfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace lipwright::training {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kIndexName = "index.json";

json toJson(const ClipRecord& clip) {
    return {{"id", clip.id},
            {"split", clip.split},
            {"speaker", clip.speaker},
            {"language", clip.language},
            {"licenceClass", clip.licenceClass},
            {"genuine", clip.genuine},
            {"frames", clip.frames},
            {"usableFrames", clip.usableFrames},
            {"seconds", clip.seconds},
            {"soundLate", clip.soundLate},
            {"soundDrift", clip.soundDrift},
            {"offsetSource", clip.offsetSource},
            {"offsetConfidence", clip.offsetConfidence},
            {"skipped", clip.skipped}};
}

ClipRecord fromJson(const json& object) {
    ClipRecord clip;
    object.at("id").get_to(clip.id);
    object.at("split").get_to(clip.split);
    object.at("speaker").get_to(clip.speaker);
    object.at("language").get_to(clip.language);
    object.at("licenceClass").get_to(clip.licenceClass);
    object.at("genuine").get_to(clip.genuine);
    object.at("frames").get_to(clip.frames);
    object.at("usableFrames").get_to(clip.usableFrames);
    object.at("seconds").get_to(clip.seconds);
    object.at("soundLate").get_to(clip.soundLate);
    clip.soundDrift = object.value("soundDrift", 0.0);
    object.at("offsetSource").get_to(clip.offsetSource);
    object.at("offsetConfidence").get_to(clip.offsetConfidence);
    object.at("skipped").get_to(clip.skipped);
    return clip;
}

}  // namespace

bool isPlainName(const std::string& id) {
    return !id.empty() && id.front() != '.' &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
           });
}

std::string ClipRecord::set() const {
    const auto first = id.find('_');
    const std::string prefix = id.substr(0, first);
    if (first == std::string::npos || prefix == "grid" || prefix == "trlip") {
        return speaker;
    }
    return prefix == "dolos" ? id.substr(0, id.find('_', first + 1)) : prefix;
}

core::Result<DatasetIndex> readIndex(const fs::path& folder) {
    const fs::path file = folder / kIndexName;
    const auto text = core::readSmallFile(file);
    if (!text) {
        return core::passOn(text);
    }
    const char* remedy = "Build the data set again";
    try {
        const json root = json::parse(*text);
        if (root.at("version").get<int>() != kIndexVersion) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the data set is of another version", file.string(), remedy);
        }
        DatasetIndex index;
        for (const json& object : root.at("clips")) {
            index.clips.push_back(fromJson(object));
            if (!isPlainName(index.clips.back().id)) {
                return core::fail(core::ErrorCode::invalidArgument,
                                  "a clip's id is not a plain name", file.string(), remedy);
            }
        }
        return index;
    } catch (const json::exception& error) {
        return core::fail(core::ErrorCode::invalidArgument,
                          std::string("the data set's index is malformed: ") + error.what(),
                          file.string(), remedy);
    }
}

core::Result<void> writeIndex(const fs::path& folder, const DatasetIndex& index) {
    json clips = json::array();
    for (const ClipRecord& clip : index.clips) {
        clips.push_back(toJson(clip));
    }
    const json root = {{"version", kIndexVersion}, {"clips", clips}};
    return core::writeFileAtomically(folder / kIndexName,
                                     root.dump(1, ' ', false, json::error_handler_t::replace));
}

}  // namespace lipwright::training
