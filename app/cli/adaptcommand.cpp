#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/rendersource.h"
#include "engine/adaptation/adaptactor.h"
#include "engine/models/manifest.h"
#include "engine/project/serializer.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace lipwright::cli {
namespace {

using adaptation::AdaptationOutcome;
using adaptation::AdaptationRequest;
using core::Result;

constexpr double kSecondsPerMinute = 60.0;

struct AdaptOptions {
    std::filesystem::path input;
    std::optional<int> actor;
    std::vector<std::string> engines = {"warped"};
    double minutes = 5.0;
    double material = 10.0;
    std::uint64_t seed = 1;
    std::string name;
    std::filesystem::path out;
    SourceOptions source;
    bool json = false;
};

/// The film, and where its actor models lie.
struct Subject {
    std::filesystem::path film;
    std::filesystem::path actors;
};

Result<Subject> subjectOf(const AdaptOptions& options, Session& session) {
    Subject subject{options.input, project::dataFolder(options.input) / "actors"};
    if (options.input.extension() == project::kProjectExtension) {
        auto open = openProject(options.input, session);
        if (!open) {
            return core::passOn(open);
        }
        subject = {open->project.film.media.path, open->actors};
    }
    if (!options.out.empty()) {
        subject.actors = options.out;
    }
    return subject;
}

Result<int> actorOf(const AdaptOptions& options, const face::FaceAnalysis& faces,
                    const std::filesystem::path& film) {
    if (options.actor) {
        return *options.actor;
    }
    if (faces.actors.empty()) {
        return core::fail(core::ErrorCode::noFace, "no face was found", film.string(),
                          "Give a film that shows the actor");
    }
    return faces.actors.front().id;
}

Result<AdaptationRequest> requestFrom(const AdaptOptions& options, Session& session) {
    const auto subject = subjectOf(options, session);
    if (!subject) {
        return core::passOn(subject);
    }
    const auto source = filmSource(options.source, subject->film, session);
    if (!source) {
        return core::passOn(source);
    }
    const auto actor = actorOf(options, *source->faces, subject->film);
    if (!actor) {
        return core::passOn(actor);
    }
    AdaptationRequest request;
    request.film = source->film;
    request.index = source->index;
    request.faces = source->faces;
    request.actor = *actor;
    request.name = options.name;
    request.models = source->models;
    request.actors = subject->actors;
    request.mouthGenerator = std::ranges::find(options.engines, "painted") != options.engines.end();
    request.seconds = options.minutes * kSecondsPerMinute;
    request.mostMaterial = options.material * kSecondsPerMinute;
    request.seed = options.seed;
    request.threads = source->threads;
    request.device = source->device;
    return request;
}

nlohmann::json toJson(const AdaptationOutcome& outcome, const AdaptationRequest& request) {
    nlohmann::json json{{"model", nullptr},
                        {"folder", nullptr},
                        {"actor", request.actor},
                        {"trained_on_seconds", outcome.trainedOnSeconds},
                        {"validated_on_seconds", outcome.validatedOnSeconds},
                        {"sound_late_frames", nullptr},
                        {"seconds", outcome.seconds},
                        {"parts", nlohmann::json::array()}};
    if (outcome.model) {
        json["model"] = outcome.model->id;
        json["folder"] = (request.actors / outcome.model->id).string();
    }
    if (outcome.soundLate) {
        json["sound_late_frames"] = *outcome.soundLate;
    }
    for (const adaptation::PartOutcome& part : outcome.parts) {
        nlohmann::json learning = nlohmann::json::array();
        for (const models::LearningPoint& point : part.learning) {
            learning.push_back({{"seconds", point.seconds}, {"metrics", point.metrics}});
        }
        json["parts"].push_back({{"role", part.role},
                                 {"better", part.better},
                                 {"before", part.before},
                                 {"after", part.after},
                                 {"learning", std::move(learning)}});
    }
    return json;
}

double scoreOf(const models::Metrics& metrics) {
    const auto found = metrics.find("score");
    return found == metrics.end() ? 0.0 : found->second;
}

std::string comparison(const std::string& role, double score, double universal) {
    const char* name = role == models::kShapeNetworkRole ? "mouth movement" : "painted mouth";
    char text[120];
    std::snprintf(text, sizeof text, "%s: score %.3f, universal %.3f (%+.3f)", name, score,
                  universal, score - universal);
    return text;
}

std::string describe(const adaptation::PartOutcome& part) {
    return comparison(part.role, scoreOf(part.after), scoreOf(part.before)) +
           (part.better ? "" : ": not better, the universal network stays");
}

/// Tells every point of the learning curves as it comes.
std::function<void(const models::LearningPoint&)> learningNotes(Console& console) {
    return [&console, universal = std::map<std::string, double>()](
               const models::LearningPoint& point) mutable {
        const double score = scoreOf(point.metrics);
        const double before = universal.try_emplace(point.role, score).first->second;
        console.note("after " + durationText(point.seconds) + ", " +
                     comparison(point.role, score, before));
    };
}

void printOutcome(const AdaptationOutcome& outcome, const AdaptationRequest& request,
                  Console& console) {
    char line[200];
    std::snprintf(
        line, sizeof line, "actor %d: learned from %.1f s of film, validated on %.1f s, in %.0f s",
        request.actor, outcome.trainedOnSeconds, outcome.validatedOnSeconds, outcome.seconds);
    console.print(line);
    console.print(outcome.soundLate ? "the film's sound is " + std::to_string(*outcome.soundLate) +
                                          " frames of 1/25 s late"
                                    : "whether the film's sound is late could not be told: it was "
                                      "taken as it is");
    for (const adaptation::PartOutcome& part : outcome.parts) {
        console.print(describe(part));
    }
    console.print(outcome.model
                      ? "actor model " + outcome.model->id + ": " +
                            (request.actors / outcome.model->id).string()
                      : "no actor model: the universal networks are as good for this actor");
}

Result<void> adapt(const AdaptOptions& options, Session& session) {
    auto request = requestFrom(options, session);
    if (!request) {
        return core::passOn(request);
    }
    if (!options.json) {
        request->learned = learningNotes(session.console);
    }
    if (adaptation::isUnfinished(request->actors, request->actor)) {
        session.console.note("going on with the adaptation that was stopped");
    }
    const auto outcome = adaptation::adaptActor(*request, session.stop, session.console.progress());
    if (!outcome) {
        if (outcome.error().code == core::ErrorCode::cancelled) {
            session.console.note("what was done is kept: the same command goes on with it");
        }
        return core::passOn(outcome);
    }
    if (options.json) {
        session.console.print(toJson(*outcome, *request).dump(2));
    } else {
        printOutcome(*outcome, *request, session.console);
    }
    return {};
}

void declareOptions(CLI::App& app, AdaptOptions& options) {
    app.add_option("INPUT", options.input, "The film, or a project (.lipwright)")->required();
    app.add_option("--actor", options.actor,
                   "Actor to adapt to, as 'analyze' numbers them (default: most screen time)");
    app.add_option("--engines", options.engines,
                   "What to adapt: warped (how the mouth moves), painted (that, and the network "
                   "that paints it)")
        ->delimiter(',')
        ->check(CLI::IsMember({"warped", "painted"}))
        ->capture_default_str();
    app.add_option("--minutes", options.minutes, "Time to train; listening comes on top")
        ->check(CLI::Range(0.05, 1440.0))
        ->capture_default_str();
    app.add_option("--material", options.material, "Minutes of film to learn from at most")
        ->check(CLI::Range(0.3, 120.0))
        ->capture_default_str();
    app.add_option("--seed", options.seed, "Of the training")->capture_default_str();
    app.add_option("--name", options.name, "Of the actor model");
    app.add_option("--out", options.out,
                   "Folder of actor models (default: beside the project or film)");
    addSourceOptions(app, options.source);
    app.add_flag("--json", options.json, "Machine-readable outcome");
    app.footer(
        "Examples:\n"
        "  lipwright-cli adapt show.lipwright --actor 1\n"
        "  lipwright-cli adapt film.mp4 --engines painted --minutes 20\n\n"
        "Interrupted, it keeps what it has done; the same command goes on. Part of the film is\n"
        "kept apart to validate on: a network that is not better there is not kept.");
}

}  // namespace

Command adaptCommand(CLI::App& parent) {
    auto options = std::make_shared<AdaptOptions>();
    CLI::App* app = parent.add_subcommand("adapt", "Adapt the networks to an actor of a film");
    declareOptions(*app, *options);
    return {app, [options](Session& session) { return adapt(*options, session); }};
}

}  // namespace lipwright::cli
