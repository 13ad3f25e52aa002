// What the panels show, made from what the editor knows. Functions of values.
#pragma once

#include "widgets/panels/panelcontent.h"

#include <vector>

namespace lipwright::app {

class Editor;

[[nodiscard]] widgets::FilmSummary filmSummary(Editor& editor);
[[nodiscard]] std::vector<widgets::DubEntry> dubEntries(Editor& editor);
[[nodiscard]] std::vector<widgets::CastEntry> castEntries(Editor& editor);
/// "Take 3", or the name the user gave; empty without an active take.
[[nodiscard]] QString takeName(const project::Segment& segment);
[[nodiscard]] QString takeName(const project::Segment& segment, const project::Take& take);

}  // namespace lipwright::app
