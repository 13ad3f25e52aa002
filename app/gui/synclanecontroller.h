// Between the meter and the confidence lane: the film's own curve, what is usual in it, and the
// curves of the language's segments as they are measured.
#pragma once

#include "engine/dubbing/segmentsync.h"
#include "widgets/timeline/timelinecontent.h"

#include <QObject>
#include <map>

class QTimer;

namespace lipwright::widgets {
class ConfidenceLane;
}

namespace lipwright::app {

class Editor;
class Selection;

class SyncLaneController : public QObject {
    Q_OBJECT
public:
    SyncLaneController(Editor& editor, Selection& selection, widgets::ConfidenceLane& lane,
                       QObject* parent = nullptr);

private:
    /// What a segment's measurement looks like in the lane; made once for each.
    struct Shown {
        std::shared_ptr<const dubbing::SegmentSync> measured;
        std::shared_ptr<const widgets::TimelineSyncCurve> before;
        std::shared_ptr<const widgets::TimelineSyncCurve> after;
    };

    void showFilm();
    void showScale();
    void showSegments();
    void showSegment(project::Id segment);
    [[nodiscard]] widgets::TimelineSegmentSync valueOf(const project::Segment& segment);

    Editor& m_editor;
    Selection& m_selection;
    widgets::ConfidenceLane& m_lane;
    QTimer* m_segmentsDue;
    std::map<project::Id, Shown> m_shown;
};

}  // namespace lipwright::app
