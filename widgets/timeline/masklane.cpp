#include "widgets/timeline/masklane.h"

#include "engine/project/retouchkeys.h"
#include "widgets/timeline/maskgesture_p.h"
#include "widgets/timeline/maskpainter_p.h"
#include "widgets/timeline/painting_p.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <cmath>

namespace lipwright::widgets {

struct MaskLane::State {
    MaskView view;
    MaskDrag drag;
    bool scrubs = false;
};

MaskLane::MaskLane(QWidget* parent)
    : PaintedLane(tr("Mask"), parent), m_state(std::make_unique<State>()) {
    setObjectName(QStringLiteral("maskLane"));
    auto* parts = new QLabel(tr("Opacity, original"), this);
    parts->setEnabled(false);
    addToHeader(parts);
}

MaskLane::~MaskLane() = default;

void MaskLane::setRetouches(std::vector<TimelineRetouch> retouches) {
    State& s = *m_state;
    if (retouches == s.view.retouches) {
        return;
    }
    s.view.retouches = std::move(retouches);
    s.view.selected = {};
    s.drag = {};
    contentChanged();
}

QPoint MaskLane::maskKeyframePoint(project::Id segment, std::size_t index) const {
    return m_state->view.pointOf(axis(), {MaskItem::Kind::maskKey, segment, index});
}

QPoint MaskLane::opacityPoint(project::Id segment, std::size_t index) const {
    return m_state->view.pointOf(axis(), {MaskItem::Kind::opacityKey, segment, index});
}

QRect MaskLane::originalBar(project::Id segment, std::size_t index) const {
    const MaskView& view = m_state->view;
    const QPoint first = view.pointOf(axis(), {MaskItem::Kind::originalStart, segment, index});
    const QPoint end = view.pointOf(axis(), {MaskItem::Kind::originalEnd, segment, index});
    return {first.x(), view.barRows().top(), end.x() - first.x(), view.barRows().height()};
}

int MaskLane::rowOfOpacity(double opacity) const {
    return static_cast<int>(std::lround(m_state->view.rowOfOpacity(opacity)));
}

void MaskLane::axisMoved() {
    m_state->view.body = body();
    PaintedLane::axisMoved();
}

void MaskLane::paintContent(QPainter& painter) {
    const State& s = *m_state;
    if (s.drag.kind() == MaskDrag::Kind::none) {
        paintMasks(painter, s.view, axis(), selection(), palette());
        return;
    }
    MaskView shown = s.view;
    if (TimelineRetouch* dragged = shown.retouch(s.drag.after().segment)) {
        *dragged = s.drag.after();
    }
    paintMasks(painter, shown, axis(), selection(), palette());
}

void MaskLane::paintOverlay(QPainter& painter) {
    if (const QString text = label(); !text.isEmpty()) {
        paintLabel(painter, palette(), text, m_state->drag.now() + QPoint(12, -8), body());
    }
}

QString MaskLane::label() const {
    const MaskDrag& drag = m_state->drag;
    if (drag.kind() != MaskDrag::Kind::item) {
        return {};
    }
    const MaskItem& item = drag.item();
    switch (item.kind) {
        case MaskItem::Kind::opacityKey: {
            const project::OpacityKeyframe& key = drag.after().values.opacity[item.index];
            return tr("%1  opacity %2 %")
                .arg(timecodeOf(key.frame))
                .arg(std::lround(100 * key.opacity));
        }
        case MaskItem::Kind::maskKey:
            return timecodeOf(drag.after().values.mask[item.index].frame);
        case MaskItem::Kind::originalEnd:
            return timecodeOf(drag.after().values.original[item.index].end);
        default:
            return timecodeOf(drag.after().values.original[item.index].first);
    }
}

void MaskLane::showCursor(QPoint at) {
    const TimelineRetouch* retouch = m_state->view.at(axis(), selection(), at.x());
    const MaskItem item =
        retouch != nullptr ? m_state->view.itemAt(axis(), *retouch, at) : MaskItem();
    switch (item.kind) {
        case MaskItem::Kind::originalStart:
        case MaskItem::Kind::originalEnd:
            setCursor(Qt::SizeHorCursor);
            break;
        case MaskItem::Kind::maskKey:
        case MaskItem::Kind::opacityKey:
            setCursor(Qt::PointingHandCursor);
            break;
        default:
            unsetCursor();
    }
}

void MaskLane::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (event->button() != Qt::LeftButton || axis().empty() || !body().contains(event->pos())) {
        return;
    }
    const TimelineRetouch* retouch = s.view.at(axis(), selection(), event->pos().x());
    s.view.selected =
        retouch != nullptr ? s.view.itemAt(axis(), *retouch, event->pos()) : MaskItem();
    contentChanged();
    const bool draws =
        event->modifiers() & Qt::ControlModifier || s.view.barRows().contains(event->pos());
    if (s.view.selected.kind != MaskItem::Kind::none) {
        s.drag.grab(*retouch, s.view.selected, event->pos());
    } else if (retouch != nullptr && draws) {
        s.drag.create(*retouch, axis(), s.view, event->pos());
    } else {
        s.scrubs = true;
        Q_EMIT scrubbed(ScrubStep::begin, event->pos().x());
    }
}

