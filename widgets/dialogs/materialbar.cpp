#include "widgets/dialogs/materialbar_p.h"
#include "widgets/style/syncrating.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace lipwright::widgets {

MaterialBar::MaterialBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("material"));
    setAccessibleName(tr("Material to learn from"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize MaterialBar::sizeHint() const {
    return {220, 14};
}

void MaterialBar::setSeconds(double seen, double usable, double fewest) {
    m_seen = seen;
    m_usable = usable;
    m_fewest = fewest;
    update();
}

void MaterialBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double most = std::max({m_seen, m_fewest * 1.5, 1.0});
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), 4, 4);
    painter.setClipPath(frame);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.14F);
    painter.fillRect(rect(), ground);
    ground.setAlphaF(0.28F);
    painter.fillRect(QRectF(0, 0, width() * m_seen / most, height()), ground);
    const bool enough = m_usable >= m_fewest;
    painter.fillRect(QRectF(0, 0, width() * m_usable / most, height()),
                     ratingColour(enough ? SyncRating::good : SyncRating::poor));
    const double mark = width() * m_fewest / most;
    painter.fillRect(QRectF(mark - 1.0, 0, 2.0, height()), palette().color(QPalette::WindowText));
}

}  // namespace lipwright::widgets
