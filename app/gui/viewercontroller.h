// Between the viewer with its transport bar, the player and the editor: what is played, what lies
// over it, and what clicks on it mean.
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTimer;

namespace lipwright::widgets {
class TransportBar;
class ViewerWidget;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Commands;
class Editor;
class Player;
class Selection;

class ViewerController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        Commands& commands;
        widgets::ViewerWidget& viewer;
        widgets::TransportBar& transport;
    };
    explicit ViewerController(const Parts& parts, QObject* parent = nullptr);

    void setRolls(double preRollSeconds, double postRollSeconds);
    /// Plays the selected segments over and over, with pre- and post-roll.
    void playLoop();
    /// Plays these frames once, with the film's own picture and sound.
    void playOriginal(const core::FrameRange& frames);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectCommands();
    void connectPlayer();
    void connectEditor();
    void connectViewer();
    void showFilm();
    void showTakes();
    /// The same pointer as long as the segment's retouch stays the same; null: it has none.
    [[nodiscard]] std::shared_ptr<const project::Retouch> sharedRetouch(
        const project::Segment& segment);
    void showSounds();
    void showFaces();
    void showBanner();
    void showTimecode();
    void followSelection();
    void loopSelection(bool on);
    void playAround();
    void stopAtEnd(std::int64_t frame);
    bool playFromPreRoll();  ///< false: nothing is selected
    void chooseSound(int index);
    void fitPictureSize();

    Parts m_parts;
    QTimer* m_takesDue;
    std::map<project::Id, std::shared_ptr<const project::Retouch>> m_retouches;
    /// Language of each entry of the sound list; nothing for the original.
    std::vector<std::string> m_languages;
    double m_preRoll = 1.0;
    double m_postRoll = 0.5;
    std::optional<std::int64_t> m_stopAt;  ///< where what is played once ends
};

}  // namespace lipwright::app
