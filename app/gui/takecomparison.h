// What the takes that are shown are compared with: the film's own picture, or for some segments
// another of their takes. Feeds the player and names both sides in the viewer.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <map>

class QMenu;
class QTimer;

namespace lipwright::widgets {
class ViewerWidget;
struct ViewerPicture;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;

class TakeComparison : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        widgets::ViewerWidget& viewer;
        QMenu& menu;  ///< of the selected segment's takes
    };
    explicit TakeComparison(const Parts& parts, QObject* parent = nullptr);

    /// 0: with the film's own picture again. Where only one
    /// picture is shown, the wipe is.
    void compareWith(project::Id segment, project::Id take);
    /// 0: with the film's own picture.
    [[nodiscard]] project::Id comparedTake(project::Id segment) const;

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void update();
    void showNames(const widgets::ViewerPicture& picture);

    Parts m_parts;
    QTimer* m_due;
    std::map<project::Id, project::Id> m_compared;  ///< segment -> take
};

}  // namespace lipwright::app
