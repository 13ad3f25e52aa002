// A row of the review queue, and what makes it need work.
#pragma once

#include "widgets/panels/syncfacts.h"

#include <QString>
#include <QStringList>

namespace lipwright::widgets {

/// What there may be to do about a segment.
enum class ReviewReason {
    poorSync,       ///< below what is usual in the film
    offset,         ///< the take is certainly early or late
    notMeasurable,  ///< nothing or too little of it can be measured
    stale,          ///< the take is not as the settings ask for now
    notRendered,
    count
};
[[nodiscard]] QString reasonName(ReviewReason reason);

struct ReviewRow {
    project::Id segment = 0;
    core::FrameRange frames;
    QString timecodeIn;
    QString timecodeOut;
    int actor = 0;
    QString actorName;
    QString language;
    project::SegmentStatus status = project::SegmentStatus::fresh;
    QString takeName;  ///< empty: no take is shown
    bool stale = false;
    SyncFacts sync;
    QString text;
    QString notes;
    double progress = -1.0;  ///< 0..1 while rendering
    friend bool operator==(const ReviewRow&, const ReviewRow&) = default;

    [[nodiscard]] bool hasTake() const { return !takeName.isEmpty(); }
    [[nodiscard]] const std::optional<project::SyncSummary>& shownSync() const {
        return sync.shown(hasTake());
    }
};

/// Approved, or deliberately left as the original picture.
[[nodiscard]] bool isReviewed(project::SegmentStatus status);
[[nodiscard]] bool hasReason(const ReviewRow& row, ReviewReason reason);
/// "Poor sync · Off by 3 frames · Silence", the gravest first.
[[nodiscard]] QStringList reasonTexts(const ReviewRow& row);

/// The queue's order: reviewed rows last; of the others the take with the least confidence for
/// its film first, then what can not be measured, is yet to be measured, and is not rendered.
[[nodiscard]] bool isWorse(const ReviewRow& a, const ReviewRow& b);

}  // namespace lipwright::widgets
