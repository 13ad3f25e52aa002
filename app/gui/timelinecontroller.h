// Between the timeline and the editor: shows what the project, the analysis and the render queue
// know, and turns the user's gestures into edits.
#pragma once

#include "engine/project/project.h"

#include <QObject>

class QTimer;

namespace lipwright::widgets {
class TimelineView;
class TimelineWidget;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Editor;
class Player;
class Selection;

class TimelineController : public QObject {
    Q_OBJECT
public:
    TimelineController(Editor& editor, Player& player, Selection& selection,
                       widgets::TimelineView& view, QObject* parent = nullptr);

    /// The nearest edit (segment end, cut, marker) before or after a frame.
    [[nodiscard]] std::int64_t nearestEdit(std::int64_t frame, int direction) const;
    /// The segment before or after the playhead, of the language looked at; 0: none.
    [[nodiscard]] project::Id neighbour(std::int64_t frame, int direction) const;

private:
    void connectEditor();
    void connectTimeline();
    void showFilm();
    void showSegments();
    void showSounds();
    void showFaces();
    void showMarks();

    Editor& m_editor;
    Player& m_player;
    Selection& m_selection;
    widgets::TimelineView& m_view;
    widgets::TimelineWidget& m_timeline;
    QTimer* m_segmentsDue;
};

}  // namespace lipwright::app
