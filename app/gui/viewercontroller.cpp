#include "app/gui/viewercontroller.h"

#include "app/gui/commands.h"
#include "app/gui/faceoverlays.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/dubbing/retouchtrack.h"
#include "widgets/viewer/transportbar.h"
#include "widgets/viewer/viewerwidget.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace lipwright::app {

using widgets::TransportBar;
using widgets::ViewerWidget;
using widgets::ViewMode;

namespace {

constexpr std::pair<const char*, ViewMode> kModes[] = {{"view.original", ViewMode::original},
                                                       {"view.dubbed", ViewMode::dubbed},
                                                       {"view.wipe", ViewMode::splitWipe},
                                                       {"view.side", ViewMode::sideBySide},
                                                       {"view.difference", ViewMode::difference}};

constexpr std::pair<const char*, ViewerWidget::Overlay> kOverlays[] = {
    {"view.faces", ViewerWidget::faceBoxes},
    {"view.landmarks", ViewerWidget::landmarks},
    {"view.mask", ViewerWidget::mask},
    {"view.crop", ViewerWidget::crop},
    {"view.inset", ViewerWidget::mouthInset}};

/// First and last frame of the selected segments.
std::optional<core::FrameRange> selectedRange(const project::Project& project,
                                              const Selection& selection) {
    std::optional<core::FrameRange> range;
    for (const project::Id id : selection.segments()) {
        const project::Segment* segment = project.segment(id);
        if (segment == nullptr) {
            continue;
        }
        range = range ? core::FrameRange{std::min(range->first, segment->frames.first),
                                         std::max(range->end, segment->frames.end)}
                      : segment->frames;
    }
    return range;
}

}  // namespace

