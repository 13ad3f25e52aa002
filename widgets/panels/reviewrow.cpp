#include "widgets/panels/reviewrow.h"

#include <QCoreApplication>
#include <cstdlib>
#include <tuple>

namespace lipwright::widgets {
namespace {

struct ReviewReasons {
    Q_DECLARE_TR_FUNCTIONS(ReviewReason)
};

/// Less of a segment than this measured says little about it.
constexpr double kLeastCoverage = 0.25;

bool isBarelyMeasured(const ReviewRow& row) {
    const auto& shown = row.shownSync();
    return row.sync.measured && (!shown || shown->coverage < kLeastCoverage);
}

enum class Place { measured, notMeasurable, unmeasured, notRendered, reviewed };

Place placeOf(const ReviewRow& row) {
    if (isReviewed(row.status)) {
        return Place::reviewed;
    }
    if (!row.hasTake()) {
        return Place::notRendered;
    }
    if (!row.sync.measured) {
        return Place::unmeasured;
    }
    return row.sync.after ? Place::measured : Place::notMeasurable;
}

/// Confidence of the take as a share of what is usual in the film.
double quality(const ReviewRow& row) {
    const double confidence = row.sync.after ? row.sync.after->confidence : 0.0;
    return row.sync.scale.known() ? confidence / row.sync.scale.usual : confidence;
}

QString offsetText(const OffsetFacts& offset) {
    return offset.frames > 0
               ? ReviewReasons::tr("Mouth %n frame(s) late", nullptr, offset.frames)
               : ReviewReasons::tr("Mouth %n frame(s) early", nullptr, -offset.frames);
}

}  // namespace

QString reasonName(ReviewReason reason) {
    switch (reason) {
        case ReviewReason::poorSync:
            return ReviewReasons::tr("Poor sync");
        case ReviewReason::offset:
            return ReviewReasons::tr("Early or late");
        case ReviewReason::notMeasurable:
            return ReviewReasons::tr("Not measurable");
        case ReviewReason::stale:
            return ReviewReasons::tr("Settings changed");
        case ReviewReason::notRendered:
            return ReviewReasons::tr("Not rendered");
        case ReviewReason::count:
            break;
    }
    return {};
}

bool isReviewed(project::SegmentStatus status) {
    return status == project::SegmentStatus::approved || status == project::SegmentStatus::bypass;
}

bool hasReason(const ReviewRow& row, ReviewReason reason) {
    switch (reason) {
        case ReviewReason::poorSync:
            return row.hasTake() && row.sync.after &&
                   rate(row.sync.after->confidence, row.sync.scale) == SyncRating::poor;
        case ReviewReason::offset:
            return row.hasTake() && row.sync.offset && row.sync.offset->certain &&
                   row.sync.offset->frames != 0;
        case ReviewReason::notMeasurable:
            return isBarelyMeasured(row);
        case ReviewReason::stale:
            return row.stale;
        case ReviewReason::notRendered:
            return !row.hasTake() && row.status != project::SegmentStatus::bypass;
        case ReviewReason::count:
            break;
    }
    return false;
}

QStringList reasonTexts(const ReviewRow& row) {
    QStringList texts;
    for (int i = 0; i < static_cast<int>(ReviewReason::count); ++i) {
        const auto reason = static_cast<ReviewReason>(i);
        if (!hasReason(row, reason)) {
            continue;
        }
        const bool why = reason == ReviewReason::notMeasurable && row.sync.gap != SyncGap::none;
        texts << (reason == ReviewReason::offset ? offsetText(*row.sync.offset)
                  : why                          ? gapName(row.sync.gap)
                                                 : reasonName(reason));
    }
    return texts;
}

bool isWorse(const ReviewRow& a, const ReviewRow& b) {
    return std::tuple(placeOf(a), quality(a), a.frames.first, a.segment) <
           std::tuple(placeOf(b), quality(b), b.frames.first, b.segment);
}

}  // namespace lipwright::widgets
