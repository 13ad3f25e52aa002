// What a cell of the review list says: its text, tooltip, bar, and what it is sorted by.
#pragma once

#include "widgets/panels/reviewrow.h"
#include "widgets/panels/syncbar_p.h"

#include <QVariant>

namespace lipwright::widgets {

struct ReviewColumn {
    enum Number {
        kNumber,
        kIn,
        kOut,
        kActor,
        kLanguage,
        kStatus,
        kSync,
        kBaseline,
        kLseC,
        kLseD,
        kOffset,
        kCoverage,
        kReason,
        kTake,
        kText,
        kNotes,
        kColumns
    };
};

[[nodiscard]] QString reviewHeader(int column);
[[nodiscard]] QString reviewHeaderTip(int column);
[[nodiscard]] QString reviewText(const ReviewRow& row, int column);
[[nodiscard]] QString reviewTip(const ReviewRow& row, int column);
[[nodiscard]] QVariant reviewOrder(const ReviewRow& row, int column);
/// Nothing in columns without a bar, and where there is nothing to draw.
[[nodiscard]] std::optional<SyncBar> reviewBar(const ReviewRow& row, int column);

}  // namespace lipwright::widgets
