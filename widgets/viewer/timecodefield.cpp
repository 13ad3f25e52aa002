#include "widgets/viewer/timecodefield_p.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr QRgb kInvalid = 0xffd55e00;

}  // namespace

TimecodeField::TimecodeField(QWidget* parent) : QLineEdit(parent) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAlignment(Qt::AlignCenter);
    setMaxLength(16);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setAccessibleName(tr("Timecode of the playhead"));
    setError({});
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!m_error.isEmpty()) {
            setError({});
        }
    });
}

void TimecodeField::setTimecode(const core::TimecodeFormat& format, qint64 frame,
                                qint64 frameCount) {
    m_format = format;
    m_frame = frame;
    m_frameCount = frameCount;
    const QString text =
        frameCount > 0 ? QString::fromStdString(core::toTimecode(frame, format)) : QString();
    if (text != m_shown) {
        m_shown = text;
        if (!isModified()) {
            setText(text);
        }
    }
}

QSize TimecodeField::sizeHint() const {
    const int digits = fontMetrics().horizontalAdvance(QStringLiteral("00:00:00:00"));
    return {digits + 26, QLineEdit::sizeHint().height()};
}

void TimecodeField::mousePressEvent(QMouseEvent* event) {
    const bool untouched = !isModified();
    QLineEdit::mousePressEvent(event);
    if (untouched && event->button() == Qt::LeftButton) {
        selectAll();
    }
}

void TimecodeField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        restore();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TimecodeField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason) {
        selectAll();
    }
}

void TimecodeField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        restore();
        deselect();
    }
}

void TimecodeField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_error.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setPen(QPen(QColor(kInvalid), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void TimecodeField::accept() {
    const auto frame = core::frameOfTimecode(text().trimmed().toStdString(), m_format, m_frame);
    if (!frame) {
        setError(QString::fromStdString(frame.error().text()));
        selectAll();
        return;
    }
    const qint64 last = std::max<qint64>(0, m_frameCount - 1);
    const qint64 inside = std::clamp<qint64>(*frame, 0, last);
    restore();
    selectAll();
    Q_EMIT entered(inside);
}

void TimecodeField::restore() {
    setError({});
    setText(m_shown);  // clears isModified(), too
    selectAll();
}

void TimecodeField::setError(const QString& message) {
    m_error = message;
    setAccessibleDescription(message);
    setToolTip(message.isEmpty()
                   ? tr("Type a timecode and press Enter. +20 goes 20 frames on, -1:00 goes one "
                        "second back.")
                   : message);
    if (!message.isEmpty() && isVisible()) {
        QToolTip::showText(mapToGlobal(QPoint(0, height())), message, this);
    }
    update();
}

}  // namespace lipwright::widgets
