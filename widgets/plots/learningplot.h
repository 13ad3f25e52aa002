// How good a network was after so much time of adaptation, against the universal one (dashed).
#pragma once

#include <QLocale>
#include <QPointF>
#include <QString>
#include <QWidget>
#include <vector>

namespace lipwright::widgets {

struct LearningCurve {
    QString measure;              ///< of which more is better
    std::vector<QPointF> points;  ///< seconds, measure; the first is the universal network
    double kept = 0.0;            ///< seconds of the point that was kept
    int decimals = 2;
    QString unit{};  ///< with its space
    friend bool operator==(const LearningCurve&, const LearningCurve&) = default;
};

/// "0.52 → 0.66 (+0.14)": the universal network and what was kept; or that nothing is better.
[[nodiscard]] QString gainText(const LearningCurve& curve, const QLocale& locale);

class LearningPlot : public QWidget {
    Q_OBJECT
public:
    explicit LearningPlot(QWidget* parent = nullptr);
    void setCurve(const LearningCurve& curve);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Axes;
    void paintTitle(QPainter& painter) const;
    void paintAxes(QPainter& painter, const Axes& axes) const;
    void paintCurve(QPainter& painter, const Axes& axes) const;

    LearningCurve m_curve;
};

}  // namespace lipwright::widgets
