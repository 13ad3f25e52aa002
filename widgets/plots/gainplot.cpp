#include "widgets/plots/gainplot.h"

#include "widgets/plots/plotpainting_p.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>
#include <algorithm>

namespace lipwright::widgets {
namespace {

constexpr double kDot = 4.0;
constexpr int kTrack = 12;
constexpr int kRowGap = 4;

QString valuesOf(const Gain& gain) {
    const QLocale locale;
    return GainPlot::tr("%1 → %2%3", "before, after, unit with its space")
        .arg(locale.toString(gain.before, 'f', gain.decimals),
             locale.toString(gain.after, 'f', gain.decimals), gain.unit);
}

double shareOf(const Gain& gain, double value) {
    return std::clamp((value - gain.least) / (gain.most - gain.least), 0.0, 1.0);
}

}  // namespace

GainPlot::GainPlot(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What adapting brought"));
    setToolTip(tr("On sentences that were kept apart. Ring: the universal model; dot: this one."));
}

int GainPlot::rowHeight() const {
    return QFontMetrics(plotFont(*this)).height() + kTrack;
}

QSize GainPlot::sizeHint() const {
    const auto rows = static_cast<int>(m_gains.size());
    return {180, rows == 0 ? 0 : rows * rowHeight() + (rows - 1) * kRowGap};
}

QSize GainPlot::minimumSizeHint() const {
    return {100, sizeHint().height()};
}

void GainPlot::setGains(const std::vector<Gain>& gains) {
    if (gains == m_gains) {
        return;
    }
    m_gains = gains;
    QStringList spoken;
    for (const Gain& gain : gains) {
        spoken << tr("%1: %2", "measure, values").arg(gain.measure, valuesOf(gain));
    }
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

void GainPlot::paintRow(QPainter& painter, const QRectF& row, const Gain& gain) const {
    const QString values = valuesOf(gain);
    QRectF words = row;
    words.setHeight(row.height() - kTrack);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, values);
    words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(values) - 6);
    painter.setPen(faintText(*this));
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(gain.measure, Qt::ElideRight, int(words.width())));
    const double y = row.bottom() - kTrack / 2.0;
    const double left = row.left() + kDot + 1.0;
    const double width = row.width() - 2.0 * (kDot + 1.0);
    const QPointF before(left + shareOf(gain, gain.before) * width, y);
    const QPointF after(left + shareOf(gain, gain.after) * width, y);
    painter.setPen(QPen(faintText(*this, 0.2), 2.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(left, y), QPointF(left + width, y));
    const QColor colour = changeColour(gain.before, gain.after);
    painter.setPen(QPen(colour, 2.5));
    painter.drawLine(before, after);
    paintRing(painter, before, kDot, *this);
    paintFilledDot(painter, after, kDot, colour);
}

void GainPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(plotFont(*this));
    double top = 0.0;
    for (const Gain& gain : m_gains) {
        paintRow(painter, QRectF(0.0, top, width(), rowHeight()), gain);
        top += rowHeight() + kRowGap;
    }
}

}  // namespace lipwright::widgets
