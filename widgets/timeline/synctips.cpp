#include "widgets/timeline/confidencelane.h"
#include "widgets/timeline/synctips_p.h"

#include <QLocale>
#include <cmath>

namespace lipwright::widgets {
namespace {

QString number(double value) {
    return QLocale().toString(value, 'f', 2);
}

QString valueText(const SyncReading::Value& value) {
    if (!value.measured) {
        return ConfidenceLane::tr("not measured");
    }
    if (std::isnan(value.confidence)) {
        return value.gap == SyncGap::none ? ConfidenceLane::tr("too little to measure")
                                          : gapExplanation(value.gap);
    }
    return std::isnan(value.raw) ? number(value.confidence)
                                 : ConfidenceLane::tr("%1 (unfiltered %2)")
                                       .arg(number(value.confidence), number(value.raw));
}

QString signOf(int frames) {
    return frames == 0 ? QString() : frames > 0 ? QStringLiteral("+") : QStringLiteral("-");
}

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name, value);
}

}  // namespace

QString syncKindName(SyncKind kind) {
    switch (kind) {
        case SyncKind::before:
            return ConfidenceLane::tr("Before");
        case SyncKind::after:
            return ConfidenceLane::tr("After");
        case SyncKind::baseline:
            break;
    }
    return ConfidenceLane::tr("Original");
}

QString readingTip(const SyncReading& reading, const QString& timecode) {
    QString rows;
    for (const SyncKind kind : kSyncKinds) {
        rows += row(syncKindName(kind), valueText(reading.of[static_cast<std::size_t>(kind)]));
    }
    return QStringLiteral("<b>%1</b><table>%2</table>").arg(timecode, rows);
}

QString summaryLine(const project::SyncSummary& summary) {
    return QStringLiteral("LSE-C %1 · LSE-D %2 · %3%4 · %5 %")
        .arg(number(summary.lseC), number(summary.lseD), signOf(summary.offsetFrames))
        .arg(std::abs(summary.offsetFrames))
        .arg(std::lround(100 * summary.coverage));
}

QString segmentSyncTip(const TimelineSegmentSync& segment) {
    QString text;
    for (const auto& [kind, curve] :
         {std::pair{SyncKind::before, segment.before}, std::pair{SyncKind::after, segment.after}}) {
        if (!curve) {
            continue;
        }
        const project::SyncSummary& sync = curve->summary;
        text += QStringLiteral("<b>%1</b><table>").arg(syncKindName(kind));
        text += row(QStringLiteral("LSE-C"), number(sync.lseC));
        text += row(QStringLiteral("LSE-D"), number(sync.lseD));
        text += row(ConfidenceLane::tr("AV offset"),
                    signOf(sync.offsetFrames) +
                        ConfidenceLane::tr("%n frame(s)", nullptr, std::abs(sync.offsetFrames)));
        text += row(ConfidenceLane::tr("Measured"),
                    ConfidenceLane::tr("%1 % of the frames").arg(std::lround(100 * sync.coverage)));
        text += QStringLiteral("</table>");
    }
    return text;
}

}  // namespace lipwright::widgets
