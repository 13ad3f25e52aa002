// A small text field that commits when it is left or on Ctrl+Enter, not at every key.
#pragma once

#include <QPlainTextEdit>

namespace lipwright::widgets {

class ProseEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;
    void setProse(const QString& text);  ///< waits while the user types
    void replaceProse(const QString& text);
    void commit();

Q_SIGNALS:
    void committed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_known;
};

}  // namespace lipwright::widgets