void MaskLane::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.scrubs) {
        Q_EMIT scrubbed(ScrubStep::move, event->pos().x());
    } else if (s.drag.kind() == MaskDrag::Kind::none) {
        showCursor(event->pos());
    } else if (s.drag.drag(axis(), s.view, event->pos())) {
        contentChanged();
    }
}

void MaskLane::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (std::exchange(m_state->scrubs, false)) {
        Q_EMIT scrubbed(ScrubStep::end, event->pos().x());
        return;
    }
    finish();
}

void MaskLane::goTo(int column) {
    Q_EMIT scrubbed(ScrubStep::begin, column);
    Q_EMIT scrubbed(ScrubStep::end, column);
}

void MaskLane::finish() {
    const MaskDrag done = std::exchange(m_state->drag, MaskDrag());
    contentChanged();
    if (done.kind() == MaskDrag::Kind::pressed) {
        const qint64 frame = m_state->view.frameOf(done.item());
        // The first column that is the frame's own.
        goTo(frame >= 0 ? body().left() + static_cast<int>(std::ceil(axis().columnOf(frame)))
                        : done.now().x());
    } else if (done.kind() != MaskDrag::Kind::none) {
        ask(done.before(), done.after());
    }
}

void MaskLane::ask(const TimelineRetouch& before, const TimelineRetouch& after) {
    if (after.values.opacity != before.values.opacity) {
        Q_EMIT opacityRequested(after.segment, after.values.opacity);
    }
    if (after.values.original != before.values.original) {
        Q_EMIT originalRequested(after.segment, after.values.original);
    }
    for (std::size_t i = 0; i < before.values.mask.size(); ++i) {
        const std::int64_t from = before.values.mask[i].frame;
        if (const std::int64_t to = after.values.mask[i].frame; to != from) {
            Q_EMIT maskKeyframeMoved(after.segment, from, to);
        }
    }
}

void MaskLane::mouseDoubleClickEvent(QMouseEvent* event) {
    State& s = *m_state;
    const TimelineRetouch* retouch = s.view.at(axis(), selection(), event->pos().x());
    if (retouch == nullptr || event->button() != Qt::LeftButton ||
        s.view.itemAt(axis(), *retouch, event->pos()).kind != MaskItem::Kind::none ||
        s.view.barRows().contains(event->pos())) {
        return;
    }
    TimelineRetouch after = *retouch;
    project::setOpacityKey(after.values, frameAt(event->pos().x()),
                           s.view.opacityOfRow(event->pos().y()));
    ask(TimelineRetouch(*retouch), after);
}

void MaskLane::removeSelected() {
    const MaskItem item = std::exchange(m_state->view.selected, MaskItem());
    const TimelineRetouch* found = m_state->view.retouch(item.segment);
    if (found == nullptr) {
        return;
    }
    const TimelineRetouch before = *found;
    TimelineRetouch after = before;
    const auto index = static_cast<std::ptrdiff_t>(item.index);
    if (item.kind == MaskItem::Kind::maskKey) {
        Q_EMIT maskKeyframeRemoved(before.segment, before.values.mask[item.index].frame);
    } else if (item.kind == MaskItem::Kind::opacityKey) {
        after.values.opacity.erase(after.values.opacity.begin() + index);
    } else if (item.kind != MaskItem::Kind::none) {
        after.values.original.erase(after.values.original.begin() + index);
    }
    contentChanged();
    ask(before, after);
}

bool MaskLane::event(QEvent* event) {
    // Delete is the window's key for segments; here it is for what is selected in the lane.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete &&
        m_state->view.selected.kind != MaskItem::Kind::none) {
        event->accept();
        return true;
    }
    return PaintedLane::event(event);
}

void MaskLane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_state->drag = {};
        m_state->view.selected = {};
        contentChanged();
    } else if (event->key() == Qt::Key_Delete) {
        removeSelected();
    } else {
        PaintedLane::keyPressEvent(event);
    }
}

void MaskLane::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? QPoint(columnOf(playhead()), height() / 2) : event->pos();
    if (const TimelineRetouch* retouch = m_state->view.at(axis(), selection(), at.x())) {
        Q_EMIT contextMenuRequested(mapToGlobal(at), retouch->segment,
                                    byKey ? playhead() : frameAt(at.x()));
    }
}

}  // namespace lipwright::widgets
