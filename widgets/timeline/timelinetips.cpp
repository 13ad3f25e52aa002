#include "widgets/style/theme.h"
#include "widgets/timeline/timelinetips_p.h"
#include "widgets/timeline/timelinewidget.h"

namespace lipwright::widgets {
namespace {

QString timecode(const TimelineModel& model, std::int64_t frame) {
    return QString::fromStdString(core::toTimecode(frame, model.film.timecode));
}

}  // namespace

QString segmentTip(const TimelineModel& model, const TimelineSegment& segment) {
    QStringList lines{
        segment.actorName,
        TimelineWidget::tr("%1 to %2, %n frame(s)", nullptr,
                           static_cast<int>(segment.frames.length()))
            .arg(timecode(model, segment.frames.first), timecode(model, segment.frames.end)),
        statusName(segment.status)};
    if (!segment.takeName.isEmpty()) {
        lines << segment.takeName;
    }
    if (segment.stale) {
        lines << TimelineWidget::tr("The take was made with other ends or settings: render again.");
    }
    if (!segment.text.isEmpty()) {
        lines << QStringLiteral("“%1”").arg(segment.text);
    }
    return lines.join('\n');
}

QString dragLabel(const TimelineModel& model, const Gesture& gesture) {
    switch (gesture.kind()) {
        case Gesture::Kind::move:
            return (gesture.frames() > 0   ? QStringLiteral("+")
                    : gesture.frames() < 0 ? QStringLiteral("-")
                                           : QString()) +
                   TimelineWidget::tr("%n frame(s)", nullptr,
                                      static_cast<int>(std::abs(gesture.frames())));
        case Gesture::Kind::trimStart:
        case Gesture::Kind::inPoint:
            return timecode(model, gesture.range().first);
        case Gesture::Kind::trimEnd:
        case Gesture::Kind::outPoint:
            return timecode(model, gesture.range().end);
        default:
            return {};
    }
}

}  // namespace lipwright::widgets
