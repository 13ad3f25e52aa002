#include "widgets/panels/dropzone_p.h"
#include "widgets/style/theme.h"

#include <QPainter>

namespace lipwright::widgets {

DropZone::DropZone(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("dropZone"));
    setAccessibleName(tr("Drop a film here, then the translated voices"));
    setMinimumSize(320, 170);
    setMaximumHeight(340);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DropZone::setInviting(bool inviting) {
    m_inviting = inviting;
    update();
}

void DropZone::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    QColor fill = m_inviting ? accent : palette().color(QPalette::Base);
    fill.setAlphaF(m_inviting ? 0.25F : 0.6F);
    QColor line = m_inviting ? accent : palette().color(QPalette::PlaceholderText);
    QPen pen(line, m_inviting ? 2.0 : 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 12, 12);

    const int side = 56;
    QFont large(font());
    large.setPointSizeF(font().pointSizeF() * 1.4);
    const QFontMetrics metrics(large);
    const int block = side + 14 + metrics.height() + 8 + fontMetrics().height();
    int y = (height() - block) / 2;
    icon(QStringLiteral("import-film")).paint(&painter, (width() - side) / 2, y, side, side);
    y += side + 14;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(large);
    painter.drawText(QRect(8, y, width() - 16, metrics.height()), Qt::AlignCenter,
                     tr("Drop a film here, then the translated voices"));
    y += metrics.height() + 8;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(8, y, width() - 16, fontMetrics().height()), Qt::AlignCenter,
                     tr("Video: MP4, MOV, MKV …   Voices: WAV, FLAC, MP3 …"));
}

}  // namespace lipwright::widgets
