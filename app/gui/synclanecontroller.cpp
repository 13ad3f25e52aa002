#include "app/gui/synclanecontroller.h"

#include "app/gui/selection.h"
#include "app/gui/syncvalues.h"
#include "app/session/editor.h"
#include "app/session/syncmeter.h"
#include "widgets/timeline/confidencelane.h"

#include <QTimer>
#include <algorithm>

namespace lipwright::app {
namespace {

using widgets::TimelineSyncCurve;

std::shared_ptr<const TimelineSyncCurve> curveOf(const dubbing::SyncLane& lane) {
    auto curve = std::make_shared<TimelineSyncCurve>();
    curve->firstFrame = lane.firstFrame;
    curve->summary = lane.expert;
    for (const dubbing::SyncPoint& point : lane.points) {
        curve->confidence.push_back(point.confidence);
        curve->raw.push_back(point.raw);
        curve->gaps.push_back(gapOf(point.reason));
    }
    return curve;
}

std::shared_ptr<const TimelineSyncCurve> curveOf(const dubbing::ConfidenceCurve& film) {
    auto curve = std::make_shared<TimelineSyncCurve>();
    curve->firstFrame = film.firstFrame;
    curve->confidence = film.values;
    curve->raw = film.raw;
    curve->gaps.resize(film.reasons.size());
    std::ranges::transform(film.reasons, curve->gaps.begin(), gapOf);
    return curve;
}

}  // namespace

SyncLaneController::SyncLaneController(Editor& editor, Selection& selection,
                                       widgets::ConfidenceLane& lane, QObject* parent)
    : QObject(parent),
      m_editor(editor),
      m_selection(selection),
      m_lane(lane),
      m_segmentsDue(new QTimer(this)) {
    m_segmentsDue->setSingleShot(true);
    m_segmentsDue->setInterval(0);
    connect(m_segmentsDue, &QTimer::timeout, this, &SyncLaneController::showSegments);
    const auto segmentsDue = [this] { m_segmentsDue->start(); };
    connect(&editor.document(), &ProjectDocument::changed, this,
            [segmentsDue](const project::Delta& delta) {
                if (!delta.segments.empty() || !delta.dubs.empty()) {
                    segmentsDue();
                }
            });
    connect(&editor.document(), &ProjectDocument::reset, this, [this, segmentsDue] {
        m_shown.clear();
        showFilm();
        segmentsDue();
    });
    connect(&editor.analysis(), &FilmAnalysis::filmReady, this, &SyncLaneController::showFilm);
    connect(&editor.analysis(), &FilmAnalysis::confidenceReady, this,
            &SyncLaneController::showFilm);
    connect(&editor.sync(), &SyncMeter::baselineReady, this, &SyncLaneController::showScale);
    connect(&editor.sync(), &SyncMeter::measured, this, &SyncLaneController::showSegment);
    connect(&selection, &Selection::languageChanged, this, segmentsDue);
}

void SyncLaneController::showFilm() {
    const auto confidence = m_editor.analysis().film().confidence;
    m_lane.setBaseline(confidence ? curveOf(*confidence) : nullptr,
                       m_editor.project().film.frameCount);
    showScale();
}

void SyncLaneController::showScale() {
    m_lane.setScale(syncScale(m_editor.sync().baseline()));
}

widgets::TimelineSegmentSync SyncLaneController::valueOf(const project::Segment& segment) {
    const auto measured = m_editor.sync().of(segment.id);
    Shown& shown = m_shown[segment.id];
    if (shown.measured != measured) {
        shown.measured = measured;
        shown.before = measured ? curveOf(measured->before) : nullptr;
        shown.after = measured && measured->after ? curveOf(*measured->after) : nullptr;
    }
    const bool takeShown = segment.active() != nullptr;
    return {segment.id, segment.frames, shown.before, takeShown ? shown.after : nullptr};
}

void SyncLaneController::showSegments() {
    const project::Project& project = m_editor.project();
    std::vector<widgets::TimelineSegmentSync> segments;
    for (const project::Segment& segment : project.segments) {
        if (speaks(project, segment, m_selection.language())) {
            segments.push_back(valueOf(segment));
        }
    }
    std::erase_if(m_shown, [&](const auto& shown) { return !project.segment(shown.first); });
    m_lane.setSegments(std::move(segments));
}

void SyncLaneController::showSegment(project::Id id) {
    if (const project::Segment* segment = m_editor.project().segment(id)) {
        m_lane.setSegment(valueOf(*segment));
    }
}

}  // namespace lipwright::app
