// Deltas put together and carried over amendments. Pure functions on values.
#pragma once

#include "engine/project/delta.h"

namespace lipwright::app {

/// One delta for `first` followed by `second`; what ends where it began is left out.
[[nodiscard]] project::Delta joined(const project::Delta& first, const project::Delta& second);

/// The same change read backwards.
[[nodiscard]] project::Delta reversed(const project::Delta& delta);

/// Carries an amendment (made now) into a step made earlier, so that undo and redo do not bring
/// back what was before it: a field the amendment changed is changed in the step's values too where
/// they still hold the old value. Facts about a media file (fingerprint, frame count, where it
/// lies) are carried only into values that name the same file; a take added or removed by the
/// amendment is added to or removed from every value of its segment. A field the user's step set to
/// something else stays what the user made it.
void rebase(project::Delta& step, const project::Delta& amendment);

}  // namespace lipwright::app
