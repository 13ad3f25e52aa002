// A titled part of a panel that folds away.
#pragma once

#include <QWidget>

class QToolButton;

namespace lipwright::widgets {

class Section : public QWidget {
    Q_OBJECT
public:
    explicit Section(const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* content() { return m_content; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_header;
    QWidget* m_content;
};

}  // namespace lipwright::widgets
