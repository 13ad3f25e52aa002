// What cast panel and inspector show of actor models, made from what the editor knows. Functions of
// values.
#pragma once

#include "engine/models/actormodel.h"
#include "widgets/dialogs/adaptationresultdialog.h"
#include "widgets/panels/namedchoice.h"
#include "widgets/panels/panelcontent.h"

#include <set>
#include <string>
#include <vector>

namespace lipwright::adaptation {
struct AdaptationOutcome;
}

namespace lipwright::app {

class Editor;

/// As the user calls it, or by its date.
[[nodiscard]] QString modelName(const models::ActorModel& model);
/// Also of the universal one (empty id) and of one that is gone.
[[nodiscard]] QString modelName(Editor& editor, const std::string& id);

/// What a network became better at; measures nobody knows are left out.
[[nodiscard]] std::vector<widgets::Gain> gainsOf(const std::string& role,
                                                 const models::Metrics& before,
                                                 const models::Metrics& after);
/// One per measure that users know; `learning` in the order of time.
[[nodiscard]] std::vector<widgets::LearningCurve> learningCurves(
    const std::vector<models::LearningPoint>& learning);
[[nodiscard]] std::vector<widgets::ActorModelEntry> modelEntries(Editor& editor, int actor);

/// The universal one, then those of the actor all segments have in common, then what the segments
/// have that is not among these.
[[nodiscard]] std::vector<widgets::NamedChoice> modelChoices(
    Editor& editor, const std::vector<project::Segment>& segments);

[[nodiscard]] widgets::AdaptationFacts resultFacts(Editor& editor, int actor,
                                                   const adaptation::AdaptationOutcome& outcome);

}  // namespace lipwright::app
