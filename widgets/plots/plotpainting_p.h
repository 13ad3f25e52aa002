// What the plots share: ground, ticks, numbers, and the colours of better and worse.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <vector>

class QWidget;

namespace lipwright::widgets {

struct PlotRange {
    double low = 0.0;
    double high = 1.0;

    void include(double value);
    [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
    /// A little wider, and never empty.
    [[nodiscard]] PlotRange padded(double share, double least) const;
};

/// A rounded field in the palette's base colour.
void paintPlotGround(QPainter& painter, const QWidget& widget);
[[nodiscard]] QFont plotFont(const QWidget& widget);
[[nodiscard]] QColor faintText(const QWidget& widget, double alpha = 0.65);
/// Round numbers, with as many decimals as neighbouring ones need.
struct PlotTicks {
    std::vector<double> values;
    int decimals = 0;
};
/// Inside of the range, about `count` of them.
[[nodiscard]] PlotTicks plotTicks(const PlotRange& range, int count);
[[nodiscard]] QColor changeColour(double before, double after);
/// A ring that hides what lies below.
void paintRing(QPainter& painter, QPointF at, double radius, const QWidget& widget);
void paintFilledDot(QPainter& painter, QPointF at, double radius, const QColor& colour);
/// "2:05"
[[nodiscard]] QString clockText(double seconds);

}  // namespace lipwright::widgets
