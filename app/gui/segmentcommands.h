// The commands on segments, marks and rendering: what they do to the selection at the playhead.
#pragma once

#include <QObject>
#include <cstdint>

namespace lipwright::widgets {
class TimelineWidget;
}

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;
class TimelineController;

class SegmentCommands : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        TimelineController& timeline;
        widgets::TimelineWidget& widget;
    };
    explicit SegmentCommands(const Parts& parts, QObject* parent = nullptr);

    /// Greys out what can not be done now.
    void enable();

private:
    void connectEdits();
    void connectRendering();
    void connectMoves();
    void connectTakes();
    void split();
    void trimToPlayhead(bool start);
    void nudgeFrames(int frames);
    void markInOut(bool in);
    void goToNeighbour(int direction);
    void renderOpen();
    [[nodiscard]] std::int64_t playhead() const;

    Parts m_parts;
};

}  // namespace lipwright::app
