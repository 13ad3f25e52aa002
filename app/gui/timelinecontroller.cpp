#include "app/gui/timelinecontroller.h"

#include "app/gui/panelvalues.h"
#include "app/gui/selection.h"
#include "app/playback/player.h"
#include "app/session/editor.h"
#include "engine/speech/voiceactivity.h"
#include "widgets/timeline/timelineview.h"

#include <QTimer>
#include <algorithm>
#include <cmath>

namespace lipwright::app {

using widgets::TimelineWidget;

namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

}  // namespace

TimelineController::TimelineController(Editor& editor, Player& player, Selection& selection,
                                       widgets::TimelineView& view, QObject* parent)
    : QObject(parent),
      m_editor(editor),
      m_player(player),
      m_selection(selection),
      m_view(view),
      m_timeline(view.timeline()),
      m_segmentsDue(new QTimer(this)) {
    // Several changes of one step are shown once.
    m_segmentsDue->setSingleShot(true);
    m_segmentsDue->setInterval(0);
    connect(m_segmentsDue, &QTimer::timeout, this, &TimelineController::showSegments);
    connectEditor();
    connectTimeline();
}

void TimelineController::connectEditor() {
    const auto segmentsDue = [this] { m_segmentsDue->start(); };
    connect(&m_editor.document(), &ProjectDocument::changed, this,
            [this, segmentsDue](const project::Delta& delta) {
                if (!delta.segments.empty() || !delta.cast.empty() || !delta.dubs.empty()) {
                    segmentsDue();
                }
                if (!delta.dubs.empty()) {
                    showSounds();
                }
                showMarks();
            });
    connect(&m_editor.document(), &ProjectDocument::reset, this, [this] {
        showFilm();
        showSounds();
        showFaces();
        showMarks();
        showSegments();
    });
    FilmAnalysis& analysis = m_editor.analysis();
    connect(&analysis, &FilmAnalysis::filmReady, this, &TimelineController::showFilm);
    connect(&analysis, &FilmAnalysis::soundReady, this, &TimelineController::showSounds);
    connect(&analysis, &FilmAnalysis::voiceReady, this, &TimelineController::showSounds);
    connect(&analysis, &FilmAnalysis::facesReady, this, &TimelineController::showFaces);
    connect(&m_editor.renders(), &RenderQueue::queueChanged, this, segmentsDue);
    connect(&m_editor.renders(), &RenderQueue::segmentProgress, this,
            [this](project::Id segment, double share) {
                m_timeline.setSegmentProgress(segment, share);
            });
    connect(&m_selection, &Selection::changed, this,
            [this] { m_view.setSelection(m_selection.segments()); });
    connect(&m_selection, &Selection::languageChanged, this, segmentsDue);
    connect(&m_player, &Player::positionChanged, this, [this](qint64 frame) {
        m_timeline.setPlayhead(frame);
        m_editor.renders().setPlayhead(frame);
    });
    connect(&m_player, &Player::thumbnailReady, &m_timeline, &TimelineWidget::setThumbnail);
}

void TimelineController::connectTimeline() {
    connect(&m_timeline, &TimelineWidget::playheadMoved, &m_player, &Player::seek);
    connect(&m_timeline, &TimelineWidget::selectionChanged, &m_selection, &Selection::setSegments);
    connect(&m_timeline, &TimelineWidget::trimRequested, &m_editor, &Editor::trim);
    connect(&m_timeline, &TimelineWidget::moveRequested, &m_editor, &Editor::move);
    connect(&m_timeline, &TimelineWidget::inOutRequested, &m_editor, &Editor::setInOut);
    connect(&m_timeline, &TimelineWidget::thumbnailsWanted, &m_player, &Player::requestThumbnails);
    connect(&m_timeline, &TimelineWidget::segmentActivated, this, [this](project::Id id) {
        if (const project::Segment* segment = m_editor.project().segment(id)) {
            m_player.seek(segment->frames.first);
        }
    });
    connect(&m_timeline, &TimelineWidget::markerActivated, this, [this](project::Id id) {
        for (const project::Marker& marker : m_editor.project().markers) {
            if (marker.id == id) {
                m_player.seek(marker.frame);
            }
        }
    });
}

