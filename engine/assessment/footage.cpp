#include "engine/assessment/footage.h"

#include "engine/core/tabtable.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace lipwright::assessment {
namespace {

constexpr double kNearlyAsLong = 0.9;

bool isPlain(const std::string& id) {
    return !id.empty() && id.front() != '.' &&
           id.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
               std::string::npos;
}

/// The first clip of every speaker, then the second of every one ...
std::vector<std::size_t> inTurn(std::span<const Clip> clips, std::vector<std::size_t> chosen) {
    std::map<std::string, int> heard;
    std::map<std::size_t, int> turn;
    for (const std::size_t index : chosen) {
        turn[index] = heard[clips[index].speaker]++;
    }
    std::ranges::stable_sort(chosen, {}, [&turn](std::size_t index) { return turn.at(index); });
    return chosen;
}

core::Result<void> checkIds(std::span<const Clip> clips, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        if (std::ranges::find(clips, id, &Clip::id) == clips.end()) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the split has no clip '" + id + "'", "--ids",
                              "Take ids of the manifest's first column");
        }
    }
    return {};
}

}  // namespace

core::Result<std::vector<Clip>> readClips(const std::filesystem::path& manifest,
                                          const std::string& split) {
    const auto rows =
        core::readTabTable(manifest, {"id", "file", "split", "speaker", "duration_s"});
    if (!rows) {
        return core::passOn(rows);
    }
    std::vector<Clip> clips;
    for (const core::TabRow& row : *rows) {
        if (row.fields.at("split") != split) {
            continue;
        }
        if (!isPlain(row.fields.at("id"))) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "the id '" + row.fields.at("id") + "' is not a plain name", row.place,
                              "Use letters, digits, '_', '-' and '.'");
        }
        clips.push_back({row.fields.at("id"), manifest.parent_path() / row.fields.at("file"),
                         row.fields.at("speaker"),
                         std::strtod(row.fields.at("duration_s").c_str(), nullptr)});
    }
    return clips;
}

core::Result<std::vector<std::size_t>> chooseClips(std::span<const Clip> clips,
                                                   const ClipChoice& choice) {
    if (const auto known = checkIds(clips, choice.ids); !known) {
        return core::passOn(known);
    }
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const bool named = std::ranges::find(choice.ids, clips[i].id) != choice.ids.end();
        if (named || (choice.ids.empty() && (choice.words || clips[i].seconds >= kWordSeconds))) {
            chosen.push_back(i);
        }
    }
    if (choice.most > 0 && chosen.size() > choice.most) {
        chosen = inTurn(clips, std::move(chosen));
        chosen.resize(choice.most);
        std::ranges::sort(chosen);
    }
    return chosen;
}

const Clip* voiceFor(std::span<const Clip> clips, std::size_t index) {
    const Clip* longest = nullptr;
    for (std::size_t i = 1; i < clips.size(); ++i) {
        const Clip& other = clips[(index + i) % clips.size()];
        if (other.speaker == clips[index].speaker) {
            continue;
        }
        if (other.seconds >= kNearlyAsLong * clips[index].seconds) {
            return &other;
        }
        longest = longest == nullptr || other.seconds > longest->seconds ? &other : longest;
    }
    return longest;
}

}  // namespace lipwright::assessment
