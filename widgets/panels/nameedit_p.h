// A name that looks like a label until it is clicked. Enter and leaving it commit, Esc takes back;
// a name that comes from outside waits while the user types.
#pragma once

#include <QLineEdit>

namespace lipwright::widgets {

class NameEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NameEdit(QWidget* parent = nullptr);
    void setName(const QString& name);

Q_SIGNALS:
    void renamed(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void commit();
    QString m_name;
};

}  // namespace lipwright::widgets
