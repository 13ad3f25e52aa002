#include "widgets/panels/reviewcells_p.h"
#include "widgets/panels/syncmeasures_p.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace lipwright::widgets {
namespace {

using project::SyncSummary;
struct ReviewCells {
    Q_DECLARE_TR_FUNCTIONS(ReviewModel)
};

QString oneLine(QString text) {
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString syncText(const ReviewRow& row) {
    if (!row.sync.measured) {
        return ReviewCells::tr("…", "yet to be measured");
    }
    return row.hasTake() ? ReviewCells::tr("%1 → %2", "before, after")
                               .arg(confidenceText(row.sync.before), confidenceText(row.sync.after))
                         : confidenceText(row.sync.before);
}

QString statusText(const ReviewRow& row) {
    return row.progress >= 0.0
               ? ReviewCells::tr("Render %1 %").arg(static_cast<int>(row.progress * 100.0))
               : statusName(row.status);
}

QString syncTip(const ReviewRow& row) {
    if (!row.sync.measured) {
        return ReviewCells::tr("Not yet measured.");
    }
    if (!row.shownSync()) {
        return row.sync.gap == SyncGap::none ? ReviewCells::tr("Too short to be measured.")
                                             : gapExplanation(row.sync.gap);
    }
    return ReviewCells::tr(
               "%1. The film's own sound: %2; the voice on the film's picture: %3; on "
               "the take: %4. Usual in this film: %5.")
        .arg(ratingName(rate(row.shownSync()->confidence, row.sync.scale)),
             confidenceText(row.sync.baseline), confidenceText(row.sync.before),
             confidenceText(row.sync.after), QLocale().toString(row.sync.scale.usual, 'f', 2));
}

QString offsetTip(const ReviewRow& row) {
    if (!row.sync.offset) {
        return {};
    }
    return row.sync.offset->certain
               ? ReviewCells::tr("Positive: the mouth is late. Frames of 25 fps.")
               : ReviewCells::tr("Doubtful: %1").arg(row.sync.offset->doubt);
}

double measureOrder(const ShownSync& shown, SyncMeasure measure) {
    return shown ? (*shown).*measure : -1e9;
}

struct Header {
    QString name;
    QString tip;
};

Header header(int column) {
    using C = ReviewColumn;
    const std::array<Header, C::kColumns> all{{
        {ReviewCells::tr("#"), {}},
        {ReviewCells::tr("In"), {}},
        {ReviewCells::tr("Out"), {}},
        {ReviewCells::tr("Actor"), {}},
        {ReviewCells::tr("Language"), {}},
        {ReviewCells::tr("Status"), {}},
        {ReviewCells::tr("Sync"),
         ReviewCells::tr("Confidence that voice and mouth agree: before and after. The tick is "
                         "what is usual in this film.")},
        {ReviewCells::tr("Baseline"),
         ReviewCells::tr("Confidence of the film's own sound on its own picture here")},
        {QStringLiteral("LSE-C"),
         ReviewCells::tr("Lip-sync confidence at the best offset; more is better. The tick is the "
                         "film's own sound.")},
        {QStringLiteral("LSE-D"),
         ReviewCells::tr("Lip-sync distance at the best offset; less is better. The tick is the "
                         "film's own sound.")},
        {ReviewCells::tr("Offset"), ReviewCells::tr("How many frames the mouth is late")},
        {ReviewCells::tr("Coverage"), ReviewCells::tr("Share of the segment that can be measured")},
        {ReviewCells::tr("Reason"), ReviewCells::tr("Why the segment may need work")},
        {ReviewCells::tr("Take"), {}},
        {ReviewCells::tr("Text"), {}},
        {ReviewCells::tr("Notes"), {}},
    }};
    return column >= 0 && column < C::kColumns ? all.at(static_cast<std::size_t>(column))
                                               : Header{};
}

}  // namespace

QString reviewHeader(int column) {
    return header(column).name;
}

QString reviewHeaderTip(int column) {
    return header(column).tip;
}

QString reviewText(const ReviewRow& row, int column) {
    switch (column) {
        case ReviewColumn::kIn:
            return row.timecodeIn;
        case ReviewColumn::kOut:
            return row.timecodeOut;
        case ReviewColumn::kActor:
            return row.actorName;
        case ReviewColumn::kLanguage:
            return row.language;
        case ReviewColumn::kStatus:
            return statusText(row);
        case ReviewColumn::kSync:
            return syncText(row);
        case ReviewColumn::kBaseline:
            return confidenceText(row.sync.baseline);
        case ReviewColumn::kLseC:
            return measureText(row.shownSync(), &SyncSummary::lseC);
        case ReviewColumn::kLseD:
            return measureText(row.shownSync(), &SyncSummary::lseD);
        case ReviewColumn::kOffset:
            return row.sync.offset && row.shownSync() ? offsetFramesText(*row.sync.offset)
                                                      : QStringLiteral("—");
        case ReviewColumn::kCoverage:
            return coverageText(row.shownSync());
        case ReviewColumn::kReason:
            return reasonTexts(row).join(ReviewCells::tr(" · ", "between reasons"));
        case ReviewColumn::kTake:
            return row.takeName;
        case ReviewColumn::kText:
            return oneLine(row.text);
        case ReviewColumn::kNotes:
            return oneLine(row.notes);
        default:
            return {};
    }
}

QString reviewTip(const ReviewRow& row, int column) {
    switch (column) {
        case ReviewColumn::kSync:
        case ReviewColumn::kBaseline:
            return syncTip(row);
        case ReviewColumn::kOffset:
            return offsetTip(row);
        case ReviewColumn::kCoverage:
        case ReviewColumn::kReason:
            return gapExplanation(row.sync.gap);
        case ReviewColumn::kText:
            return row.text;
        case ReviewColumn::kNotes:
            return row.notes;
        default:
            return {};
    }
}

QVariant reviewOrder(const ReviewRow& row, int column) {
    switch (column) {
        case ReviewColumn::kIn:
            return QVariant::fromValue<qint64>(row.frames.first);
        case ReviewColumn::kOut:
            return QVariant::fromValue<qint64>(row.frames.end);
        case ReviewColumn::kStatus:
            return static_cast<int>(row.status);
        case ReviewColumn::kSync:
            return measureOrder(row.shownSync(), &SyncSummary::confidence);
        case ReviewColumn::kBaseline:
            return measureOrder(row.sync.baseline, &SyncSummary::confidence);
        case ReviewColumn::kLseC:
            return measureOrder(row.shownSync(), &SyncSummary::lseC);
        case ReviewColumn::kLseD:
            return measureOrder(row.shownSync(), &SyncSummary::lseD);
        case ReviewColumn::kOffset:
            return row.sync.offset ? std::abs(row.sync.offset->frames) : -1;
        case ReviewColumn::kCoverage:
            return measureOrder(row.shownSync(), &SyncSummary::coverage);
        default:
            return reviewText(row, column);
    }
}

std::optional<SyncBar> reviewBar(const ReviewRow& row, int column) {
    const ShownSync& shown = row.shownSync();
    if (column == ReviewColumn::kBaseline && row.sync.baseline) {
        return confidenceBar(row.sync.baseline, std::nullopt, row.sync.scale);
    }
    if (!shown) {
        return std::nullopt;
    }
    switch (column) {
        case ReviewColumn::kSync:
            return confidenceBar(shown, row.hasTake() ? row.sync.before : std::nullopt,
                                 row.sync.scale);
        case ReviewColumn::kLseC:
            return measureBar(*shown, row.sync.baseline, &SyncSummary::lseC);
        case ReviewColumn::kLseD:
            return measureBar(*shown, row.sync.baseline, &SyncSummary::lseD);
        case ReviewColumn::kOffset:
            return row.sync.offset ? std::optional(offsetBar(*row.sync.offset)) : std::nullopt;
        case ReviewColumn::kCoverage:
            return SyncBar{.value = shown->coverage};
        default:
            return std::nullopt;
    }
}

}  // namespace lipwright::widgets
