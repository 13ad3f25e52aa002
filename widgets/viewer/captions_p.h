// Short texts over the picture: white on a dark rounded ground, readable on any film.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

namespace lipwright::widgets {

/// Inside of `area`, at its corner or edge named by `alignment`; cut short where it does not fit.
void paintCaption(QPainter& painter, const QRectF& area, Qt::Alignment alignment,
                  const QString& text);

}  // namespace lipwright::widgets
