#include "app/cli/modelfolder.h"

#include "engine/models/manifest.h"

namespace lipwright::cli {

core::Result<std::filesystem::path> modelFolder(const std::filesystem::path& option,
                                                const Session& session) {
    if (!option.empty()) {
        return option;
    }
    return models::ModelLibrary::findFolder(session.program);
}

}  // namespace lipwright::cli
