#include "engine/models/actormodel.h"

#include "engine/core/atomicfile.h"
#include "engine/core/hash.h"
#include "engine/core/temporaryfolder.h"
#include "engine/models/actormodeljson_p.h"
#include "engine/models/hexadecimal_p.h"

#include <algorithm>
#include <cstddef>
#include <system_error>

namespace lipwright::models {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kLargestModelFile = 16U << 20;
constexpr const char* kRemedy = "Remove the actor model and adapt to the actor again";

/// What the id tells apart: the same weights for the same actor of the same film are one model.
std::string idOf(const ActorModel& model) {
    std::string text = model.filmFingerprint + "\n" + std::to_string(model.actor) + "\n";
    for (const AdaptedPart& part : model.parts) {
        text += part.role + " " + part.sha256 + "\n";
    }
    return core::sha256(std::as_bytes(std::span(text))).substr(0, kIdDigits);
}

/// A file of the model itself, not a link to somewhere else.
bool isOwnFile(const fs::path& file) {
    std::error_code ignored;
    return fs::symlink_status(file, ignored).type() == fs::file_type::regular;
}

bool isOwnFolder(const fs::path& folder) {
    std::error_code ignored;
    return fs::symlink_status(folder, ignored).type() == fs::file_type::directory;
}

core::Failure unusable(const std::string& reason, const fs::path& place) {
    return core::fail(ErrorCode::modelInvalid, "the actor model is damaged: " + reason,
                      place.string(), kRemedy);
}

core::Failure failed(const std::error_code& error, const fs::path& place,
                     const std::string& action) {
    return core::Failure(core::errorFromErrno(error.value(), place.string(), action));
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return error ? failed(error, folder, "can not make the folder of actor models")
                 : Result<void>();
}

Result<void> copyWeights(const fs::path& from, const fs::path& folder, AdaptedPart& part) {
    part.file = part.role + ".weights";
    std::error_code error;
    fs::copy_file(from, folder / part.file, error);
    if (error) {
        return failed(error, from, "can not copy the weights into the actor model");
    }
    auto hash = core::sha256OfFile(folder / part.file);
    if (!hash) {
        return core::passOn(hash);
    }
    part.sha256 = std::move(*hash);
    return {};
}

/// Gives the filled folder its final name, in place of a damaged one.
Result<void> publish(const fs::path& whole, const fs::path& actors, const std::string& id) {
    if (isOwnFolder(actors / id)) {
        if (const auto removed = removeActorModel(actors, id); !removed) {
            return removed;
        }
    }
    std::error_code error;
    fs::permissions(whole,
                    fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                        fs::perms::others_read | fs::perms::others_exec,
                    error);
    fs::rename(whole, actors / id, error);
    return error ? failed(error, actors / id, "can not store the actor model") : Result<void>();
}

Result<void> writeModelFile(const fs::path& folder, const ActorModel& model) {
    const std::string text = printActorModel(model);
    if (const auto checked = parseActorModel(text, (folder / kActorModelFile).string()); !checked) {
        return core::passOn(checked);
    }
    return core::writeFileAtomically(folder / kActorModelFile, text);
}

Result<void> importModel(const fs::path& from, const fs::path& into, const ActorModel& model) {
    auto working = core::TemporaryFolder::create(into, "import");
    if (!working) {
        return core::passOn(working);
    }
    ActorModel copy = model;
    for (AdaptedPart& part : copy.parts) {
        const auto weights = verifiedWeights(from, model, part.role);
        if (!weights) {
            return core::passOn(weights);
        }
        if (const auto copied = copyWeights(*weights, working->path(), part); !copied) {
            return copied;
        }
    }
    if (copy.id != idOf(copy)) {
        return unusable("a weights file changed while it was copied", from / model.id);
    }
    if (const auto written = writeModelFile(working->path(), copy); !written) {
        return written;
    }
    return publish(working->path(), into, model.id);
}

}  // namespace

const AdaptedPart* ActorModel::part(const std::string& role) const {
    const auto found = std::ranges::find(parts, role, &AdaptedPart::role);
    return found == parts.end() ? nullptr : &*found;
}

bool isActorModelId(const std::string& text) {
    return text.size() == kIdDigits && isLowerHexadecimal(text);
}

Result<ActorModelList> listActorModels(const fs::path& actors) {
    ActorModelList list;
    std::error_code error;
    if (!fs::exists(actors, error)) {
        return list;
    }
    for (auto entry = fs::directory_iterator(actors, error);
         !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (!isActorModelId(entry->path().filename().string())) {
            continue;
        }
        auto model = readActorModel(entry->path());
        if (model) {
            list.models.push_back(std::move(*model));
        } else {
            list.damaged.push_back(model.error());
        }
    }
    if (error) {
        return failed(error, actors, "can not read the folder of actor models");
    }
    std::ranges::sort(list.models, {},
                      [](const ActorModel& model) { return std::tie(model.created, model.id); });
    return list;
}

