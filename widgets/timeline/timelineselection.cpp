// What is selected on the timeline, and what a drag asks for when it ends.
#include "widgets/timeline/timelinestate_p.h"

namespace lipwright::widgets {

void TimelineWidget::State::setSelected(std::set<project::Id> ids) {
    if (ids == model.selected) {
        return;
    }
    model.selected = std::move(ids);
    changed();
    Q_EMIT widget.selectionChanged(widget.selection());
}

void TimelineWidget::State::select(const Hit& hit, Qt::KeyboardModifiers modifiers, bool menu) {
    narrowsOnRelease = false;
    const bool onSegment = model.segment(hit.id) != nullptr && hit.part != Hit::Part::marker;
    if (!onSegment) {
        if (hit.part == Hit::Part::nothing && !menu && modifiers == Qt::NoModifier) {
            setSelected({});
        }
        return;
    }
    std::set<project::Id> ids = model.selected;
    std::erase_if(ids, [this](project::Id id) { return !model.places.contains(id); });
    if (modifiers & Qt::ControlModifier) {
        if (!ids.erase(hit.id)) {
            ids.insert(hit.id);
        }
    } else if (modifiers & Qt::ShiftModifier && !ids.empty()) {
        std::size_t low = model.places.at(hit.id);
        std::size_t high = low;
        for (const project::Id id : ids) {
            low = std::min(low, model.places.at(id));
            high = std::max(high, model.places.at(id));
        }
        for (std::size_t i = low; i <= high; ++i) {
            ids.insert(model.segments[i].id);
        }
    } else if (!ids.contains(hit.id)) {
        ids = {hit.id};
    } else {
        narrowsOnRelease = !menu && ids.size() > 1;
    }
    setSelected(std::move(ids));
}

bool TimelineWidget::State::selectNeighbour(int direction) {
    if (model.segments.empty()) {
        return false;
    }
    const auto selected = widget.selection();
    std::size_t place = 0;
    if (!selected.empty()) {
        place = model.places.at(direction > 0 ? selected.back() : selected.front());
        if ((direction < 0 && place == 0) ||
            (direction > 0 && place + 1 == model.segments.size())) {
            return false;
        }
        place = direction > 0 ? place + 1 : place - 1;
    }
    setSelected({model.segments[place].id});
    widget.ensureVisible(model.segments[place].frames.first);
    return true;
}

void TimelineWidget::State::finishGesture(Qt::KeyboardModifiers modifiers) {
    const Gesture done = gesture;
    gesture.end();
    widget.update();
    switch (done.kind()) {
        case Gesture::Kind::scrub:
            Q_EMIT widget.scrubbingChanged(false);
            break;
        case Gesture::Kind::pressed:
            if (narrowsOnRelease) {
                setSelected({done.hit().id});
            }
            break;
        case Gesture::Kind::rubber: {
            const auto found = segmentsIn(scene(), done.rubberBand());
            std::set<project::Id> ids(found.begin(), found.end());
            if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
                ids.insert(model.selected.begin(), model.selected.end());
            }
            setSelected(std::move(ids));
            break;
        }
        case Gesture::Kind::move:
            if (done.frames() != 0) {
                Q_EMIT widget.moveRequested(widget.selection(), done.frames());
            }
            break;
        case Gesture::Kind::trimStart:
        case Gesture::Kind::trimEnd: {
            const TimelineSegment* segment = model.segment(done.hit().id);
            if (segment != nullptr && !(done.range() == segment->frames)) {
                Q_EMIT widget.trimRequested(done.hit().id, done.range());
            }
            break;
        }
        case Gesture::Kind::inPoint:
        case Gesture::Kind::outPoint:
            if (model.inOut && !(done.range() == *model.inOut)) {
                Q_EMIT widget.inOutRequested(done.range());
            }
            break;
        case Gesture::Kind::none:
            break;
    }
}

void TimelineWidget::State::showCursor(const Hit& hit) {
    switch (hit.part) {
        case Hit::Part::start:
        case Hit::Part::end:
        case Hit::Part::inHandle:
        case Hit::Part::outHandle:
        case Hit::Part::playhead:
            widget.setCursor(Qt::SizeHorCursor);
            break;
        default:
            widget.unsetCursor();
    }
}

}  // namespace lipwright::widgets
