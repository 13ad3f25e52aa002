// The review of the queue's segments: fills the list, and takes the user through it by keys from
// anywhere in the window: to the next one that is not yet reviewed, with a verdict on the last.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <functional>
#include <vector>

class QTimer;
class QWidget;

namespace lipwright::widgets {
class NoteOverlay;
class ReviewPanel;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Commands;
class Editor;
class Selection;
class ViewerController;

class ReviewController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Selection& selection;
        Commands& commands;
        ViewerController& viewer;
        widgets::ReviewPanel& review;
        QWidget& window;
    };
    explicit ReviewController(const Parts& parts, QObject* parent = nullptr);

private:
    void followEditor();
    void connectPanel();
    void connectCommands();
    void refresh();
    void focusMeter();
    void enable();
    /// Selects the segment and plays it over and over, with pre- and post-roll.
    void open(project::Id segment);
    void openNext(project::Id segment);  ///< 0: says that there is none
    void select(const std::vector<project::Id>& segments);
    void goOn(int direction);
    /// Goes on to the segment that was next before the verdict changed the order.
    void judge(const std::function<void()>& verdict);
    void writeNote();
    void applyOffset();

    Parts m_parts;
    QTimer* m_due;
    widgets::NoteOverlay* m_note;
    project::Id m_noted = 0;  ///< whose note is being written
    std::vector<project::Id> m_focus;
};

}  // namespace lipwright::app
