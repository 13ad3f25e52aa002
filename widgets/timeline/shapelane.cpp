#include "widgets/timeline/shapelane.h"

#include "widgets/timeline/painting_p.h"
#include "widgets/timeline/shapegesture_p.h"
#include "widgets/timeline/shapepainter_p.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::widgets {

struct ShapeLane::State {
    ShapeView view;
    std::vector<TimelineSound> sounds;
    ShapeDrag drag;
    bool scrubs = false;
    int radius = 2;
    QComboBox* channels = nullptr;
    std::optional<TimelineShape> unshaped;  ///< what a preview stands in for
};

ShapeLane::ShapeLane(QWidget* parent)
    : PaintedLane(tr("Mouth shape"), parent), m_state(std::make_unique<State>()) {
    setObjectName(QStringLiteral("shapeLane"));
    auto* channels = new QComboBox(this);
    channels->setObjectName(QStringLiteral("shapeChannel"));
    channels->setAccessibleName(tr("What is shaped of the mouth"));
    channels->addItems({tr("Opening"), tr("Width"), tr("Rounding")});
    channels->setFocusPolicy(Qt::TabFocus);
    connect(channels, &QComboBox::activated, this,
            [this](int index) { setChannel(static_cast<ShapeChannel>(index)); });
    m_state->channels = channels;
    addToHeader(channels);
}

ShapeLane::~ShapeLane() = default;

void ShapeLane::setShapes(std::vector<TimelineShape> shapes) {
    State& s = *m_state;
    if (shapes == s.view.shapes) {
        return;
    }
    s.unshaped.reset();
    s.view.shapes = std::move(shapes);
    if (s.view.stretch && s.view.shape(s.view.stretch->segment) == nullptr) {
        s.view.stretch.reset();
    }
    if (s.drag.kind() != ShapeDrag::Kind::none && s.view.shape(s.drag.segment()) == nullptr) {
        s.drag.end();
    }
    contentChanged();
    if (s.drag.edits()) {
        Q_EMIT shaping(s.drag.gesture(s.view.channel, s.radius));
    }
}

void ShapeLane::setSounds(std::vector<TimelineSound> sounds) {
    m_state->sounds = std::move(sounds);
    contentChanged();
}

void ShapeLane::setPreview(project::Id segment, project::ShapeEdit edit, TimelineControls wanted) {
    State& s = *m_state;
    const auto shape = std::ranges::find(s.view.shapes, segment, &TimelineShape::segment);
    if (shape == s.view.shapes.end() || !s.drag.edits()) {
        return;
    }
    if (!s.unshaped) {
        s.unshaped = *shape;
    }
    shape->edit = std::move(edit);
    shape->wanted = std::move(wanted);
    contentChanged();
}

void ShapeLane::dropPreview() {
    State& s = *m_state;
    if (!s.unshaped) {
        return;
    }
    const auto shape =
        std::ranges::find(s.view.shapes, s.unshaped->segment, &TimelineShape::segment);
    if (shape != s.view.shapes.end()) {
        *shape = *s.unshaped;
    }
    s.unshaped.reset();
    contentChanged();
}

void ShapeLane::setChannel(ShapeChannel channel) {
    if (channel == m_state->view.channel) {
        return;
    }
    m_state->view.channel = channel;
    m_state->channels->setCurrentIndex(static_cast<int>(channel));
    contentChanged();
    Q_EMIT channelChanged(channel);
}

ShapeChannel ShapeLane::channel() const {
    return m_state->view.channel;
}

void ShapeLane::setRadius(int frames) {
    m_state->radius = std::clamp(frames, 0, kMostRadius);
    goOn();
}

int ShapeLane::radius() const {
    return m_state->radius;
}

project::Id ShapeLane::stretchSegment() const {
    return m_state->view.stretch ? m_state->view.stretch->segment : 0;
}

core::FrameRange ShapeLane::stretch() const {
    return m_state->view.stretch ? m_state->view.stretch->frames : core::FrameRange{};
}

