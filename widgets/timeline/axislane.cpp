#include "widgets/timeline/axislane.h"

#include "widgets/timeline/lanelayout_p.h"
#include "widgets/timeline/painting_p.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace lipwright::widgets {
namespace {

constexpr int kFoldedHeight = 24;
constexpr int kLeastHeight = 44;

}  // namespace

AxisLane::AxisLane(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_header(new QWidget(this)),
      m_more(new QWidget(m_header)),
      m_fold(new QToolButton(m_header)) {
    setAccessibleName(name);
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setMinimumHeight(kLeastHeight);
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setAccessibleName(tr("Fold the lane “%1”").arg(name));
    m_fold->setToolTip(tr("Fold or unfold the lane"));
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::DownArrow);
    m_fold->setIconSize({10, 10});
    m_fold->setFixedSize(18, 18);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(!m_folded); });
    auto* title = new QHBoxLayout;
    title->setSpacing(2);
    title->addWidget(m_fold);
    title->addWidget(new QLabel(name, m_header), 1);
    auto* more = new QVBoxLayout(m_more);
    more->setContentsMargins(4, 0, 2, 0);
    more->setSpacing(2);
    auto* layout = new QVBoxLayout(m_header);
    layout->setContentsMargins(2, 2, 4, 2);
    layout->setSpacing(1);
    layout->addLayout(title);
    layout->addWidget(m_more);
    layout->addStretch(1);
}

void AxisLane::addToHeader(QWidget* widget) {
    m_more->layout()->addWidget(widget);
}

void AxisLane::setAxis(const TimeAxis& axis) {
    m_axis = axis;
    axisMoved();
}

void AxisLane::setPlayhead(qint64 frame) {
    if (frame != m_playhead) {
        playheadMoved(std::exchange(m_playhead, frame));
    }
}

void AxisLane::setSelection(const std::vector<project::Id>& segments) {
    if (segments != m_selection) {
        m_selection = segments;
        selectionChanged();
    }
}

bool AxisLane::isSelected(project::Id segment) const {
    return std::ranges::find(m_selection, segment) != m_selection.end();
}

void AxisLane::setFolded(bool folded) {
    if (folded == m_folded) {
        return;
    }
    m_folded = folded;
    m_fold->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_more->setVisible(!folded);
    setMinimumHeight(folded ? kFoldedHeight : kLeastHeight);
    setMaximumHeight(folded ? kFoldedHeight : QWIDGETSIZE_MAX);
    axisMoved();
    Q_EMIT foldedChanged(folded);
}

int AxisLane::columnOf(qint64 frame) const {
    return LaneLayout::kHeaderWidth + static_cast<int>(std::lround(m_axis.columnOf(frame)));
}

qint64 AxisLane::frameAt(int column) const {
    return m_axis.frameAtColumn(column - LaneLayout::kHeaderWidth);
}

QString AxisLane::timecodeOf(qint64 frame) const {
    return QString::fromStdString(core::toTimecode(frame, m_timecode));
}

QRect AxisLane::body() const {
    const int right = std::min(width(), LaneLayout::kHeaderWidth + m_axis.width());
    return {LaneLayout::kHeaderWidth, 0, std::max(0, right - LaneLayout::kHeaderWidth),
            m_folded ? 0 : height()};
}

void AxisLane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_header->setGeometry(0, 0, LaneLayout::kHeaderWidth - 1, height());
    axisMoved();
}

void AxisLane::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QRect header(0, 0, LaneLayout::kHeaderWidth, height());
    painter.fillRect(rect(), shade(palette(), m_folded ? 0.03 : 0.0));
    painter.fillRect(header, shade(palette(), 0.06));
    painter.setPen(QPen(shade(palette(), 0.18), 0));
    painter.drawLine(header.topRight(), header.bottomRight());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace lipwright::widgets