void TimelineController::showFilm() {
    m_view.setFilm({m_editor.analysis().film().index, m_editor.timecode()});
    m_timeline.zoomToFit();
}

void TimelineController::showSegments() {
    const project::Project& project = m_editor.project();
    std::vector<widgets::TimelineSegment> shown;
    shown.reserve(project.segments.size());
    for (const project::Segment& segment : project.segments) {
        if (!speaks(project, segment, m_selection.language())) {
            continue;
        }
        widgets::TimelineSegment& item = shown.emplace_back();
        item.id = segment.id;
        item.frames = segment.frames;
        item.status = segment.status;
        item.actor = segment.actor;
        item.dubTrack = segment.dubTrack;
        item.actorName = text(project::displayName(project, segment.actor));
        item.takeName = takeName(segment);
        item.text = text(segment.text);
        item.progress = m_editor.renders().progressOf(segment.id);
        item.stale = project::isStale(segment);
    }
    m_timeline.setSegments(std::move(shown));
    m_view.setSelection(m_selection.segments());
}

void TimelineController::showSounds() {
    const project::Project& project = m_editor.project();
    std::vector<widgets::TimelineSound> sounds;
    if (!project.film.media.path.empty()) {
        sounds.push_back({0, tr("Original"), m_editor.analysis().film().sound, 0.0, false});
    }
    std::vector<double> edges;
    for (const project::DubTrack& dub : project.dubs) {
        const VoiceFacts* facts = m_editor.analysis().voice(dub.id);
        const double offset = static_cast<double>(dub.offsetMicroseconds) / 1e6;
        sounds.push_back(
            {dub.id, text(dub.name), facts ? facts->waveform : nullptr, offset, dub.muted});
        if (facts != nullptr) {
            for (const auto& stretch : speech::speechStretches(facts->activity)) {
                edges.push_back(stretch.startSeconds + offset);
                edges.push_back(stretch.endSeconds + offset);
            }
        }
    }
    std::ranges::sort(edges);
    m_view.shape().setSounds(sounds);
    m_timeline.setSounds(std::move(sounds));
    m_timeline.setSpeechEdges(std::move(edges));
}

void TimelineController::showFaces() {
    std::vector<std::int64_t> cuts;
    if (const auto faces = m_editor.analysis().film().faces) {
        for (const face::Shot& shot : faces->shots) {
            cuts.push_back(shot.firstFrame);
        }
    }
    m_timeline.setCuts(std::move(cuts));
}

void TimelineController::showMarks() {
    m_timeline.setMarkers(m_editor.project().markers);
    m_timeline.setInOut(m_editor.project().inOut);
}

std::int64_t TimelineController::nearestEdit(std::int64_t frame, int direction) const {
    const project::Project& project = m_editor.project();
    std::vector<std::int64_t> edits{0, std::max<std::int64_t>(0, project.film.frameCount - 1)};
    for (const project::Segment& segment : project.segments) {
        if (speaks(project, segment, m_selection.language())) {
            edits.push_back(segment.frames.first);
            edits.push_back(segment.frames.end);
        }
    }
    for (const project::Marker& marker : project.markers) {
        edits.push_back(marker.frame);
    }
    if (const auto faces = m_editor.analysis().film().faces) {
        for (const face::Shot& shot : faces->shots) {
            edits.push_back(shot.firstFrame);
        }
    }
    std::int64_t best = frame;
    for (const std::int64_t edit : edits) {
        const bool beyond = direction > 0 ? edit > frame : edit < frame;
        if (beyond && (best == frame || std::abs(edit - frame) < std::abs(best - frame))) {
            best = edit;
        }
    }
    return best;
}

project::Id TimelineController::neighbour(std::int64_t frame, int direction) const {
    const project::Project& project = m_editor.project();
    project::Id found = 0;
    for (const project::Segment& segment : project.segments) {
        if (!speaks(project, segment, m_selection.language())) {
            continue;
        }
        if (direction > 0 && segment.frames.first > frame) {
            return segment.id;
        }
        if (direction < 0 && segment.frames.first < frame) {
            found = segment.id;
        }
    }
    return found;
}

}  // namespace lipwright::app
