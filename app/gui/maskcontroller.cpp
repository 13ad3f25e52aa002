#include "app/gui/maskcontroller.h"

#include "app/gui/commands.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/dubbing/retouchtrack.h"
#include "engine/project/maskkeys.h"

#include <QAction>
#include <algorithm>
#include <cmath>

namespace lipwright::app {

using widgets::BrushMark;
using widgets::ViewerWidget;
using Tool = ViewerWidget::Tool;

namespace {

constexpr float kLeastRadius = 0.005F;  ///< of project::BrushStroke
constexpr float kLargestRadius = 1.0F;
constexpr std::pair<const char*, Tool> kTools[] = {{"retouch.paint", Tool::paintMask},
                                                   {"retouch.erase", Tool::eraseMask}};

project::BrushStroke strokeOf(const BrushMark& mark, const synthesis::FacePlace& face) {
    const auto head = [&face](QPointF point) {
        return dubbing::headPoint(face,
                                  {static_cast<float>(point.x()), static_cast<float>(point.y())});
    };
    project::BrushStroke stroke;
    stroke.erases = mark.erases;
    stroke.softness = static_cast<float>(mark.softness);
    const QPointF first = mark.points.first();
    const cv::Point2f across = head(first + QPointF(mark.radius, 0)) - head(first);
    stroke.radius = std::clamp(std::hypot(across.x, across.y), kLeastRadius, kLargestRadius);
    for (const QPointF& point : mark.points) {
        const cv::Point2f at = head(point);
        stroke.points.push_back({at.x, at.y});
    }
    return stroke;
}

}  // namespace

MaskController::MaskController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts) {
    connectTools();
    connectKeyframes();
    connectCopying();
    connectParts();
    enable();
}

void MaskController::connectTools() {
    Commands& commands = m_parts.commands;
    ViewerWidget& viewer = m_parts.viewer;
    for (const auto& [name, tool] : kTools) {
        commands.on(name, this, [this, name = name, tool = tool] {
            const bool on = m_parts.commands.action(name).isChecked();
            m_parts.viewer.setTool(on ? tool : Tool::look);
        });
    }
    connect(&viewer, &ViewerWidget::toolChanged, this, [this](Tool now) {
        for (const auto& [name, tool] : kTools) {
            m_parts.commands.action(name).setChecked(tool == now);
        }
    });
    connect(&viewer, &ViewerWidget::brushStrokeBegun, &m_parts.player, &Player::pause);
    connect(&viewer, &ViewerWidget::brushStroke, this, &MaskController::paint);
    viewer.setBrushActions(
        commands.actions({"retouch.paint", "retouch.erase"}),
        commands.actions({"retouch.previousMaskKey", "retouch.maskKey", "retouch.nextMaskKey"}));
}

void MaskController::connectKeyframes() {
    Commands& commands = m_parts.commands;
    commands.on("retouch.previousMaskKey", this, [this] { goToKeyframe(-1); });
    commands.on("retouch.nextMaskKey", this, [this] { goToKeyframe(1); });
    commands.on("retouch.maskKey", this, [this] {
        change([](project::Retouch& retouch, std::int64_t frame) {
            if (project::hasMaskKey(retouch, frame)) {
                project::removeMaskKey(retouch, frame);
            } else {
                project::addMaskKey(retouch, frame);
            }
        });
    });
    commands.on("retouch.clearMask", this, [this] {
        change([](project::Retouch& retouch, std::int64_t) { retouch.mask.clear(); });
    });
}

void MaskController::connectCopying() {
    m_parts.commands.on("retouch.copy", this, [this] {
        if (const auto* segment = segmentAt(m_parts.player.position())) {
            m_copied = *segment;
            enable();
        }
    });
    m_parts.commands.on("retouch.paste", this, [this] { paste(); });
}

void MaskController::connectParts() {
    ProjectDocument& document = m_parts.editor.document();
    connect(&document, &ProjectDocument::changed, this, &MaskController::enable);
    connect(&document, &ProjectDocument::reset, this, [this] {
        m_copied.reset();
        m_parts.viewer.setTool(Tool::look);
        enable();
    });
    connect(&m_parts.editor.analysis(), &FilmAnalysis::facesReady, this, &MaskController::enable);
    connect(&m_parts.player, &Player::positionChanged, this, &MaskController::enable);
    connect(&m_parts.selection, &Selection::changed, this, &MaskController::enable);
    connect(&m_parts.selection, &Selection::languageChanged, this, &MaskController::enable);
}

