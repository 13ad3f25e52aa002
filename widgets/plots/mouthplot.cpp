#include "widgets/plots/mouthplot.h"

#include "widgets/plots/plotpainting_p.h"
#include "widgets/style/syncrating.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kMargin = 10.0;
constexpr double kSample = 22.0;  ///< of a line in the legend

}  // namespace

struct MouthPlot::Entry {
    QString name;
    const std::vector<float>* curve;
    QPen pen;
};

MouthPlot::MouthPlot(QWidget* parent) : QWidget(parent) {
    setMinimumSize(320, 180);
    setAccessibleName(tr("Opening of the mouth over the sentence"));
}

QSize MouthPlot::sizeHint() const {
    return {560, 240};
}

void MouthPlot::setCurves(const MouthCurves& curves) {
    m_curves = curves;
    PlotRange range{-1.0, 1.0};
    for (const Entry& entry : entries()) {
        for (const float value : *entry.curve) {
            if (std::isfinite(value)) {
                range.include(static_cast<double>(value));
            }
        }
    }
    m_low = range.low;
    m_high = range.high;
    setAccessibleDescription(curves.measured.empty()
                                 ? QString()
                                 : tr("Agreement with the film: universal %1, adapted %2")
                                       .arg(locale().toString(curves.universalCorrelation, 'f', 2),
                                            locale().toString(curves.adaptedCorrelation, 'f', 2)));
    update();
}

void MouthPlot::setPlayhead(std::int64_t frame) {
    if (frame != m_playhead) {
        m_playhead = frame;
        update();
    }
}

std::vector<MouthPlot::Entry> MouthPlot::entries() const {
    const auto number = [this](double value) { return locale().toString(value, 'f', 2); };
    return {{tr("In the film"), &m_curves.measured, QPen(faintText(*this, 0.75), 2.5)},
            {tr("Universal: %1", "correlation").arg(number(m_curves.universalCorrelation)),
             &m_curves.universal, QPen(ratingColour(SyncRating::poor), 1.6)},
            {tr("Adapted: %1", "correlation").arg(number(m_curves.adaptedCorrelation)),
             &m_curves.adapted, QPen(ratingColour(SyncRating::good), 2.0)}};
}

QRectF MouthPlot::field() const {
    const QFontMetrics metrics(plotFont(*this));
    const int line = metrics.height();
    const int words =
        std::max(metrics.horizontalAdvance(tr("open")), metrics.horizontalAdvance(tr("closed")));
    return QRectF(rect()).adjusted(kMargin + words + 6.0, 2.0 * kMargin + line, -kMargin,
                                   -kMargin - line);
}

/// Seconds of the sentence below; which way a mouth opens at the side.
void MouthPlot::paintAxes(QPainter& painter) const {
    const QRectF place = field();
    const int line = painter.fontMetrics().height();
    const PlotRange time{0.0,
                         static_cast<double>(m_curves.measured.size()) / m_curves.framesPerSecond};
    const PlotTicks ticks = plotTicks(time, 6);
    for (const double seconds : ticks.values) {
        const double x = place.left() + time.share(seconds) * place.width();
        painter.setPen(QPen(faintText(*this, 0.12), 0));
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
        painter.setPen(faintText(*this));
        painter.drawText(QRectF(x - 40.0, place.bottom() + 3.0, 80.0, line), Qt::AlignHCenter,
                         tr("%1 s").arg(locale().toString(seconds, 'f', ticks.decimals)));
    }
    painter.setPen(faintText(*this));
    const QRectF side(0.0, place.top(), place.left() - 6.0, place.height());
    painter.drawText(side, Qt::AlignRight | Qt::AlignTop, tr("open"));
    painter.drawText(side, Qt::AlignRight | Qt::AlignBottom, tr("closed"));
}

void MouthPlot::paintLegend(QPainter& painter, const std::vector<Entry>& shown) const {
    const int line = painter.fontMetrics().height();
    double x = kMargin;
    for (const Entry& entry : shown) {
        const double y = kMargin + line / 2.0;
        painter.setPen(entry.pen);
        painter.drawLine(QPointF(x, y), QPointF(x + kSample, y));
        x += kSample + 6.0;
        painter.setPen(palette().color(QPalette::Text));
        const double width = painter.fontMetrics().horizontalAdvance(entry.name);
        painter.drawText(QRectF(x, kMargin, width + 2.0, line), Qt::AlignVCenter, entry.name);
        x += width + 18.0;
    }
}

void MouthPlot::paintCurve(QPainter& painter, const std::vector<float>& curve,
                           const QPen& pen) const {
    const QRectF place = field();
    const double step = place.width() / std::max<double>(1.0, static_cast<double>(curve.size()));
    QPainterPath path;
    bool gap = true;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (!std::isfinite(curve[i])) {
            gap = true;
            continue;
        }
        const double share = (static_cast<double>(curve[i]) - m_low) / (m_high - m_low);
        const QPointF point(place.left() + (static_cast<double>(i) + 0.5) * step,
                            place.bottom() - share * place.height());
        gap ? path.moveTo(point) : path.lineTo(point);
        gap = false;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(path);
}

void MouthPlot::mousePressEvent(QMouseEvent* event) {
    const auto frames = static_cast<std::int64_t>(m_curves.measured.size());
    if (event->button() == Qt::LeftButton && frames > 0) {
        const QRectF place = field();
        const double share = (event->position().x() - place.left()) / place.width();
        const auto frame = static_cast<std::int64_t>(std::floor(share * double(frames)));
        Q_EMIT frameRequested(m_curves.firstFrame + std::clamp<std::int64_t>(frame, 0, frames - 1));
    }
}

void MouthPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintPlotGround(painter, *this);
    if (m_curves.measured.empty()) {
        return;
    }
    painter.setFont(plotFont(*this));
    const std::vector<Entry> shown = entries();
    paintLegend(painter, shown);
    paintAxes(painter);
    for (const Entry& entry : shown) {
        paintCurve(painter, *entry.curve, entry.pen);
    }
    const auto at = m_playhead - m_curves.firstFrame;
    const auto frames = static_cast<std::int64_t>(m_curves.measured.size());
    if (at >= 0 && at < frames) {
        const QRectF place = field();
        const double x = place.left() + (double(at) + 0.5) / double(frames) * place.width();
        painter.setPen(QPen(palette().color(QPalette::Highlight), 0));
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    }
}

}  // namespace lipwright::widgets
