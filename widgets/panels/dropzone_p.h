// The large dashed field that says what to drop; it lights up while a file hangs over the screen.
#pragma once

#include <QWidget>

namespace lipwright::widgets {

class DropZone : public QWidget {
    Q_OBJECT
public:
    explicit DropZone(QWidget* parent = nullptr);
    void setInviting(bool inviting);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_inviting = false;
};

}  // namespace lipwright::widgets
