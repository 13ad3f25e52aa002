// What the review queue and the inspector show of segments' sync, made from what the editor knows.
#pragma once

#include "widgets/panels/reviewrow.h"

#include <map>
#include <vector>

namespace lipwright::app {

class Editor;

[[nodiscard]] std::vector<widgets::ReviewRow> reviewRows(Editor& editor);
[[nodiscard]] widgets::SyncFacts syncFactsOf(Editor& editor, const project::Segment& segment);
/// What is certain and not yet applied, by segment, in microseconds.
[[nodiscard]] std::map<project::Id, std::int64_t> offsetsToApply(
    Editor& editor, const std::vector<project::Id>& segments);

}  // namespace lipwright::app
