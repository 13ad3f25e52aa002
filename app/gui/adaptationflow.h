// Adapting to an actor: consent, dialog, start, result; and what is done with models in the cast
// panel: names, use, removal, import from another project.
#pragma once

#include <QObject>
#include <functional>
#include <string>

class QWidget;

namespace lipwright::adaptation {
struct AdaptationOutcome;
}

namespace lipwright::widgets {
class MediaCastPanel;
struct AdaptChoice;
struct AdaptFacts;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Commands;
class Editor;
class Selection;
class Settings;

class AdaptationFlow : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Settings& settings;
        Commands& commands;
        Selection& selection;
        widgets::MediaCastPanel& cast;
        QWidget& window;
        /// Asks who agreed, then goes on.
        std::function<void(int actor, std::function<void()> next)> askForConsent;
    };
    explicit AdaptationFlow(Parts parts);

    /// The selected segments' actor, or the one person of the film; -1, with a warning: unclear.
    [[nodiscard]] int actorMeant();

Q_SIGNALS:
    void started();
    void watchRequested(int actor);
    void rerenderRequested(int actor, const std::string& model);
    void compareRequested(const std::string& model);

private:
    void connectPanel();
    void begin(int actor);
    void whenSaved(const std::function<void()>& next);
    [[nodiscard]] widgets::AdaptFacts factsOf(int actor) const;
    void showDialog(int actor);
    void start(int actor, const widgets::AdaptChoice& choice);
    void showResult(int actor, const adaptation::AdaptationOutcome& outcome);
    void useForAll(int actor, const std::string& model);
    void askToRemove(const std::string& model);
    void chooseOtherProject();

    Parts m_parts;
};

}  // namespace lipwright::app