const project::Segment* MaskController::segmentAt(std::int64_t frame) const {
    const project::Project& project = m_parts.editor.project();
    const auto& selected = m_parts.selection.segments();
    const project::Segment* found = nullptr;
    for (const project::Segment& segment : project.segments) {
        if (!segment.frames.contains(frame) ||
            !isShown(project, segment, m_parts.selection.language())) {
            continue;
        }
        if (std::ranges::find(selected, segment.id) != selected.end()) {
            return &segment;
        }
        found = found != nullptr ? found : &segment;
    }
    return found;
}

void MaskController::paint(const QList<BrushMark>& marks) {
    const std::int64_t frame = m_parts.viewer.picture().frame;
    const project::Segment* segment = segmentAt(frame);
    if (segment == nullptr) {
        Q_EMIT m_parts.editor.warned(
            tr("There is no take in this frame whose mask could be painted."));
        return;
    }
    const auto strokes = strokesOf(*segment, frame, marks);
    if (strokes.empty()) {
        Q_EMIT m_parts.editor.warned(
            tr("The face is not found in this frame: paint in a frame beside it."));
        return;
    }
    project::Retouch retouch = segment->retouch;
    project::addStrokes(retouch, frame, strokes);
    m_parts.editor.setRetouch({segment->id}, retouch, false);
}

std::vector<project::BrushStroke> MaskController::strokesOf(const project::Segment& segment,
                                                            std::int64_t frame,
                                                            const QList<BrushMark>& marks) const {
    const dubbing::RetouchTrack track({}, segment.actor, segment.track,
                                      m_parts.editor.analysis().film().faces);
    const auto face = track.faceAt(frame);
    std::vector<project::BrushStroke> strokes;
    if (face) {
        std::ranges::transform(marks, std::back_inserter(strokes),
                               [&face](const BrushMark& mark) { return strokeOf(mark, *face); });
    }
    return strokes;
}

void MaskController::change(
    const std::function<void(project::Retouch&, std::int64_t frame)>& edit) {
    const std::int64_t frame = m_parts.player.position();
    if (const project::Segment* segment = segmentAt(frame)) {
        project::Retouch retouch = segment->retouch;
        edit(retouch, frame);
        m_parts.editor.setRetouch({segment->id}, retouch, false);
    }
    enable();  // a command that was refused is checked as before
}

void MaskController::goToKeyframe(int direction) {
    const std::int64_t frame = m_parts.player.position();
    const project::Segment* segment = segmentAt(frame);
    if (segment == nullptr) {
        return;
    }
    if (const auto key = project::neighbourMaskKey(segment->retouch, frame, direction)) {
        m_parts.player.pause();
        m_parts.player.seek(*key);
    }
}

void MaskController::paste() {
    const project::Project& project = m_parts.editor.project();
    std::map<project::Id, project::Retouch> pasted;
    for (const project::Id id : m_parts.selection.segments()) {
        if (const project::Segment* segment = project.segment(id)) {
            pasted[id] =
                project::retouchFrom(*m_copied, segment->frames.first, project.film.frameCount);
        }
    }
    m_parts.editor.changeRetouch(pasted, false);
}

void MaskController::enable() {
    const std::int64_t frame = m_parts.player.position();
    const project::Segment* segment = segmentAt(frame);
    const project::Retouch none;
    const project::Retouch& retouch = segment != nullptr ? segment->retouch : none;
    const auto set = [this](const char* name, bool on) {
        m_parts.commands.action(name).setEnabled(on);
    };
    const bool film = m_parts.editor.project().film.frameCount > 0;
    set("retouch.paint", film);
    set("retouch.erase", film);
    set("retouch.maskKey", segment != nullptr);
    m_parts.commands.action("retouch.maskKey").setChecked(project::hasMaskKey(retouch, frame));
    set("retouch.previousMaskKey", project::neighbourMaskKey(retouch, frame, -1).has_value());
    set("retouch.nextMaskKey", project::neighbourMaskKey(retouch, frame, 1).has_value());
    set("retouch.clearMask", !retouch.mask.empty());
    set("retouch.copy", segment != nullptr);
    set("retouch.paste", m_copied && !m_parts.selection.segments().empty());
}

}  // namespace lipwright::app