ViewerController::ViewerController(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_takesDue(new QTimer(this)) {
    m_takesDue->setSingleShot(true);
    m_takesDue->setInterval(0);
    connect(m_takesDue, &QTimer::timeout, this, &ViewerController::showTakes);
    m_parts.transport.setActions(
        m_parts.commands.actions({"segment.previous", "play.stepBack", "play.toggle",
                                  "play.stepForward", "segment.next", "", "edit.in", "edit.out",
                                  "play.loop"}),
        m_parts.commands.actions({"view.original", "view.dubbed", "view.wipe", "view.side",
                                  "view.difference", "view.flip", "", "view.faces", "view.mask",
                                  "view.inset", "retouch.paint"}));
    m_parts.viewer.installEventFilter(this);
    connectCommands();
    connectPlayer();
    connectEditor();
    connectViewer();
}

void ViewerController::setRolls(double preRollSeconds, double postRollSeconds) {
    m_preRoll = preRollSeconds;
    m_postRoll = postRollSeconds;
}

void ViewerController::connectCommands() {
    Commands& commands = m_parts.commands;
    Player& player = m_parts.player;
    auto* modes = new QActionGroup(this);
    for (const auto& [name, mode] : kModes) {
        modes->addAction(&commands.action(name));
        commands.on(name, this, [this, mode = mode] { m_parts.viewer.setMode(mode); });
    }
    for (const auto& [name, overlay] : kOverlays) {
        connect(&commands.action(name), &QAction::toggled, this,
                [this, overlay = overlay](bool on) {
                    m_parts.viewer.setOverlays(m_parts.viewer.overlays().setFlag(overlay, on));
                });
    }
    commands.on("view.toggle", this, [this] {
        const bool dubbed = m_parts.viewer.mode() == ViewMode::dubbed;
        m_parts.viewer.setMode(dubbed ? ViewMode::original : ViewMode::dubbed);
    });
    commands.on("view.fitPicture", this, [this] { m_parts.viewer.zoomToFit(); });
    commands.on("view.fullSize", this, [this] { m_parts.viewer.setZoom(1.0); });
    commands.on("play.toggle", &player, [&player] { player.togglePlay(); });
    commands.on("play.backwards", &player, [&player] { player.shuttle(-1); });
    commands.on("play.stop", &player, [&player] { player.shuttle(0); });
    commands.on("play.forwards", &player, [&player] { player.shuttle(1); });
    commands.on("play.stepBack", &player, [&player] { player.step(-1); });
    commands.on("play.stepForward", &player, [&player] { player.step(1); });
    commands.on("play.around", this, [this] { playAround(); });
    connect(&commands.action("play.loop"), &QAction::toggled, this,
            &ViewerController::loopSelection);
}

void ViewerController::connectPlayer() {
    Player& player = m_parts.player;
    connect(&player, &Player::pictureReady, &m_parts.viewer, &ViewerWidget::setPicture);
    connect(&player, &Player::pictureReady, this, &ViewerController::showFaces);
    connect(&player, &Player::positionChanged, this, [this](qint64 frame) {
        showTimecode();
        showBanner();
        stopAtEnd(frame);
    });
    connect(&player, &Player::speedChanged, this, [this](double speed) {
        m_parts.transport.setSpeed(speed);
        if (speed == 0.0) {
            m_stopAt.reset();
        }
    });
    connect(&player, &Player::failed, &m_parts.editor, &Editor::failed);
    connect(&player, &Player::audioNoteChanged, &m_parts.transport, &TransportBar::setAudioNote);
    m_parts.transport.setAudioNote(player.audioNote());
}

void ViewerController::connectEditor() {
    Editor& editor = m_parts.editor;
    connect(&editor.document(), &ProjectDocument::changed, this,
            [this](const project::Delta& delta) {
                m_takesDue->start();
                if (!delta.dubs.empty() || delta.film) {
                    showSounds();
                }
            });
    connect(&editor.document(), &ProjectDocument::reset, this, [this] {
        showFilm();
        showSounds();
        m_takesDue->start();
    });
    connect(&editor.document(), &ProjectDocument::saved, this, [this] { m_takesDue->start(); });
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, &ViewerController::showFilm);
    connect(&editor.analysis(), &FilmAnalysis::facesReady, this, &ViewerController::showFaces);
    connect(&editor.analysis(), &FilmAnalysis::facesReady, &m_parts.player,
            [this] { m_parts.player.setFaces(m_parts.editor.analysis().film().faces); });
    connect(&editor.renders(), &RenderQueue::segmentProgress, this, &ViewerController::showBanner);
    connect(&editor.renders(), &RenderQueue::queueChanged, this, &ViewerController::showBanner);
    connect(&m_parts.selection, &Selection::changed, this, &ViewerController::followSelection);
    connect(&m_parts.selection, &Selection::languageChanged, this, [this] { m_takesDue->start(); });
}

void ViewerController::connectViewer() {
    ViewerWidget& viewer = m_parts.viewer;
    TransportBar& transport = m_parts.transport;
    connect(&viewer, &ViewerWidget::modeChanged, this, [this](ViewMode now) {
        for (const auto& [name, mode] : kModes) {
            m_parts.commands.action(name).setChecked(mode == now);
        }
    });
    connect(&viewer, &ViewerWidget::overlaysChanged, this, [this](ViewerWidget::Overlays now) {
        for (const auto& [name, overlay] : kOverlays) {
            m_parts.commands.action(name).setChecked(now.testFlag(overlay));
        }
    });
    connect(&viewer, &ViewerWidget::faceClicked, this, [this](int track, int actor) {
        if (!m_parts.selection.segments().empty()) {
            m_parts.editor.setActor(m_parts.selection.segments(), actor, track);
        }
    });
    connect(&transport, &TransportBar::timecodeEntered, &m_parts.player, &Player::seek);
    connect(&transport, &TransportBar::audioSourceChosen, this, &ViewerController::chooseSound);
    connect(&transport, &TransportBar::volumeChanged, &m_parts.player, &Player::setVolume);
    m_parts.commands.action("view.dubbed").setChecked(true);
    viewer.setMode(ViewMode::dubbed);
}

