#include "app/document/saving_p.h"
#include "app/document/takecarriage_p.h"
#include "engine/project/serializer.h"

namespace lipwright::app {

core::Result<PreparedPlace> preparePlace(const std::filesystem::path& file,
                                         const std::filesystem::path& takes,
                                         const std::stop_token& stop,
                                         const core::ProgressCallback& progress) {
    PreparedPlace place;
    auto lock = lockProject(lockFileOf(file), file);
    if (!lock) {
        return core::passOn(lock);
    }
    place.lock = std::move(*lock);
    const auto target = project::dataFolder(file) / "takes";
    if (auto models = bringModels(actorsBeside(takes), actorsBeside(target), stop); !models) {
        return core::passOn(models);
    }
    auto brought = bringTakes(takes, target, {}, stop, progress);
    if (!brought) {
        return core::passOn(brought);
    }
    place.takes = std::move(*brought);
    return place;
}

}  // namespace lipwright::app
