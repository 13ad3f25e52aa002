#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/modelchoice.h"
#include "app/cli/rendersource.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/dubbing/weightschoice.h"
#include "engine/models/actormodel.h"
#include "engine/project/edits.h"
#include "engine/project/serializer.h"

#include <chrono>
#include <memory>

namespace lipwright::cli {
namespace {

using core::Result;

struct RenderOptions {
    std::filesystem::path project;
    std::string segments = "unrendered";
    bool draft = false;
    std::string model;
    SourceOptions source;
};

/// Renders one segment and saves the project, so that an interruption loses nothing finished.
Result<void> renderOne(dubbing::SegmentRenderer& renderer, OpenProject& open, project::Id id,
                       const RenderOptions& options, Session& session) {
    const auto quality = options.draft ? project::TakeQuality::draft : project::TakeQuality::final;
    const auto order = dubbing::renderOrder(open.project, id, quality);
    if (!order) {
        return core::passOn(order);
    }
    auto take = renderer.render(*order, session.stop, session.console.progress());
    if (!take) {
        return core::passOn(take);
    }
    if (auto added = project::addTake(open.project, id, *take); !added) {
        return core::passOn(added);
    }
    return project::saveProject(open.file, open.project);
}

/// Refuses a model of somebody else than the segments' actors.
Result<void> checkOwner(const OpenProject& open, const std::vector<project::Id>& segments,
                        const ModelChoice& choice) {
    dubbing::WeightsSource source{{}, choice.actors, choice.id};
    for (const project::Id id : segments) {
        source.owner = {open.project.film.media.fingerprint, open.project.segment(id)->actor};
        if (auto own = dubbing::checkModel(source); !own) {
            return own;
        }
    }
    return {};
}

/// Gives the segments the model that --model names, brought into the project where it lies
/// elsewhere.
Result<void> useModel(OpenProject& open, const std::vector<project::Id>& segments,
                      const RenderOptions& options) {
    const auto choice = chosenModel(options.model, open.actors);
    if (!choice) {
        return core::passOn(choice);
    }
    if (auto own = checkOwner(open, segments, *choice); !own) {
        return own;
    }
    if (choice->actors != open.actors && !choice->id.empty()) {
        const auto brought = models::importActorModels(
            choice->actors, open.actors, open.project.film.media.fingerprint, choice->id);
        if (!brought) {
            return core::passOn(brought);
        }
    }
    for (const project::Id id : segments) {
        project::SegmentSettings settings = open.project.segment(id)->settings;
        settings.model = choice->id;
        if (auto set = project::setSegmentSettings(open.project, std::vector{id}, settings); !set) {
            return set;
        }
    }
    return {};
}

/// Errors that say something of one segment, nothing of the others.
bool isTheSegmentsOwn(core::ErrorCode code) {
    return code == core::ErrorCode::noFace || code == core::ErrorCode::tooShort;
}

Result<void> render(const RenderOptions& options, Session& session) {
    auto open = openProject(options.project, session);
    if (!open) {
        return core::passOn(open);
    }
    const auto ids = chosenSegments(open->project, options.segments);
    if (!ids) {
        return core::passOn(ids);
    }
    if (ids->empty()) {
        session.console.print("nothing to render");
        return {};
    }
    if (!options.model.empty()) {
        if (const auto used = useModel(*open, *ids, options); !used) {
            return used;
        }
    }
    const auto source = renderSource(options.source, *open, session);
    if (!source) {
        return core::passOn(source);
    }
    auto renderer = dubbing::SegmentRenderer::open(*source);
    if (!renderer) {
        return core::passOn(renderer);
    }
    const auto start = std::chrono::steady_clock::now();
    std::int64_t frames = 0;
    std::size_t rendered = 0;
    Result<void> last;
    for (const project::Id id : *ids) {
        last = renderOne(*renderer, *open, id, options, session);
        if (last) {
            ++rendered;
            frames += open->project.segment(id)->active()->frames.length();
        } else if (isTheSegmentsOwn(last.error().code)) {
            session.console.note(last.error().text());  // the others may do
        } else {
            return last;
        }
    }
    if (rendered == 0) {
        return last;
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    char line[120];
    std::snprintf(line, sizeof line, "%zu segments, %lld frames rendered in %.1f s", rendered,
                  static_cast<long long>(frames), seconds);
    session.console.print(line);
    return {};
}

}  // namespace

Command renderCommand(CLI::App& parent) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App* app = parent.add_subcommand("render", "Render segments of a project");
    app->add_option("PROJECT", options->project, "The project (.lipwright)")->required();
    app->add_option("--segments", options->segments,
                    "all, unrendered, or numbers as 'segments' lists them: 1,4,7")
        ->capture_default_str();
    app->add_flag("--draft", options->draft, "From the pictures around each segment alone");
    addModelOption(*app, options->model);
    addSourceOptions(*app, options->source);
    app->footer("The project is saved after every take.");
    return {app, [options](Session& session) { return render(*options, session); }};
}

}  // namespace lipwright::cli
