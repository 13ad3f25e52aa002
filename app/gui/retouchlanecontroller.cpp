#include "app/gui/retouchlanecontroller.h"

#include "app/gui/commands.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/project/retouchkeys.h"
#include "widgets/timeline/masklane.h"

#include <QAction>
#include <QMenu>
#include <QTimer>
#include <algorithm>

namespace lipwright::app {
namespace {

constexpr double kOpacityStep = 0.1;

}  // namespace

RetouchLaneController::RetouchLaneController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_due(new QTimer(this)) {
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &RetouchLaneController::show);
    const auto due = [this] { m_due->start(); };
    connect(&parts.editor.document(), &ProjectDocument::changed, this,
            [due](const project::Delta& delta) {
                if (!delta.segments.empty() || !delta.dubs.empty()) {
                    due();
                }
            });
    connect(&parts.editor.document(), &ProjectDocument::reset, this, due);
    connect(&parts.selection, &Selection::languageChanged, this, due);
    connect(&parts.selection, &Selection::changed, this, &RetouchLaneController::enable);
    connect(&parts.player, &Player::positionChanged, this, &RetouchLaneController::enable);
    connectLane();
    connectCommands();
    enable();
}

void RetouchLaneController::connectLane() {
    const widgets::MaskLane& lane = m_parts.lane;
    connect(&lane, &widgets::MaskLane::contextMenuRequested, this,
            [this](QPoint where, project::Id segment, qint64 frame) {
                m_parts.selection.setSegments({segment});
                m_parts.player.seek(frame);
                QMenu menu;
                menu.addActions(m_parts.commands.actions(
                    {"retouch.opacityKey", "retouch.opacityUp", "retouch.opacityDown",
                     "retouch.forceOriginal", "retouch.allowTake"}));
                menu.exec(where);
            });
    connect(&lane, &widgets::MaskLane::opacityRequested, this,
            [this](project::Id segment, const std::vector<project::OpacityKeyframe>& keys) {
                change(segment, [&](project::Retouch& retouch) { retouch.opacity = keys; });
            });
    connect(&lane, &widgets::MaskLane::originalRequested, this,
            [this](project::Id segment, const std::vector<core::FrameRange>& ranges) {
                change(segment, [&](project::Retouch& retouch) { retouch.original = ranges; });
            });
    connect(&lane, &widgets::MaskLane::maskKeyframeMoved, this,
            [this](project::Id segment, qint64 from, qint64 to) {
                change(segment, [&](project::Retouch& retouch) {
                    for (project::MaskKeyframe& key : retouch.mask) {
                        key.frame = key.frame == from ? to : key.frame;
                    }
                    std::ranges::sort(retouch.mask, {}, &project::MaskKeyframe::frame);
                });
            });
    connect(&lane, &widgets::MaskLane::maskKeyframeRemoved, this,
            [this](project::Id segment, qint64 frame) {
                change(segment, [&](project::Retouch& retouch) {
                    std::erase_if(retouch.mask, [&](const project::MaskKeyframe& key) {
                        return key.frame == frame;
                    });
                });
            });
}

void RetouchLaneController::connectCommands() {
    Commands& commands = m_parts.commands;
    commands.on("retouch.opacityKey", this, [this] { toggleOpacityKey(); });
    commands.on("retouch.opacityUp", this, [this] { addOpacity(kOpacityStep); });
    commands.on("retouch.opacityDown", this, [this] { addOpacity(-kOpacityStep); });
    const auto onStretch = [this](void (*edit)(project::Retouch&, core::FrameRange)) {
        if (const project::Segment* segment = segmentHere()) {
            const core::FrameRange frames = stretchOf(*segment);
            change(segment->id, [&](project::Retouch& retouch) { edit(retouch, frames); });
        }
    };
    commands.on("retouch.forceOriginal", this, [onStretch] { onStretch(&project::forceOriginal); });
    commands.on("retouch.allowTake", this, [onStretch] { onStretch(&project::allowTake); });
}

void RetouchLaneController::show() {
    const project::Project& project = m_parts.editor.project();
    std::vector<widgets::TimelineRetouch> shown;
    for (const project::Segment& segment : project.segments) {
        if (speaks(project, segment, m_parts.selection.language())) {
            shown.push_back({segment.id, segment.frames, segment.retouch});
            for (project::MaskKeyframe& key : shown.back().values.mask) {
                key.strokes.clear();
            }
        }
    }
    m_parts.lane.setRetouches(std::move(shown));
    enable();
}

void RetouchLaneController::enable() {
    const bool on = segmentHere() != nullptr;
    for (const char* name : {"retouch.opacityKey", "retouch.opacityUp", "retouch.opacityDown",
                             "retouch.forceOriginal", "retouch.allowTake"}) {
        m_parts.commands.action(name).setEnabled(on);
    }
}

void RetouchLaneController::change(project::Id id, const Edit& edit) {
    if (const project::Segment* segment = m_parts.editor.project().segment(id)) {
        project::Retouch retouch = segment->retouch;
        edit(retouch);
        m_parts.editor.setRetouch({id}, retouch, false);
    }
}

void RetouchLaneController::toggleOpacityKey() {
    const project::Segment* segment = segmentHere();
    if (segment == nullptr) {
        return;
    }
    change(segment->id, [frame = m_parts.player.position()](project::Retouch& retouch) {
        if (project::hasOpacityKey(retouch, frame)) {
            project::removeOpacityKey(retouch, frame);
        } else {
            project::setOpacityKey(retouch, frame, project::opacityAt(retouch, frame));
        }
    });
}

void RetouchLaneController::addOpacity(double by) {
    const project::Segment* segment = segmentHere();
    if (segment == nullptr) {
        return;
    }
    change(segment->id, [by, frame = m_parts.player.position()](project::Retouch& retouch) {
        const double opacity = project::opacityAt(retouch, frame) + by;
        project::setOpacityKey(retouch, frame, std::clamp(opacity, 0.0, 1.0));
    });
}

core::FrameRange RetouchLaneController::stretchOf(const project::Segment& segment) const {
    const auto& inOut = m_parts.editor.project().inOut;
    const core::FrameRange common =
        inOut ? core::intersection(*inOut, segment.frames) : core::FrameRange{};
    return common.empty() ? segment.frames : common;
}

const project::Segment* RetouchLaneController::segmentHere() const {
    return segmentAt(m_parts.editor.project(), m_parts.selection, m_parts.player.position());
}

}  // namespace lipwright::app
