// A segment's settings in words, and how far they are from one another. Frames of the library count
// where words are given, not where presets are compared: presets have none.
#pragma once

#include "engine/project/project.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace lipwright::widgets {

/// What `settings` has otherwise than `reference`: "Strength 80 %".
[[nodiscard]] QStringList differingSettings(const project::SegmentSettings& settings,
                                            const project::SegmentSettings& reference);

/// The preset that most settings agree with; null: the default does. With equal counts the default,
/// then the first.
[[nodiscard]] const project::Preset* nearestPreset(const project::SegmentSettings& settings,
                                                   const std::vector<project::Preset>& presets);
/// The same but for the model and frames of the library.
[[nodiscard]] bool agree(const project::SegmentSettings& a, const project::SegmentSettings& b);

}  // namespace lipwright::widgets