Result<ActorModel> readActorModel(const fs::path& folder) {
    const fs::path file = folder / kActorModelFile;
    if (!isOwnFolder(folder) || !isOwnFile(file)) {
        return unusable("it has no file actor.json of its own", folder);
    }
    const auto text = core::readSmallFile(file, kLargestModelFile);
    if (!text) {
        return core::passOn(text);
    }
    auto model = parseActorModel(*text, file.string());
    if (!model) {
        return model;
    }
    if (model->id != idOf(*model) || folder.filename() != model->id) {
        return unusable("its name does not fit its content", folder);
    }
    for (const AdaptedPart& part : model->parts) {
        if (!isOwnFile(folder / part.file)) {
            return unusable("the weights file is missing", folder / part.file);
        }
    }
    return model;
}

Result<ActorModel> findActorModel(const fs::path& actors, const std::string& id) {
    std::error_code ignored;
    if (!isActorModelId(id) || !fs::exists(actors / id, ignored)) {
        return core::fail(ErrorCode::modelInvalid, "there is no actor model '" + id + "'",
                          actors.string(),
                          "Choose another model for the segment, or adapt to the actor again");
    }
    return readActorModel(actors / id);
}

Result<fs::path> verifiedWeights(const fs::path& actors, const ActorModel& model,
                                 const std::string& role) {
    const AdaptedPart* const part = model.part(role);
    if (part == nullptr) {
        return core::fail(ErrorCode::invalidArgument,
                          "the actor model '" + model.id + "' has no " + role,
                          (actors / model.id).string());
    }
    fs::path file = actors / model.id / part->file;
    if (!isOwnFile(file)) {
        return unusable("the weights file is missing", file);
    }
    const auto hash = core::sha256OfFile(file);
    if (!hash) {
        return core::passOn(hash);
    }
    return *hash == part->sha256
               ? Result<fs::path>(std::move(file))
               : unusable("the weights file is not the one that was stored (sha256 " + *hash +
                              ", expected " + part->sha256 + ")",
                          file);
}

Result<ActorModel> storeActorModel(const fs::path& actors, ActorModel model,
                                   const std::map<std::string, fs::path>& weights) {
    if (const auto made = makeFolder(actors); !made) {
        return core::passOn(made);
    }
    auto working = core::TemporaryFolder::create(actors, "adapted");
    if (!working) {
        return core::passOn(working);
    }
    for (AdaptedPart& part : model.parts) {
        const auto file = weights.find(part.role);
        if (file == weights.end() || !isPlainFileName(part.role)) {
            return core::fail(ErrorCode::invalidArgument,
                              "there are no weights for '" + part.role + "'", actors.string());
        }
        if (const auto copied = copyWeights(file->second, working->path(), part); !copied) {
            return core::passOn(copied);
        }
    }
    model.id = idOf(model);
    if (auto there = readActorModel(actors / model.id)) {
        return there;
    }
    if (const auto written = writeModelFile(working->path(), model); !written) {
        return core::passOn(written);
    }
    if (const auto stored = publish(working->path(), actors, model.id); !stored) {
        return core::passOn(stored);
    }
    return model;
}

Result<void> renameActorModel(const fs::path& actors, const std::string& id,
                              const std::string& name) {
    auto model = findActorModel(actors, id);
    if (!model) {
        return core::passOn(model);
    }
    if (name.size() > kLongestActorModelName) {
        return core::fail(ErrorCode::invalidArgument, "the name is too long", name,
                          "Give a name of at most 200 letters");
    }
    model->name = name;
    return writeModelFile(actors / id, *model);
}

Result<void> removeActorModel(const fs::path& actors, const std::string& id) {
    if (!isActorModelId(id) || !isOwnFolder(actors / id)) {
        return core::fail(ErrorCode::fileNotFound, "there is no actor model '" + id + "'",
                          actors.string());
    }
    // Out of sight first: what can not be removed at once is no half model.
    const fs::path doomed = actors / ("." + id + ".removed");
    std::error_code error;
    fs::rename(actors / id, doomed, error);
    if (!error) {
        fs::remove_all(doomed, error);
    }
    return error ? failed(error, actors / id, "can not remove the actor model") : Result<void>();
}

Result<std::vector<ActorModel>> importActorModels(const fs::path& from, const fs::path& into,
                                                  const std::string& filmFingerprint,
                                                  const std::string& only) {
    const auto there = listActorModels(from);
    if (!there) {
        return core::passOn(there);
    }
    std::vector<ActorModel> same = there->models;
    std::erase_if(same, [&](const ActorModel& model) {
        return model.filmFingerprint != filmFingerprint || (!only.empty() && model.id != only);
    });
    if (same.empty()) {
        return core::fail(ErrorCode::invalidArgument,
                          there->models.empty() ? "there are no actor models"
                                                : "its actor models belong to another film",
                          from.string(), "Choose a project of the same film");
    }
    if (const auto made = makeFolder(into); !made) {
        return core::passOn(made);
    }
    std::vector<ActorModel> brought;
    for (ActorModel& model : same) {
        if (readActorModel(into / model.id)) {
            continue;
        }
        if (const auto imported = importModel(from, into, model); !imported) {
            return core::passOn(imported);
        }
        brought.push_back(std::move(model));
    }
    return brought;
}

}  // namespace lipwright::models
