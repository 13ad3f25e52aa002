#include "widgets/plots/plotpainting_p.h"
#include "widgets/style/syncrating.h"

#include <QLocale>
#include <QPainterPath>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {

void PlotRange::include(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
}

PlotRange PlotRange::padded(double share, double least) const {
    const double missing = std::max(0.0, least - (high - low)) / 2.0;
    const double more = share * std::max(high - low, least);
    return {low - missing - more, high + missing + more};
}

void paintPlotGround(QPainter& painter, const QWidget& widget) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(widget.palette().base());
    painter.drawRoundedRect(widget.rect(), 4, 4);
}

QFont plotFont(const QWidget& widget) {
    QFont font(widget.font());
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QColor faintText(const QWidget& widget, double alpha) {
    QColor colour = widget.palette().color(QPalette::Text);
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

PlotTicks plotTicks(const PlotRange& range, int count) {
    const double raw = (range.high - range.low) / std::max(1, count);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double share = raw / power;
    const double step = power * (share <= 1.0   ? 1.0
                                 : share <= 2.0 ? 2.0
                                 : share <= 5.0 ? 5.0
                                                : 10.0);
    PlotTicks ticks;
    ticks.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    const auto last = static_cast<int>(std::floor(range.high / step + 1e-9));
    for (int at = static_cast<int>(std::ceil(range.low / step - 1e-9)); at <= last; ++at) {
        ticks.values.push_back(at * step);
    }
    return ticks;
}

QColor changeColour(double before, double after) {
    return ratingColour(after > before   ? SyncRating::good
                        : after < before ? SyncRating::poor
                                         : SyncRating::unknown);
}

void paintRing(QPainter& painter, QPointF at, double radius, const QWidget& widget) {
    painter.setPen(QPen(faintText(widget, 0.9), 1.5));
    painter.setBrush(widget.palette().base());
    painter.drawEllipse(at, radius - 0.5, radius - 0.5);
}

void paintFilledDot(QPainter& painter, QPointF at, double radius, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(at, radius, radius);
}

QString clockText(double seconds) {
    const auto whole = static_cast<int>(std::lround(std::max(0.0, seconds)));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace lipwright::widgets
