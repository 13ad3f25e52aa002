// How good a sync confidence is for the film it is of: the same words and colours wherever sync is
// shown. There is no absolute scale; a film's own sound on its own picture is the measure.
#pragma once

#include <QColor>
#include <QString>

namespace lipwright::widgets {

/// Confidence of the film's own sound on its own picture, over its measurable frames.
struct SyncScale {
    double low = 0.0;    ///< 10 % of the frames lie below
    double usual = 0.0;  ///< median; 0: unknown
    friend bool operator==(const SyncScale&, const SyncScale&) = default;

    [[nodiscard]] bool known() const { return usual > 0.0; }
    [[nodiscard]] double poorBelow() const;
    [[nodiscard]] double goodFrom() const;
};

enum class SyncRating { unknown, poor, fair, good };

[[nodiscard]] SyncRating rate(double confidence, const SyncScale& scale);

/// Vermilion, orange, blue: told apart by colour-blind people, and from the palette's base.
[[nodiscard]] QColor ratingColour(SyncRating rating);
[[nodiscard]] QString ratingName(SyncRating rating);  ///< translated

}  // namespace lipwright::widgets
