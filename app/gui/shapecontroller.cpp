#include "app/gui/shapecontroller.h"

#include "app/gui/commands.h"
#include "app/gui/selection.h"
#include "app/gui/settings.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "app/session/shapecurves.h"
#include "engine/dubbing/shapeediting.h"
#include "widgets/timeline/shapelane.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QTimer>
#include <algorithm>

namespace lipwright::app {

using widgets::ShapeGesture;
using widgets::ShapeLane;

namespace {

constexpr double kRaiseStep = 0.25;    ///< of a key, in the actor's own units
constexpr double kStrongerStep = 1.1;  ///< times
const auto kRenderAfter = QStringLiteral("renderAfterShaping");

dubbing::ShapeChannel channelOf(widgets::ShapeChannel channel) {
    switch (channel) {
        case widgets::ShapeChannel::width:
            return dubbing::ShapeChannel::width;
        case widgets::ShapeChannel::rounding:
            return dubbing::ShapeChannel::rounding;
        case widgets::ShapeChannel::opening:
            break;
    }
    return dubbing::ShapeChannel::opening;
}

const face::Actor* actorOf(const face::FaceAnalysis& faces, int actor) {
    const auto found = std::ranges::find(faces.actors, actor, &face::Actor::id);
    return found == faces.actors.end() ? nullptr : &*found;
}

}  // namespace

ShapeController::ShapeController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_due(new QTimer(this)) {
    // Several changes of one step are shown once.
    m_due->setSingleShot(true);
    m_due->setInterval(0);
    connect(m_due, &QTimer::timeout, this, &ShapeController::show);
    const auto due = [this] { m_due->start(); };
    connect(&parts.editor.document(), &ProjectDocument::changed, this,
            [due](const project::Delta& delta) {
                if (!delta.segments.empty() || !delta.dubs.empty()) {
                    due();
                }
            });
    connect(&parts.editor.document(), &ProjectDocument::reset, this, due);
    connect(&parts.editor.shapes(), &ShapeCurves::changed, this, due);
    connect(&parts.selection, &Selection::languageChanged, this, due);
    connect(&parts.selection, &Selection::changed, this, &ShapeController::enable);
    connect(&parts.player, &Player::positionChanged, this, &ShapeController::enable);
    connectLane();
    connectChannels();
    connectCommands();
    enable();
}

void ShapeController::connectLane() {
    connect(&m_parts.lane, &ShapeLane::shaping, this, &ShapeController::preview);
    connect(&m_parts.lane, &ShapeLane::shaped, this, &ShapeController::apply);
    connect(&m_parts.lane, &ShapeLane::contextMenuRequested, this,
            [this](QPoint where, project::Id segment, qint64 frame) {
                m_parts.selection.setSegments({segment});
                m_parts.player.seek(frame);
                QMenu menu;
                menu.addActions(m_parts.commands.actions(
                    {"retouch.opening", "retouch.width", "retouch.rounding", "retouch.closeLips",
                     "retouch.stronger", "retouch.weaker", "retouch.smooth", "retouch.resetRange",
                     "retouch.resetShape", "retouch.renderAfter", "render.draft"}));
                menu.insertSeparator(menu.actions().at(3));
                menu.exec(where);
            });
}

void ShapeController::connectChannels() {
    auto* group = new QActionGroup(this);
    const std::pair<const char*, widgets::ShapeChannel> channels[] = {
        {"retouch.opening", widgets::ShapeChannel::opening},
        {"retouch.width", widgets::ShapeChannel::width},
        {"retouch.rounding", widgets::ShapeChannel::rounding}};
    for (const auto& [name, channel] : channels) {
        QAction& action = m_parts.commands.action(name);
        group->addAction(&action);
        action.setChecked(channel == m_parts.lane.channel());
        connect(&action, &QAction::triggered, &m_parts.lane,
                [this, channel = channel] { m_parts.lane.setChannel(channel); });
        connect(&m_parts.lane, &ShapeLane::channelChanged, &action,
                [&action, channel = channel](widgets::ShapeChannel now) {
                    action.setChecked(now == channel);
                });
    }
}

void ShapeController::connectCommands() {
    using Kind = ShapeGesture::Kind;
    Commands& commands = m_parts.commands;
    ShapeLane& lane = m_parts.lane;
    commands.on("retouch.raise", this, [this] { applyAtPlayhead(Kind::drag, kRaiseStep); });
    commands.on("retouch.lower", this, [this] { applyAtPlayhead(Kind::drag, -kRaiseStep); });
    commands.on("retouch.closeLips", this, [this] { applyAtPlayhead(Kind::closeLips); });
    commands.on("retouch.stronger", this, [this] { applyToStretch(Kind::scale, kStrongerStep); });
    commands.on("retouch.weaker", this, [this] { applyToStretch(Kind::scale, 1 / kStrongerStep); });
    commands.on("retouch.smooth", this, [this] { applyToStretch(Kind::smooth); });
    commands.on("retouch.resetRange", this, [this] { applyToStretch(Kind::reset); });
    commands.on("retouch.resetShape", this, [this] { applyToStretch(Kind::reset, 0.0, true); });
    commands.on("retouch.widerReach", this, [&lane] { lane.setRadius(lane.radius() + 1); });
    commands.on("retouch.narrowerReach", this, [&lane] { lane.setRadius(lane.radius() - 1); });
    QAction& renderAfter = commands.action("retouch.renderAfter");
    renderAfter.setChecked(m_parts.settings.value(kRenderAfter) != "no");
    connect(&renderAfter, &QAction::toggled, this,
            [this](bool on) { m_parts.settings.setValue(kRenderAfter, on ? "yes" : "no"); });
}

ShapeController::Controls ShapeController::wanted(project::Id segment,
                                                  const project::ShapeEdit& edit) const {
    const auto voice = m_parts.editor.shapes().of(segment);
    if (!voice || edit.empty()) {
        return nullptr;
    }
    return std::make_shared<std::vector<project::MouthControl>>(
        dubbing::shaped(edit, {voice->firstFrame, voice->wanted}));
}

widgets::TimelineShape ShapeController::valueOf(const project::Segment& segment) {
    widgets::TimelineShape value{segment.id, segment.frames, segment.dubTrack, 0,
                                 nullptr,    nullptr,        segment.shape};
    if (const auto voice = m_parts.editor.shapes().of(segment.id)) {
        value.wishFirst = voice->firstFrame;
        value.wish = Controls(voice, &voice->wanted);
    }
    widgets::TimelineShape& last = m_shown[segment.id];
    const bool known = last.wish == value.wish && last.edit == value.edit;
    value.wanted = known ? last.wanted : wanted(segment.id, segment.shape);
    last = value;
    return value;
}

void ShapeController::show() {
    const project::Project& project = m_parts.editor.project();
    std::vector<widgets::TimelineShape> shapes;
    for (const project::Segment& segment : project.segments) {
        if (speaks(project, segment, m_parts.selection.language())) {
            shapes.push_back(valueOf(segment));
        }
    }
    std::erase_if(m_shown, [&](const auto& shown) { return !project.segment(shown.first); });
    m_parts.lane.setShapes(std::move(shapes));
    enable();
}

void ShapeController::enable() {
    const project::Segment* segment = segmentHere();
    const bool known = segment != nullptr && m_parts.editor.shapes().of(segment->id);
    for (const char* name :
         {"retouch.raise", "retouch.lower", "retouch.closeLips", "retouch.stronger",
          "retouch.weaker", "retouch.smooth", "retouch.resetRange", "retouch.resetShape"}) {
        m_parts.commands.action(name).setEnabled(known);
    }
}

project::ShapeEdit ShapeController::edited(const project::Segment& segment,
                                           const ShapeGesture& gesture) const {
    const auto curve = m_parts.editor.shapes().of(segment.id);
    if (!curve) {
        return segment.shape;
    }
    const dubbing::VoiceControls voice{curve->firstFrame, curve->wanted};
    switch (gesture.kind) {
        case ShapeGesture::Kind::drag:
            return dubbing::dragPoint(segment.shape, voice, gesture.frames.first,
                                      channelOf(gesture.channel), static_cast<float>(gesture.value),
                                      gesture.radius);
        case ShapeGesture::Kind::scale: {
            const auto factor = static_cast<float>(gesture.value);
            return dubbing::scaleRange(segment.shape, voice, gesture.frames,
                                       {factor, factor, factor}, dubbing::ScaleAbout::actorMean);
        }
        case ShapeGesture::Kind::closeLips: {
            const auto faces = m_parts.editor.analysis().film().faces;
            const face::Actor* actor = faces ? actorOf(*faces, segment.actor) : nullptr;
            return actor == nullptr ? segment.shape
                                    : dubbing::closeLips(segment.shape, voice, gesture.frames.first,
                                                         gesture.radius, actor->mouthRange);
        }
        case ShapeGesture::Kind::smooth:
            return dubbing::smooth(segment.shape, voice, gesture.frames);
        case ShapeGesture::Kind::reset:
            break;
    }
    return dubbing::reset(segment.shape, gesture.frames);
}

void ShapeController::preview(const ShapeGesture& gesture) {
    if (const project::Segment* segment = m_parts.editor.project().segment(gesture.segment)) {
        const project::ShapeEdit edit = edited(*segment, gesture);
        m_parts.lane.setPreview(segment->id, edit, wanted(segment->id, edit));
    }
}

void ShapeController::apply(const ShapeGesture& gesture) {
    const project::Segment* segment = m_parts.editor.project().segment(gesture.segment);
    if (segment == nullptr) {
        return;
    }
    const project::ShapeEdit edit = edited(*segment, gesture);
    if (edit == segment->shape) {
        return;
    }
    m_parts.editor.setShape(gesture.segment, edit, false);
    show();  // at once: the lane has dropped its preview
    if (m_parts.commands.action("retouch.renderAfter").isChecked()) {
        m_parts.editor.render({gesture.segment}, project::TakeQuality::draft);
    }
}

const project::Segment* ShapeController::segmentHere() const {
    return segmentAt(m_parts.editor.project(), m_parts.selection, m_parts.player.position());
}

void ShapeController::applyAtPlayhead(ShapeGesture::Kind kind, double raise) {
    const project::Segment* segment = segmentHere();
    if (segment == nullptr) {
        return;
    }
    const std::int64_t frame = m_parts.player.position();
    const auto now = m_parts.lane.wantedAt(segment->id, frame);
    apply({kind,
           segment->id,
           {frame, frame + 1},
           m_parts.lane.channel(),
           now.value_or(0.0) + raise,
           m_parts.lane.radius()});
}

void ShapeController::applyToStretch(ShapeGesture::Kind kind, double value, bool whole) {
    const ShapeLane& lane = m_parts.lane;
    if (!whole && lane.stretchSegment() != 0) {
        apply({kind, lane.stretchSegment(), lane.stretch(), lane.channel(), value, 0});
    } else if (const project::Segment* segment = segmentHere()) {
        apply({kind, segment->id, segment->frames, lane.channel(), value, 0});
    }
}

}  // namespace lipwright::app
