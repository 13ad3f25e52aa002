// A quiet rounded ground that holds together what belongs to one track or one person.
#pragma once

#include <QWidget>

namespace lipwright::widgets {

class Card : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace lipwright::widgets
