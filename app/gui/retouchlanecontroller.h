// Between the mask lane and the segments' retouch: shows keyframes and forced ranges, applies what
// is asked for by mouse in the lane or by command at the playhead.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <functional>

class QTimer;

namespace lipwright::widgets {
class MaskLane;
}

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;

class RetouchLaneController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        widgets::MaskLane& lane;
    };
    explicit RetouchLaneController(const Parts& parts, QObject* parent = nullptr);

private:
    using Edit = std::function<void(project::Retouch&)>;

    void connectLane();
    void connectCommands();
    void show();
    void enable();
    void change(project::Id segment, const Edit& edit);
    void toggleOpacityKey();
    void addOpacity(double by);
    /// The in and out points where they meet the segment, else all of it.
    [[nodiscard]] core::FrameRange stretchOf(const project::Segment& segment) const;
    [[nodiscard]] const project::Segment* segmentHere() const;

    Parts m_parts;
    QTimer* m_due;
};

}  // namespace lipwright::app
