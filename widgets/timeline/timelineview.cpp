#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QDataStream>
#include <QSplitter>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace lipwright::widgets {
namespace {

constexpr qint32 kStateVersion = 1;

}  // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_timeline(new TimelineWidget(m_splitter)),
      m_shape(new ShapeLane(m_splitter)),
      m_mask(new MaskLane(m_splitter)),
      m_confidence(new ConfidenceLane(m_splitter)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setObjectName(QStringLiteral("timelineLanes"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(3);
    m_splitter->setStretchFactor(0, 1);
    for (AxisLane* lane : lanes()) {
        m_splitter->setStretchFactor(m_splitter->indexOf(lane), 0);
        connectLane(*lane);
    }
    m_mask->setFolded(true);
    connect(m_timeline, &TimelineWidget::axisChanged, this, [this](const TimeAxis& axis) {
        for (AxisLane* lane : lanes()) {
            lane->setAxis(axis);
        }
    });
    connect(m_timeline, &TimelineWidget::playheadChanged, this, [this](qint64 frame) {
        for (AxisLane* lane : lanes()) {
            lane->setPlayhead(frame);
        }
    });
}

void TimelineView::connectLane(AxisLane& lane) {
    connect(&lane, &AxisLane::scrubbed, m_timeline, &TimelineWidget::scrub);
    connect(&lane, &AxisLane::foldedChanged, this,
            [this, &lane](bool folded) { giveRoom(lane, folded); });
}

void TimelineView::giveRoom(AxisLane& lane, bool folded) {
    if (!m_splitter->isVisible()) {
        return;  // it has no heights yet to be shared out
    }
    const int place = m_splitter->indexOf(&lane);
    QList<int> sizes = m_splitter->sizes();
    if (folded) {
        m_unfolded[&lane] = sizes[place];
    }
    const int before = m_unfolded[&lane];
    const int open = before > lane.minimumHeight() ? before : lane.sizeHint().height();
    const int wanted = folded ? lane.maximumHeight() : open;
    sizes[0] += sizes[place] - wanted;
    sizes[place] = wanted;
    m_splitter->setSizes(sizes);
}

void TimelineView::setFilm(const TimelineFilm& film) {
    for (AxisLane* lane : lanes()) {
        lane->setTimecode(film.timecode);
    }
    m_timeline->setFilm(film);
}

void TimelineView::setSelection(const std::vector<project::Id>& segments) {
    m_timeline->setSelection(segments);
    for (AxisLane* lane : lanes()) {
        lane->setSelection(segments);
    }
}

QByteArray TimelineView::saveState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateVersion;
    for (const AxisLane* lane : lanes()) {
        stream << lane->folded();
    }
    stream << m_splitter->saveState();
    return state;
}

bool TimelineView::restoreState(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    stream >> version;
    if (version != kStateVersion) {
        return false;
    }
    for (AxisLane* lane : lanes()) {
        bool folded = false;
        stream >> folded;
        lane->setFolded(folded);
    }
    QByteArray heights;
    stream >> heights;
    return stream.status() == QDataStream::Ok && m_splitter->restoreState(heights);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    // A lane left it: the timeline scrolls and zooms at the same column.
    const QPointF at = m_timeline->mapFrom(this, event->position());
    QWheelEvent forwarded(at, event->globalPosition(), event->pixelDelta(), event->angleDelta(),
                          event->buttons(), event->modifiers(), event->phase(), event->inverted());
    QApplication::sendEvent(m_timeline, &forwarded);
    event->setAccepted(forwarded.isAccepted());
}

}  // namespace lipwright::widgets
