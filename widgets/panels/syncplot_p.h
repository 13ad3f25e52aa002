// Confidence over a segment as curves: the film's own sound, the voice before and after. What is
// not measurable is a gap; bands show what is poor, fair and good in this film.
#pragma once

#include "widgets/panels/syncfacts.h"

#include <QWidget>

namespace lipwright::widgets {

class SyncPlot : public QWidget {
    Q_OBJECT
public:
    explicit SyncPlot(QWidget* parent = nullptr);
    void setCurves(const SyncCurves& curves, const SyncScale& scale);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double y(double confidence) const;
    void paintBands(QPainter& painter) const;
    void paintCurve(QPainter& painter, const std::vector<float>& curve, const QPen& pen) const;

    SyncCurves m_curves;
    SyncScale m_scale;
    double m_low = 0.0;
    double m_high = 1.0;
};

}  // namespace lipwright::widgets
