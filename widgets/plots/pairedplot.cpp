#include "widgets/plots/pairedplot.h"

#include "widgets/plots/plotpainting_p.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr double kMargin = 8.0;
constexpr double kRow = 22.0;
constexpr double kDot = 4.5;
constexpr double kSmallestSpan = 0.1;  ///< of confidence

}  // namespace

struct PairedPlot::Axis {
    double left = 0.0;
    double right = 1.0;
    PlotRange range;

    [[nodiscard]] double x(double value) const {
        return left + range.share(value) * (right - left);
    }
};

PairedPlot::PairedPlot(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    setAccessibleName(tr("Sync confidence before and after, by segment"));
}

QSize PairedPlot::sizeHint() const {
    const double rows = kRow * std::max<double>(4.0, static_cast<double>(m_rows.size()));
    return {520, static_cast<int>(rows + fontMetrics().height() + 3 * kMargin)};
}

QSize PairedPlot::minimumSizeHint() const {
    return {260, sizeHint().height()};
}

void PairedPlot::setRows(const std::vector<PairedRow>& rows, const SyncScale& scale) {
    m_rows = rows;
    m_scale = scale;
    m_current = std::min(m_current, static_cast<int>(rows.size()) - 1);
    updateGeometry();
    update();
}

PairedPlot::Axis PairedPlot::axis() const {
    const QFontMetrics metrics(plotFont(*this));
    int names = 0;
    PlotRange range{0.0, m_scale.known() ? m_scale.usual * 1.2 : 0.0};
    for (const PairedRow& row : m_rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        range.include(row.before.value_or(0.0));
        range.include(row.after.value_or(0.0));
    }
    return {kMargin * 2.0 + std::min(names, width() / 2), width() - 2.0 * kMargin,
            range.padded(0.04, kSmallestSpan)};
}

QRectF PairedPlot::rowRect(int row) const {
    return {0.0, kMargin + row * kRow, static_cast<double>(width()), kRow};
}

int PairedPlot::rowAt(double y) const {
    const auto row = static_cast<int>(std::floor((y - kMargin) / kRow));
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

QString PairedPlot::tipOf(const PairedRow& row) const {
    const auto text = [this](const std::optional<double>& value) {
        return value ? locale().toString(*value, 'f', 2) : tr("not measured");
    };
    return tr("%1: %2 before, %3 after", "segment, confidences")
        .arg(row.name, text(row.before), text(row.after));
}

void PairedPlot::choose(int row) {
    m_current = std::clamp(row, 0, static_cast<int>(m_rows.size()) - 1);
    setAccessibleDescription(tipOf(m_rows[static_cast<std::size_t>(m_current)]));
    update();
}

bool PairedPlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos().y());
        QToolTip::showText(help->globalPos(),
                           row < 0 ? QString() : tipOf(m_rows[static_cast<std::size_t>(row)]),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void PairedPlot::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().y());
    if (event->button() == Qt::LeftButton && row >= 0) {
        choose(row);
        Q_EMIT activated(m_rows[static_cast<std::size_t>(row)].segment);
    }
}

void PairedPlot::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (m_rows.empty()) {
        QWidget::keyPressEvent(event);
    } else if (key == Qt::Key_Down || key == Qt::Key_Up) {
        choose(m_current + (key == Qt::Key_Down ? 1 : -1));
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0) {
        Q_EMIT activated(m_rows[static_cast<std::size_t>(m_current)].segment);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PairedPlot::paintBands(QPainter& painter, const Axis& axis) const {
    if (!m_scale.known()) {
        return;
    }
    const double bottom = rowRect(static_cast<int>(m_rows.size())).top();
    const auto band = [&](double from, double to, SyncRating rating) {
        QColor colour = ratingColour(rating);
        colour.setAlphaF(0.1F);
        painter.fillRect(QRectF(QPointF(from, kMargin), QPointF(to, bottom)), colour);
    };
    const double poor = axis.x(m_scale.poorBelow());
    const double good = axis.x(m_scale.goodFrom());
    band(axis.left, poor, SyncRating::poor);
    band(poor, good, SyncRating::fair);
    band(good, axis.right, SyncRating::good);
}

void PairedPlot::paintTicks(QPainter& painter, const Axis& axis) const {
    const double bottom = rowRect(static_cast<int>(m_rows.size())).top();
    const PlotTicks ticks = plotTicks(axis.range, 5);
    for (const double value : ticks.values) {
        const double x = axis.x(value);
        painter.setPen(QPen(faintText(*this, 0.14), 0));
        painter.drawLine(QPointF(x, kMargin), QPointF(x, bottom));
        painter.setPen(faintText(*this));
        painter.drawText(QRectF(x - 40.0, bottom + 3.0, 80.0, painter.fontMetrics().height()),
                         Qt::AlignHCenter | Qt::AlignTop,
                         locale().toString(value, 'f', ticks.decimals));
    }
}

void PairedPlot::paintRow(QPainter& painter, const Axis& axis, int row) const {
    const PairedRow& values = m_rows[static_cast<std::size_t>(row)];
    const QRectF place = rowRect(row);
    if (row == m_current) {
        QColor chosen = palette().color(QPalette::Highlight);
        chosen.setAlphaF(hasFocus() ? 0.35F : 0.18F);
        painter.fillRect(place.adjusted(2, 1, -2, -1), chosen);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(kMargin, place.top(), axis.left - 2.0 * kMargin, kRow),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(values.name, Qt::ElideRight,
                                                      int(axis.left - 2.0 * kMargin)));
    const double y = place.center().y();
    if (values.before && values.after) {
        const QColor colour = changeColour(*values.before, *values.after);
        painter.setPen(QPen(colour, 2.5));
        painter.drawLine(QPointF(axis.x(*values.before), y), QPointF(axis.x(*values.after), y));
    }
    if (values.before) {
        paintRing(painter, {axis.x(*values.before), y}, kDot, *this);
    }
    if (values.after) {
        paintFilledDot(painter, {axis.x(*values.after), y}, kDot,
                       changeColour(values.before.value_or(*values.after), *values.after));
    }
}

void PairedPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintPlotGround(painter, *this);
    if (m_rows.empty()) {
        return;
    }
    painter.setFont(plotFont(*this));
    const Axis place = axis();
    paintBands(painter, place);
    paintTicks(painter, place);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        paintRow(painter, place, row);
    }
}

}  // namespace lipwright::widgets
