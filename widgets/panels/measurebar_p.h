// A SyncBar as a widget.
#pragma once

#include "widgets/panels/syncbar_p.h"

#include <QWidget>

namespace lipwright::widgets {

class MeasureBar : public QWidget {
    Q_OBJECT
public:
    explicit MeasureBar(QWidget* parent = nullptr);
    void setBar(const SyncBar& bar);
    [[nodiscard]] const SyncBar& bar() const { return m_bar; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SyncBar m_bar;
};

}  // namespace lipwright::widgets
