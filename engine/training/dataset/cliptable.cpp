#include "engine/core/tabtable.h"
#include "engine/training/dataset/cliptable_p.h"

namespace lipwright::training {

core::Result<std::vector<SourceClip>> readClipTable(const std::filesystem::path& table) {
    const auto rows = core::readTabTable(
        table, {"id", "file", "split", "speaker", "language", "genuine", "licence_class"});
    if (!rows) {
        return core::passOn(rows);
    }
    std::vector<SourceClip> clips;
    for (const core::TabRow& row : *rows) {
        SourceClip clip;
        clip.record.id = row.fields.at("id");
        if (!isPlainName(clip.record.id)) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the id '" + clip.record.id + "' is not a plain name", row.place,
                              "Use letters, digits, '_', '-' and '.'");
        }
        clip.record.split = row.fields.at("split");
        clip.record.speaker = row.fields.at("speaker");
        clip.record.language = row.fields.at("language");
        clip.record.licenceClass = row.fields.at("licence_class");
        clip.record.genuine = row.fields.at("genuine") == "yes";
        clip.film = table.parent_path() / row.fields.at("file");
        clips.push_back(std::move(clip));
    }
    return clips;
}

}  // namespace lipwright::training
