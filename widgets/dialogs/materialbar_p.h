// How much of an actor is seen in the film, how much of that can be learned from, and how much is
// needed at least.
#pragma once

#include <QWidget>

namespace lipwright::widgets {

class MaterialBar : public QWidget {
    Q_OBJECT
public:
    explicit MaterialBar(QWidget* parent = nullptr);
    void setSeconds(double seen, double usable, double fewest);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_seen = 0.0;
    double m_usable = 0.0;
    double m_fewest = 0.0;
};

}  // namespace lipwright::widgets
