#include "app/gui/actorvalues.h"

#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "engine/adaptation/adaptactor.h"
#include "engine/models/manifest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace lipwright::app {
namespace {

using models::ActorModel;
using models::Metrics;
using widgets::Gain;
using widgets::LearningCurve;

struct ActorValues {
    Q_DECLARE_TR_FUNCTIONS(ActorValues)
};

/// One of the metrics that trainers tell, as the user reads it.
struct Measure {
    const char* role;
    const char* metric;
    const char* name;
    double least;
    double most;
    int decimals;
    const char* unit;
};

constexpr Measure kMeasures[] = {
    {models::kShapeNetworkRole, "opening",
     QT_TRANSLATE_NOOP("ActorValues", "Opening, agreement with the film"), 0.0, 1.0, 2, ""},
    {models::kMouthGeneratorRole, "psnr",
     QT_TRANSLATE_NOOP("ActorValues", "Painted mouth, likeness"), 10.0, 45.0, 1,
     QT_TRANSLATE_NOOP("ActorValues", " dB")},
};

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

QString dateOf(const ActorModel& model) {
    const auto when = QDateTime::fromString(text(model.created), Qt::ISODate).toLocalTime();
    return when.isValid() ? QLocale().toString(when, QLocale::ShortFormat) : text(model.created);
}

QString unitOf(const Measure& measure) {
    return *measure.unit == '\0' ? QString() : ActorValues::tr(measure.unit);
}

double secondsOf(Editor& editor, const std::vector<core::FrameRange>& ranges) {
    std::int64_t frames = 0;
    for (const core::FrameRange& range : ranges) {
        frames += range.length();
    }
    const project::Film& film = editor.project().film;
    return static_cast<double>(frames) * film.frameNumerator / film.frameDenominator;
}

QString clock(double seconds) {
    const auto whole = static_cast<int>(seconds + 0.5);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

int segmentsOf(Editor& editor, int actor) {
    return static_cast<int>(
        std::ranges::count(editor.project().segments, actor, &project::Segment::actor));
}

LearningCurve curveOf(const Measure& measure, const std::vector<models::LearningPoint>& learning) {
    LearningCurve curve;
    curve.measure = ActorValues::tr(measure.name);
    curve.unit = unitOf(measure);
    curve.decimals = measure.decimals;
    double best = -1e300;
    for (const models::LearningPoint& point : learning) {
        const auto value = point.metrics.find(measure.metric);
        if (point.role != measure.role || value == point.metrics.end()) {
            continue;
        }
        curve.points.emplace_back(point.seconds, value->second);
        const auto score = point.metrics.find("score");
        if (score != point.metrics.end() && score->second > best) {
            best = score->second;
            curve.kept = point.seconds;
        }
    }
    return curve;
}

}  // namespace

QString modelName(const ActorModel& model) {
    return model.name.empty() ? ActorValues::tr("Model of %1", "date").arg(dateOf(model))
                              : text(model.name);
}

QString modelName(Editor& editor, const std::string& id) {
    if (id.empty()) {
        return ActorValues::tr("Universal");
    }
    const ActorModel* model = editor.actorModels().find(id);
    return model != nullptr ? modelName(*model)
                            : ActorValues::tr("Missing model (%1)").arg(text(id.substr(0, 8)));
}

std::vector<Gain> gainsOf(const std::string& role, const Metrics& before, const Metrics& after) {
    std::vector<Gain> gains;
    for (const Measure& measure : kMeasures) {
        const auto first = before.find(measure.metric);
        const auto then = after.find(measure.metric);
        if (role == measure.role && first != before.end() && then != after.end()) {
            gains.push_back({ActorValues::tr(measure.name), first->second, then->second,
                             measure.least, measure.most, measure.decimals, unitOf(measure)});
        }
    }
    return gains;
}

std::vector<LearningCurve> learningCurves(const std::vector<models::LearningPoint>& learning) {
    std::vector<LearningCurve> curves;
    for (const Measure& measure : kMeasures) {
        curves.push_back(curveOf(measure, learning));
    }
    std::erase_if(curves, [](const LearningCurve& curve) { return curve.points.empty(); });
    return curves;
}

std::vector<widgets::ActorModelEntry> modelEntries(Editor& editor, int actor) {
    std::vector<widgets::ActorModelEntry> entries;
    for (const ActorModel& model : editor.actorModels().of(actor)) {
        widgets::ActorModelEntry& entry = entries.emplace_back();
        entry.id = model.id;
        entry.name = text(model.name);
        entry.created = dateOf(model);
        entry.learned = ActorValues::tr("Learned from %1 of film, tested on %2, in %3")
                            .arg(clock(secondsOf(editor, model.trainedOn)),
                                 clock(secondsOf(editor, model.validatedOn)), clock(model.seconds));
        for (const models::AdaptedPart& part : model.parts) {
            std::ranges::copy(gainsOf(part.role, part.before, part.after),
                              std::back_inserter(entry.gains));
        }
        entry.segments = static_cast<int>(std::ranges::count_if(
            editor.project().segments,
            [&](const project::Segment& segment) { return segment.settings.model == model.id; }));
    }
    return entries;
}

std::vector<widgets::NamedChoice> modelChoices(Editor& editor,
                                               const std::vector<project::Segment>& segments) {
    std::vector<widgets::NamedChoice> choices = {{"", modelName(editor, {})}};
    const bool oneActor =
        !segments.empty() && std::ranges::all_of(segments, [&](const project::Segment& segment) {
            return segment.actor == segments.front().actor;
        });
    if (oneActor) {
        for (const ActorModel& model : editor.actorModels().of(segments.front().actor)) {
            choices.push_back({model.id, modelName(model)});
        }
    }
    for (const project::Segment& segment : segments) {
        const std::string& id = segment.settings.model;
        if (std::ranges::find(choices, id, &widgets::NamedChoice::id) != choices.end()) {
            continue;
        }
        const ActorModel* other = editor.actorModels().find(id);
        choices.push_back(
            {id, other != nullptr && other->actor != segment.actor
                     ? ActorValues::tr("%1 (of %2)", "model, another actor")
                           .arg(modelName(*other),
                                text(project::displayName(editor.project(), other->actor)))
                     : modelName(editor, id)});
    }
    return choices;
}

widgets::AdaptationFacts resultFacts(Editor& editor, int actor,
                                     const adaptation::AdaptationOutcome& outcome) {
    widgets::AdaptationFacts facts;
    facts.actorName = text(project::displayName(editor.project(), actor));
    facts.kept = outcome.model.has_value();
    facts.trainedOnSeconds = outcome.trainedOnSeconds;
    facts.validatedOnSeconds = outcome.validatedOnSeconds;
    facts.seconds = outcome.seconds;
    facts.soundLate = outcome.soundLate.value_or(0);
    facts.segments = segmentsOf(editor, actor);
    for (const adaptation::PartOutcome& part : outcome.parts) {
        std::ranges::copy(gainsOf(part.role, part.before, part.after),
                          std::back_inserter(facts.gains));
        std::ranges::copy(learningCurves(part.learning), std::back_inserter(facts.learning));
    }
    std::erase_if(facts.learning,
                  [](const LearningCurve& curve) { return curve.points.size() < 2; });
    return facts;
}

}  // namespace lipwright::app