bool ViewerController::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_parts.viewer && event->type() == QEvent::Resize) {
        fitPictureSize();
    }
    return QObject::eventFilter(watched, event);
}

void ViewerController::fitPictureSize() {
    const QSizeF size = QSizeF(m_parts.viewer.size()) * m_parts.viewer.devicePixelRatioF();
    // Steps, so that a window being resized does not ask for every size in between.
    static constexpr int kStep = 160;
    const auto up = [](double length) {
        return std::max(kStep, (static_cast<int>(length) + kStep - 1) / kStep * kStep);
    };
    m_parts.player.setMaximumPictureSize({up(size.width()), up(size.height())});
}

void ViewerController::showFilm() {
    const FilmFacts& film = m_parts.editor.analysis().film();
    if (film.index) {
        m_parts.player.setFilm({film.path, film.index});
        m_parts.player.setFaces(film.faces);
        fitPictureSize();
        m_parts.player.seek(0);
        m_parts.viewer.setPlaceholder({});
    } else {
        m_parts.player.setFilm({});
        m_parts.viewer.setPicture({});
        m_parts.viewer.setPlaceholder(film.path.empty() ? tr("Drop a film here")
                                                        : tr("The film is being read …"));
    }
    showTimecode();
}

void ViewerController::showTakes() {
    const project::Project& project = m_parts.editor.project();
    const auto folder = m_parts.editor.document().takeFolder();
    std::vector<PlayerTake> takes;
    for (const project::Segment& segment : project.segments) {
        const project::Take* take = segment.active();
        if (take == nullptr || segment.status == project::SegmentStatus::bypass ||
            !speaks(project, segment, m_parts.selection.language())) {
            continue;
        }
        const core::FrameRange frames = core::intersection(segment.frames, take->frames);
        if (!frames.empty()) {
            takes.push_back({folder / take->folder, frames, sharedRetouch(segment), segment.actor,
                             segment.track});
        }
    }
    m_parts.player.setTakes(std::move(takes));
}

std::shared_ptr<const project::Retouch> ViewerController::sharedRetouch(
    const project::Segment& segment) {
    if (dubbing::isNeutral(segment.retouch)) {
        m_retouches.erase(segment.id);
        return nullptr;
    }
    auto& kept = m_retouches[segment.id];
    if (!kept || *kept != segment.retouch) {
        kept = std::make_shared<project::Retouch>(segment.retouch);
    }
    return kept;
}

void ViewerController::showSounds() {
    const project::Project& project = m_parts.editor.project();
    std::vector<PlayerSound> sounds;
    QStringList names;
    m_languages.clear();
    if (!project.film.media.path.empty()) {
        names << tr("Original");
        sounds.push_back({names.back(), {{project.film.media.path, 0, 0.0, 0.0}}});
        m_languages.emplace_back();
    }
    const bool solo = std::ranges::any_of(project.dubs, &project::DubTrack::solo);
    for (const project::DubTrack& dub : project.dubs) {
        auto place = std::find(m_languages.begin() + 1, m_languages.end(), dub.language);
        if (m_languages.empty() || place == m_languages.end()) {
            m_languages.push_back(dub.language);
            names << tr("Dub: %1").arg(
                QString::fromStdString(dub.language.empty() ? dub.name : dub.language));
            sounds.push_back({names.back(), {}});
            place = m_languages.end() - 1;
        }
        if (!dub.muted && (!solo || dub.solo)) {
            const auto index = static_cast<std::size_t>(place - m_languages.begin());
            sounds[index].parts.push_back({dub.media.path, dub.stream,
                                           static_cast<double>(dub.offsetMicroseconds) / 1e6,
                                           dub.gainDecibels});
        }
    }
    const auto wanted =
        m_languages.size() > 1
            ? std::find(m_languages.begin() + 1, m_languages.end(), m_parts.selection.language())
            : m_languages.end();
    const int chosen = wanted != m_languages.end() ? static_cast<int>(wanted - m_languages.begin())
                                                   : (m_languages.size() > 1 ? 1 : 0);
    m_parts.player.setSounds(std::move(sounds));
    m_parts.transport.setAudioSources(names, chosen);
    chooseSound(chosen);
}

