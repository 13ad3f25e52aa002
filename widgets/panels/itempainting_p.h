// What delegates that paint their own items share.
#pragma once

#include "widgets/panels/syncbar_p.h"

#include <QColor>

class QStyleOptionViewItem;

namespace lipwright::widgets {

/// Of text on the item as the style has drawn its background.
[[nodiscard]] QColor itemTextColour(const QStyleOptionViewItem& option);
/// On a ground of its own where the selection's colour would swallow it.
void paintItemBar(QPainter& painter, const QStyleOptionViewItem& option, const QRectF& area,
                  const SyncBar& bar);

}  // namespace lipwright::widgets