std::optional<double> ShapeLane::wantedAt(project::Id segment, qint64 frame) const {
    const TimelineShape* shape = m_state->view.shape(segment);
    const float value = shape != nullptr ? widgets::wantedAt(*shape, frame, m_state->view.channel)
                                         : std::numeric_limits<float>::quiet_NaN();
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

QPoint ShapeLane::pointOf(project::Id segment, qint64 frame) const {
    const auto value = wantedAt(segment, frame);
    return value
               ? QPoint(columnOf(frame), static_cast<int>(std::lround(m_state->view.rowOf(*value))))
               : QPoint();
}

QRect ShapeLane::scaleHandle() const {
    return m_state->view.scaleHandle(axis());
}

void ShapeLane::axisMoved() {
    m_state->view.body = body();
    PaintedLane::axisMoved();
}

void ShapeLane::paintContent(QPainter& painter) {
    paintShapes(painter, m_state->view, axis(), m_state->sounds, selection(), palette());
}

void ShapeLane::paintOverlay(QPainter& painter) {
    const State& s = *m_state;
    paintStretch(painter, s.view, axis(),
                 s.drag.kind() == ShapeDrag::Kind::scale ? s.drag.factor() : 1.0, palette());
    if (s.drag.kind() == ShapeDrag::Kind::point) {
        const double reach = axis().columnsPerFrame();
        const double at = s.view.columnOf(axis(), s.drag.frame());
        QColor band = palette().color(QPalette::Highlight);
        band.setAlpha(40);
        painter.fillRect(QRectF(at - s.radius * reach, 0, 2 * s.radius * reach, height()), band);
    }
    if (const QString text = label(); !text.isEmpty()) {
        paintLabel(painter, palette(), text, s.drag.now() + QPoint(12, -8), body());
    }
}

QString ShapeLane::label() const {
    const State& s = *m_state;
    if (s.drag.kind() != ShapeDrag::Kind::point) {
        return {};
    }
    const ShapeGesture gesture = s.drag.gesture(s.view.channel, s.radius);
    return tr("%1  %2, %n frame(s) around", nullptr, s.radius)
        .arg(timecodeOf(gesture.frames.first), locale().toString(gesture.value, 'f', 2));
}

void ShapeLane::showCursor(QPoint at) {
    const State& s = *m_state;
    const TimelineShape* shape = shapeAt(s.view, axis(), selection(), at.x());
    if (scaleHandle().contains(at)) {
        setCursor(Qt::SizeVerCursor);
    } else if (shape != nullptr && grabbedFrame(s.view, axis(), *shape, at) >= 0) {
        setCursor(Qt::PointingHandCursor);
    } else {
        unsetCursor();
    }
}

void ShapeLane::mousePressEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (event->button() != Qt::LeftButton || axis().empty() || !body().contains(event->pos())) {
        return;
    }
    s.drag.press(s.view, axis(), selection(), event->pos());
    s.scrubs = s.drag.kind() == ShapeDrag::Kind::none;
    if (s.scrubs) {
        Q_EMIT scrubbed(ScrubStep::begin, event->pos().x());
    }
}

void ShapeLane::mouseMoveEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (s.scrubs) {
        Q_EMIT scrubbed(ScrubStep::move, event->pos().x());
    } else if (s.drag.kind() == ShapeDrag::Kind::none) {
        showCursor(event->pos());
    } else if (s.drag.drag(axis(), s.view, event->pos())) {
        goOn();
    }
}

void ShapeLane::goOn() {
    State& s = *m_state;
    if (s.drag.kind() == ShapeDrag::Kind::stretch) {
        s.view.stretch = s.drag.stretch();
    } else if (s.drag.edits()) {
        Q_EMIT shaping(s.drag.gesture(s.view.channel, s.radius));
    }
    update();
}

void ShapeLane::mouseReleaseEvent(QMouseEvent* event) {
    State& s = *m_state;
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (std::exchange(s.scrubs, false)) {
        Q_EMIT scrubbed(ScrubStep::end, event->pos().x());
        return;
    }
    finish();
}

void ShapeLane::finish() {
    State& s = *m_state;
    const ShapeDrag done = std::exchange(s.drag, ShapeDrag());
    dropPreview();
    if (done.edits()) {
        Q_EMIT shaped(done.gesture(s.view.channel, s.radius));
    } else if (done.kind() == ShapeDrag::Kind::pressed) {
        // A click: the playhead comes, keys act there.
        s.view.stretch.reset();
        Q_EMIT scrubbed(ScrubStep::begin, done.now().x());
        Q_EMIT scrubbed(ScrubStep::end, done.now().x());
    }
    update();
}

void ShapeLane::mouseDoubleClickEvent(QMouseEvent* event) {
    const TimelineShape* shape = body().contains(event->pos())
                                     ? shapeAt(m_state->view, axis(), selection(), event->pos().x())
                                     : nullptr;
    if (shape == nullptr || event->button() != Qt::LeftButton) {
        return;
    }
    const qint64 frame = frameAt(event->pos().x());
    Q_EMIT shaped({ShapeGesture::Kind::closeLips,
                   shape->segment,
                   {frame, frame + 1},
                   channel(),
                   0.0,
                   radius()});
}

void ShapeLane::wheelEvent(QWheelEvent* event) {
    State& s = *m_state;
    const bool drags = s.drag.kind() == ShapeDrag::Kind::point;
    if (!drags && event->modifiers() != Qt::ShiftModifier) {
        event->ignore();
        return;
    }
    const int turned =
        event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    setRadius(s.radius + (turned > 0 ? 1 : -1));
    event->accept();
}

void ShapeLane::keyPressEvent(QKeyEvent* event) {
    State& s = *m_state;
    if (event->key() != Qt::Key_Escape) {
        PaintedLane::keyPressEvent(event);
    } else if (s.drag.kind() != ShapeDrag::Kind::none) {
        if (s.drag.kind() == ShapeDrag::Kind::stretch) {
            s.view.stretch.reset();
        }
        s.drag.end();
        dropPreview();
        update();
    } else {
        s.view.stretch.reset();
        update();
    }
}

void ShapeLane::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = byKey ? QPoint(columnOf(playhead()), height() / 2) : event->pos();
    const TimelineShape* shape = shapeAt(m_state->view, axis(), selection(), at.x());
    if (shape != nullptr) {
        Q_EMIT contextMenuRequested(mapToGlobal(at), shape->segment,
                                    byKey ? playhead() : frameAt(at.x()));
    }
}

}  // namespace lipwright::widgets
