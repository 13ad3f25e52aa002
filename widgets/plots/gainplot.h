// A few measures before (ring) and after (dot), a line each; small enough for a panel.
#pragma once

#include "widgets/plots/gain.h"

#include <QWidget>
#include <vector>

namespace lipwright::widgets {

class GainPlot : public QWidget {
    Q_OBJECT
public:
    explicit GainPlot(QWidget* parent = nullptr);
    void setGains(const std::vector<Gain>& gains);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void paintRow(QPainter& painter, const QRectF& row, const Gain& gain) const;

    std::vector<Gain> m_gains;
};

}  // namespace lipwright::widgets