void ViewerController::chooseSound(int index) {
    m_parts.player.selectSound(index);
    if (index > 0 && static_cast<std::size_t>(index) < m_languages.size()) {
        m_parts.selection.setLanguage(m_languages[static_cast<std::size_t>(index)]);
    }
}

void ViewerController::showFaces() {
    const auto faces = m_parts.editor.analysis().film().faces;
    if (!faces) {
        m_parts.viewer.setFaces({});
        return;
    }
    const project::Project& project = m_parts.editor.project();
    const project::Segment* segment = m_parts.selection.segments().empty()
                                          ? nullptr
                                          : project.segment(m_parts.selection.segments().front());
    m_parts.viewer.setFaces(facesAt(*faces, project, m_parts.viewer.picture().frame,
                                    segment != nullptr ? segment->actor : -1));
}

void ViewerController::showBanner() {
    const project::Project& project = m_parts.editor.project();
    const qint64 frame = m_parts.player.position();
    for (const project::Segment& segment : project.segments) {
        const double share =
            segment.frames.contains(frame) ? m_parts.editor.renders().progressOf(segment.id) : -1.0;
        if (share >= 0.0) {
            m_parts.viewer.setBanner(share > 0.0
                                         ? tr("Rendering … %1 %").arg(static_cast<int>(100 * share))
                                         : tr("Waits for rendering"));
            return;
        }
    }
    m_parts.viewer.setBanner({});
}

void ViewerController::showTimecode() {
    m_parts.transport.setTimecode(m_parts.editor.timecode(), m_parts.player.position(),
                                  m_parts.editor.project().film.frameCount);
}

void ViewerController::followSelection() {
    showFaces();
    if (m_parts.commands.action("play.loop").isChecked()) {
        loopSelection(true);
    }
}

void ViewerController::loopSelection(bool on) {
    const auto range = selectedRange(m_parts.editor.project(), m_parts.selection);
    const auto frames = range ? range : m_parts.editor.project().inOut;
    m_parts.player.setLoop(on ? frames : std::nullopt, m_preRoll, m_postRoll);
}

void ViewerController::playAround() {
    const auto range = selectedRange(m_parts.editor.project(), m_parts.selection);
    if (playFromPreRoll()) {
        const double rate = m_parts.editor.timecode().framesPerSecond;
        m_stopAt = range->end + static_cast<std::int64_t>(m_postRoll * rate);
    }
}

void ViewerController::stopAtEnd(std::int64_t frame) {
    if (m_stopAt && frame >= *m_stopAt) {
        m_stopAt.reset();
        m_parts.player.pause();
    }
}

void ViewerController::playOriginal(const core::FrameRange& frames) {
    m_parts.commands.action("play.loop").setChecked(false);
    m_parts.commands.action("view.original").trigger();
    m_parts.transport.chooseAudioSource(0);
    m_parts.player.pause();
    m_parts.player.seek(frames.first);
    m_parts.player.play();
    m_stopAt = frames.end;
}

void ViewerController::playLoop() {
    m_parts.commands.action("play.loop").setChecked(true);
    loopSelection(true);
    (void)playFromPreRoll();
}

bool ViewerController::playFromPreRoll() {
    const auto range = selectedRange(m_parts.editor.project(), m_parts.selection);
    if (!range) {
        return false;
    }
    const double rate = m_parts.editor.timecode().framesPerSecond;
    m_parts.player.pause();
    m_parts.player.seek(
        std::max<std::int64_t>(0, range->first - static_cast<std::int64_t>(m_preRoll * rate)));
    m_parts.player.play();
    return true;
}

}  // namespace lipwright::app
