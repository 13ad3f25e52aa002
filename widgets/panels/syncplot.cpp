#include "widgets/panels/syncplot_p.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kHeight = 72;
constexpr double kMargin = 4.0;

void widen(const std::vector<float>& curve, double& low, double& high) {
    for (const float value : curve) {
        if (std::isfinite(value)) {
            low = std::min(low, static_cast<double>(value));
            high = std::max(high, static_cast<double>(value));
        }
    }
}

}  // namespace

SyncPlot::SyncPlot(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sync confidence over the segment"));
    setToolTip(
        tr("Sync confidence over the segment. Dotted: the film's own sound; thin: the voice on the "
           "film's picture; thick: on the take. Gaps can not be measured."));
}

QSize SyncPlot::sizeHint() const {
    return {200, kHeight};
}

void SyncPlot::setCurves(const SyncCurves& curves, const SyncScale& scale) {
    m_curves = curves;
    m_scale = scale;
    m_low = 0.0;
    m_high = scale.known() ? scale.usual * 1.25 : 0.1;
    for (const auto* curve : {&curves.baseline, &curves.before, &curves.after}) {
        widen(*curve, m_low, m_high);
    }
    update();
}

double SyncPlot::y(double confidence) const {
    const double share = (confidence - m_low) / (m_high - m_low);
    return height() - kMargin - share * (height() - 2.0 * kMargin);
}

void SyncPlot::paintBands(QPainter& painter) const {
    if (!m_scale.known()) {
        return;
    }
    const auto band = [&](double from, double to, SyncRating rating) {
        QColor colour = ratingColour(rating);
        colour.setAlphaF(0.14F);
        painter.fillRect(QRectF(QPointF(0.0, to), QPointF(width(), from)), colour);
    };
    const double poor = y(m_scale.poorBelow());
    const double good = y(m_scale.goodFrom());
    band(height(), poor, SyncRating::poor);
    band(poor, good, SyncRating::fair);
    band(good, 0.0, SyncRating::good);
}

void SyncPlot::paintCurve(QPainter& painter, const std::vector<float>& curve,
                          const QPen& pen) const {
    if (curve.empty()) {
        return;
    }
    const double step = (width() - 2.0 * kMargin) / std::max<double>(1.0, curve.size() - 1.0);
    QPainterPath path;
    bool gap = true;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (!std::isfinite(curve[i])) {
            gap = true;
            continue;
        }
        const QPointF point(kMargin + static_cast<double>(i) * step,
                            y(static_cast<double>(curve[i])));
        gap ? path.moveTo(point) : path.lineTo(point);
        gap = false;
    }
    painter.setPen(pen);
    painter.drawPath(path);
}

void SyncPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(rect(), 3, 3);
    painter.setClipPath(frame);
    painter.fillRect(rect(), palette().base());
    paintBands(painter);
    const QColor text = palette().color(QPalette::Text);
    QColor faint = text;
    faint.setAlphaF(0.65F);
    paintCurve(painter, m_curves.baseline, QPen(faint, 1.2, Qt::DotLine));
    paintCurve(painter, m_curves.before, QPen(faint, 1.0));
    paintCurve(painter, m_curves.after, QPen(text, 2.0));
}

}  // namespace lipwright::widgets
