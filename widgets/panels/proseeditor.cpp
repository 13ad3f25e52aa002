#include "widgets/panels/proseeditor_p.h"

#include <QKeyEvent>

namespace lipwright::widgets {

void ProseEditor::setProse(const QString& text) {
    const bool typing = hasFocus() && toPlainText() != m_known;
    if (!typing) {
        replaceProse(text);
    }
}

void ProseEditor::replaceProse(const QString& text) {
    m_known = text;
    if (toPlainText() != text) {
        setPlainText(text);
    }
}

void ProseEditor::commit() {
    if (isEnabled() && toPlainText() != m_known) {
        m_known = toPlainText();
        Q_EMIT committed(m_known);
    }
}

void ProseEditor::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ProseEditor::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        commit();
    }
}

}  // namespace lipwright::widgets
