#include "widgets/panels/measurebar_p.h"

#include <QPainter>

namespace lipwright::widgets {

MeasureBar::MeasureBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(kSyncBarWidth);
}

void MeasureBar::setBar(const SyncBar& bar) {
    if (bar != m_bar) {
        m_bar = bar;
        update();
    }
}

QSize MeasureBar::sizeHint() const {
    return {kSyncBarWidth, 14};
}

void MeasureBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintSyncBar(painter, QRectF(rect()).adjusted(1.0, 0.0, -1.0, 0.0), m_bar,
                 palette().color(QPalette::WindowText));
}

}  // namespace lipwright::widgets
