#include "widgets/plots/learningplot.h"

#include "widgets/plots/plotpainting_p.h"
#include "widgets/style/syncrating.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kMargin = 8.0;
constexpr double kDot = 2.5;
constexpr double kKeptDot = 4.5;

/// Of the longest curve, in steps that a clock knows.
std::vector<double> timeTicks(double seconds) {
    static const double kSteps[] = {5, 15, 30, 60, 120, 300, 600, 900, 1800};
    double step = 3600.0;
    for (const double candidate : kSteps) {
        if (seconds / candidate <= 6.0) {
            step = candidate;
            break;
        }
    }
    std::vector<double> ticks;
    for (double at = 0.0; at <= seconds + 1e-6; at += step) {
        ticks.push_back(at);
    }
    return ticks;
}

/// So that a change too small to be shown in numbers is no mountain.
double leastPadding(const LearningCurve& curve) {
    return 2.0 * std::pow(10.0, -curve.decimals);
}

}  // namespace

QString gainText(const LearningCurve& curve, const QLocale& locale) {
    const auto number = [&](double value) { return locale.toString(value, 'f', curve.decimals); };
    const double universal = curve.points.front().y();
    const auto kept = std::ranges::find(curve.points, curve.kept, &QPointF::x);
    if (curve.kept <= 0.0 || kept == curve.points.end()) {
        return LearningPlot::tr("%1%2, nothing better yet", "value, unit")
            .arg(number(universal), curve.unit);
    }
    const double gain = kept->y() - universal;
    const QString sign = gain < 0.0 ? QString() : QStringLiteral("+");
    return LearningPlot::tr("%1 → %2%3 (%4)", "values, unit, difference")
        .arg(number(universal), number(kept->y()), curve.unit, sign + number(gain));
}

struct LearningPlot::Axes {
    QRectF field;
    PlotRange time;
    PlotRange measure;

    [[nodiscard]] QPointF at(const QPointF& point) const {
        return {field.left() + time.share(point.x()) * field.width(),
                field.bottom() - measure.share(point.y()) * field.height()};
    }
};

LearningPlot::LearningPlot(QWidget* parent) : QWidget(parent) {
    setMinimumSize(240, 130);
    setAccessibleName(tr("Learning curve"));
}

QSize LearningPlot::sizeHint() const {
    return {420, 160};
}

void LearningPlot::setCurve(const LearningCurve& curve) {
    m_curve = curve;
    if (!curve.points.empty()) {
        setAccessibleDescription(
            tr("%1: %2, after %3", "measure, gain, time")
                .arg(curve.measure, gainText(curve, locale()), clockText(curve.points.back().x())));
    }
    update();
}

void LearningPlot::paintTitle(QPainter& painter) const {
    const QFontMetrics& metrics = painter.fontMetrics();
    QRectF line(kMargin, kMargin / 2.0, width() - 2.0 * kMargin, metrics.height());
    const QString gain = gainText(m_curve, locale());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, gain);
    line.setRight(line.right() - metrics.horizontalAdvance(gain) - kMargin);
    painter.setPen(faintText(*this));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_curve.measure, Qt::ElideRight, int(line.width())));
}

void LearningPlot::paintAxes(QPainter& painter, const Axes& axes) const {
    const int line = painter.fontMetrics().height();
    const PlotTicks ticks = plotTicks(axes.measure, 4);
    for (const double value : ticks.values) {
        const double y = axes.at({0.0, value}).y();
        painter.setPen(QPen(faintText(*this, 0.12), 0));
        painter.drawLine(QPointF(axes.field.left(), y), QPointF(axes.field.right(), y));
        painter.setPen(faintText(*this));
        painter.drawText(QRectF(0.0, y - line / 2.0, axes.field.left() - 6.0, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(value, 'f', ticks.decimals));
    }
    for (const double seconds : timeTicks(axes.time.high)) {
        const double x = axes.at({seconds, 0.0}).x();
        painter.drawText(QRectF(x - 40.0, axes.field.bottom() + 3.0, 80.0, line),
                         Qt::AlignHCenter | Qt::AlignTop, clockText(seconds));
    }
    const double universal = axes.at(m_curve.points.front()).y();
    painter.setPen(QPen(faintText(*this), 1.0, Qt::DashLine));
    painter.drawLine(QPointF(axes.field.left(), universal), QPointF(axes.field.right(), universal));
    painter.drawText(QRectF(axes.field.left(), universal - line, axes.field.width(), line),
                     Qt::AlignRight | Qt::AlignBottom, tr("universal"));
}

void LearningPlot::paintCurve(QPainter& painter, const Axes& axes) const {
    const QColor colour = ratingColour(SyncRating::good);
    QPainterPath path(axes.at(m_curve.points.front()));
    for (const QPointF& point : m_curve.points) {
        path.lineTo(axes.at(point));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2.0));
    painter.drawPath(path);
    for (const QPointF& point : m_curve.points) {
        paintFilledDot(painter, axes.at(point), point.x() == m_curve.kept ? kKeptDot : kDot,
                       colour);
    }
}

void LearningPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintPlotGround(painter, *this);
    if (m_curve.points.empty()) {
        return;
    }
    painter.setFont(plotFont(*this));
    const double line = painter.fontMetrics().height();
    PlotRange measure{m_curve.points.front().y(), m_curve.points.front().y()};
    double last = 1.0;
    for (const QPointF& point : m_curve.points) {
        measure.include(point.y());
        last = std::max(last, point.x());
    }
    const double left = kMargin + painter.fontMetrics().horizontalAdvance(QStringLiteral("−0.00"));
    const Axes axes{QRectF(QPointF(left + 6.0, line + kMargin),
                           QPointF(width() - 2.0 * kMargin, height() - line - kMargin)),
                    {0.0, last},
                    measure.padded(0.12, leastPadding(m_curve))};
    paintTitle(painter);
    paintAxes(painter, axes);
    paintCurve(painter, axes);
}

}  // namespace lipwright::widgets
