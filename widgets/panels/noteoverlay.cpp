#include "widgets/panels/noteoverlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTextCursor>
#include <QVBoxLayout>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr int kWidth = 420;

}  // namespace

NoteOverlay::NoteOverlay(QWidget* window)
    : QWidget(window), m_title(new QLabel(this)), m_text(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("noteOverlay"));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 12);
    m_text->installEventFilter(this);
    auto* hint =
        new QLabel(tr("Enter keeps the note, Shift+Enter begins a line, Esc leaves."), this);
    hint->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(hint);
    hide();
}

void NoteOverlay::open(const QString& title, const QString& note) {
    if (isVisible()) {
        close(true);
    }
    m_before = QApplication::focusWidget();
    m_title->setText(title);
    m_text->setPlainText(note);
    m_text->moveCursor(QTextCursor::End);
    const QWidget* window = parentWidget();
    const int width = std::min(kWidth, window->width() - 24);
    const int height = sizeHint().height();
    setGeometry((window->width() - width) / 2, (window->height() - height) / 3, width, height);
    show();
    raise();
    m_text->setFocus();
}

void NoteOverlay::close(bool keep) {
    if (!isVisible()) {
        return;
    }
    const bool back = m_text->hasFocus();
    hide();
    if (back && m_before != nullptr) {
        m_before->setFocus();
    }
    if (keep) {
        Q_EMIT written(m_text->toPlainText());
    }
}

bool NoteOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_text) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason) {
        close(true);
    }
    const bool press = event->type() == QEvent::KeyPress;
    if (!press && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool escape = key->key() == Qt::Key_Escape;
    if ((!enter || key->modifiers().testFlag(Qt::ShiftModifier)) && !escape) {
        return false;
    }
    event->accept();
    if (press) {
        close(enter);
    }
    return true;
}

void NoteOverlay::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.setBrush(palette().window());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace lipwright::widgets
