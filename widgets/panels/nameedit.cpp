#include "widgets/panels/nameedit_p.h"

#include <QKeyEvent>

namespace lipwright::widgets {

NameEdit::NameEdit(QWidget* parent) : QLineEdit(parent) {
    setFrame(false);
    QPalette flat(palette());
    flat.setColor(QPalette::Base, Qt::transparent);
    setPalette(flat);
    setAutoFillBackground(false);
    setToolTip(tr("Click to rename"));
    connect(this, &QLineEdit::returnPressed, this, &NameEdit::commit);
}

void NameEdit::setName(const QString& name) {
    m_name = name;
    if (!hasFocus() || !isModified()) {
        setText(name);
        setCursorPosition(0);
    }
}

void NameEdit::commit() {
    const QString typed = text().trimmed();
    setModified(false);
    if (typed != m_name) {
        m_name = typed;
        Q_EMIT renamed(typed);
    }
}

void NameEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isModified()) {
        setText(m_name);
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();  // means the name alone, not what it names
    }
}

void NameEdit::focusInEvent(QFocusEvent* event) {
    setFrame(true);
    QLineEdit::focusInEvent(event);
}

void NameEdit::focusOutEvent(QFocusEvent* event) {
    setFrame(false);
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        commit();
    }
}

void NameEdit::enterEvent(QEnterEvent* event) {
    setFrame(true);
    QLineEdit::enterEvent(event);
}

void NameEdit::leaveEvent(QEvent* event) {
    setFrame(hasFocus());
    QLineEdit::leaveEvent(event);
}

}  // namespace lipwright::widgets
