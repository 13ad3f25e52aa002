#include "widgets/timeline/confidencelane.h"

#include "widgets/timeline/confidenceplot_p.h"
#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/synctips_p.h"

#include <QEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <utility>

namespace lipwright::widgets {
namespace {

/// Says which line is which.
class CurveNames : public QWidget {
public:
    explicit CurveNames(QWidget* parent) : QWidget(parent) {
        setFixedHeight(fontMetrics().height() * static_cast<int>(kSyncKinds.size()));
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        const int row = height() / static_cast<int>(kSyncKinds.size());
        for (const SyncKind kind : kSyncKinds) {
            const QRect line(0, static_cast<int>(kind) * row, width(), row);
            painter.setPen(syncPen(kind, palette()));
            painter.drawLine(2, line.center().y(), 22, line.center().y());
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(line.adjusted(28, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                             syncKindName(kind));
        }
    }
};

}  // namespace

struct ConfidenceLane::State {
    explicit State(QWidget* lane) : plot(content, lane) {}

    ConfidencePlot::Content content;
    ConfidencePlot plot;
    bool scrubs = false;
};

ConfidenceLane::ConfidenceLane(QWidget* parent)
    : AxisLane(tr("Sync"), parent), m_state(std::make_unique<State>(this)) {
    setObjectName(QStringLiteral("confidenceLane"));
    addToHeader(new CurveNames(this));
    m_state->plot.widget().setObjectName(QStringLiteral("confidencePlot"));
}

ConfidenceLane::~ConfidenceLane() = default;

void ConfidenceLane::setBaseline(std::shared_ptr<const TimelineSyncCurve> curve,
                                 qint64 filmFrames) {
    m_state->content.lanes.setFilm(std::move(curve), filmFrames);
    m_state->plot.rangeChanged();
}

void ConfidenceLane::setScale(const SyncScale& scale) {
    m_state->content.scale = scale;
    m_state->plot.contentChanged();
}

void ConfidenceLane::setSegments(std::vector<TimelineSegmentSync> segments) {
    if (segments != m_state->content.lanes.segments()) {
        m_state->content.lanes.setSegments(std::move(segments));
        m_state->plot.rangeChanged();
    }
}

void ConfidenceLane::setSegment(const TimelineSegmentSync& segment) {
    m_state->content.lanes.setSegment(segment);
    m_state->plot.rangeChanged();
}

void ConfidenceLane::axisMoved() {
    m_state->content.axis = axis();
    m_state->plot.widget().setVisible(!folded());
    if (folded()) {
        return;
    }
    m_state->plot.widget().setGeometry(body());
    m_state->plot.contentChanged();
}

void ConfidenceLane::playheadMoved(qint64 /*before*/) {
    m_state->content.playhead = playhead();
    m_state->plot.marksMoved();
}

void ConfidenceLane::selectionChanged() {
    m_state->content.selection = selection();
    m_state->plot.contentChanged();
}

void ConfidenceLane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        m_state->plot.contentChanged();
    }
    AxisLane::changeEvent(event);
}

QString ConfidenceLane::tipAt(QPoint at) const {
    const SyncLanes& lanes = m_state->content.lanes;
    if (axis().empty() || !body().contains(at)) {
        return {};
    }
    const qint64 frame = frameAt(at.x());
    if (at.y() < ConfidencePlot::kSummaryRows) {
        const TimelineSegmentSync* segment = lanes.segmentAt(frame);
        return segment != nullptr ? segmentSyncTip(*segment) : QString();
    }
    return readingTip(lanes.readingAt(frame), timecodeOf(frame));
}

void ConfidenceLane::hover(qint64 frame) {
    if (std::exchange(m_state->content.hovered, frame) != frame) {
        m_state->plot.marksMoved();
    }
}

void ConfidenceLane::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !axis().empty() && body().contains(event->pos())) {
        m_state->scrubs = true;
        Q_EMIT scrubbed(ScrubStep::begin, event->pos().x());
    }
}

void ConfidenceLane::mouseMoveEvent(QMouseEvent* event) {
    if (m_state->scrubs) {
        Q_EMIT scrubbed(ScrubStep::move, event->pos().x());
    }
    const QString tip = tipAt(event->pos());
    hover(tip.isEmpty() ? -1 : frameAt(event->pos().x()));
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(0, 6), tip, this);
}

void ConfidenceLane::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && std::exchange(m_state->scrubs, false)) {
        Q_EMIT scrubbed(ScrubStep::end, event->pos().x());
    }
}

void ConfidenceLane::leaveEvent(QEvent* event) {
    hover(-1);
    AxisLane::leaveEvent(event);
}

}  // namespace lipwright::widgets
