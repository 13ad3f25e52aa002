#include "widgets/panels/itempainting_p.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace lipwright::widgets {
namespace {

bool isSelected(const QStyleOptionViewItem& option) {
    return (option.state & QStyle::State_Selected) != 0;
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& option) {
    if ((option.state & QStyle::State_Enabled) == 0) {
        return QPalette::Disabled;
    }
    return (option.state & QStyle::State_Active) != 0 ? QPalette::Active : QPalette::Inactive;
}

}  // namespace

QColor itemTextColour(const QStyleOptionViewItem& option) {
    return option.palette.color(groupOf(option),
                                isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

void paintItemBar(QPainter& painter, const QStyleOptionViewItem& option, const QRectF& area,
                  const SyncBar& bar) {
    const QPalette::ColorGroup group = groupOf(option);
    if (isSelected(option)) {
        QRectF ground(area.left() - 3.0, 0.0, area.width() + 6.0, 15.0);
        ground.moveCenter(area.center());
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.brush(group, QPalette::Base));
        painter.drawRoundedRect(ground, 3.0, 3.0);
    }
    paintSyncBar(painter, area, bar, option.palette.color(group, QPalette::Text));
}

}  // namespace lipwright::widgets
