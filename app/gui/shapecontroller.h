// Between the shape lane and the segments' shape edits: shows what voice and user want of the
// mouths, turns gestures and commands into edits, one undo step each, and has the segment rendered
// anew as a draft.
#pragma once

#include "widgets/timeline/timelinecontent.h"

#include <QObject>
#include <map>

class QTimer;

namespace lipwright::widgets {
class ShapeLane;
}

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;
class Settings;

class ShapeController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        Settings& settings;
        widgets::ShapeLane& lane;
    };
    explicit ShapeController(const Parts& parts, QObject* parent = nullptr);

private:
    using Controls = widgets::TimelineControls;

    void connectLane();
    void connectCommands();
    void connectChannels();
    void show();
    void enable();
    void preview(const widgets::ShapeGesture& gesture);
    void apply(const widgets::ShapeGesture& gesture);
    void applyAtPlayhead(widgets::ShapeGesture::Kind kind, double raise = 0.0);
    void applyToStretch(widgets::ShapeGesture::Kind kind, double value = 0.0, bool whole = false);
    /// The segment's edit with the gesture; as it is where nothing is known of the voice.
    [[nodiscard]] project::ShapeEdit edited(const project::Segment& segment,
                                            const widgets::ShapeGesture& gesture) const;
    [[nodiscard]] Controls wanted(project::Id segment, const project::ShapeEdit& edit) const;
    [[nodiscard]] widgets::TimelineShape valueOf(const project::Segment& segment);
    [[nodiscard]] const project::Segment* segmentHere() const;

    Parts m_parts;
    QTimer* m_due;
    std::map<project::Id, widgets::TimelineShape> m_shown;  ///< what was made of them last
};

}  // namespace lipwright::app
