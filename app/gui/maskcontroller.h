// Between the viewer's brush and the segments' retouch: strokes become those of the mask keyframe
// in the frame that is shown, in head coordinates, one undo step each; keyframes are gone to, added
// and removed; a retouch is copied from one segment to others.
#pragma once

#include "engine/project/project.h"
#include "widgets/viewer/viewerwidget.h"

#include <QObject>
#include <functional>
#include <optional>

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;

class MaskController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        widgets::ViewerWidget& viewer;
    };
    explicit MaskController(const Parts& parts, QObject* parent = nullptr);

private:
    void connectTools();
    void connectKeyframes();
    void connectCopying();
    void connectParts();
    /// Of the selected segments the one in this frame; else whichever the take is seen of.
    [[nodiscard]] const project::Segment* segmentAt(std::int64_t frame) const;
    void paint(const QList<widgets::BrushMark>& marks);
    [[nodiscard]] std::vector<project::BrushStroke> strokesOf(
        const project::Segment& segment, std::int64_t frame,
        const QList<widgets::BrushMark>& marks) const;
    void change(const std::function<void(project::Retouch&, std::int64_t frame)>& edit);
    void goToKeyframe(int direction);
    void paste();
    void enable();

    Parts m_parts;
    std::optional<project::Segment> m_copied;
};

}  // namespace lipwright::app
