#include "app/cli/rendersource.h"

#include "app/cli/console.h"
#include "app/cli/modelfolder.h"

namespace lipwright::cli {

using core::Result;

void addSourceOptions(CLI::App& app, SourceOptions& options) {
    app.add_option("--device", options.device, "auto, cpu or cuda")->capture_default_str();
    app.add_option("--threads", options.threads, "Threads to use")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    app.add_option("--models", options.models, "Folder of the weights");
    app.add_option("--cache", options.cache, "Folder where analyses are kept");
}

Result<dubbing::RenderSource> filmSource(const SourceOptions& options,
                                         const std::filesystem::path& path, Session& session) {
    const auto device = nets::chooseDevice(options.device);
    if (!device) {
        return core::passOn(device);
    }
    const auto models = modelFolder(options.models, session);
    if (!models) {
        return core::passOn(models);
    }
    const auto cache = analysisCache(options.cache);
    auto film = cache.film(path, session.stop, session.console.progress());
    if (!film) {
        return core::passOn(film);
    }
    auto faces = cache.faces(path, film->index, session.stop, session.console.progress());
    if (!faces) {
        return core::passOn(faces);
    }
    dubbing::RenderSource source;
    source.film = path;
    source.index = film->index;
    source.faces = *faces;
    source.models = *models;
    source.device = *device;
    source.threads = options.threads;
    return source;
}

Result<dubbing::RenderSource> renderSource(const SourceOptions& options, const OpenProject& open,
                                           Session& session) {
    auto source = filmSource(options, open.project.film.media.path, session);
    if (source) {
        source->takes = open.takes;
        source->actors = open.actors;
    }
    return source;
}

}  // namespace lipwright::cli
