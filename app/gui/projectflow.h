// Opening, saving, closing, recovering and relinking projects: the questions to the user and what
// follows from the answers. Every dialog is window-modal and asynchronous.
#pragma once

#include "app/document/projectdocument.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <functional>

class QWidget;

namespace lipwright::widgets {
class RelinkDialog;
}

namespace lipwright::app {

class Commands;
class Editor;
class Settings;

class ProjectFlow : public QObject {
    Q_OBJECT
public:
    ProjectFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window);

    void openProject(const QString& file);
    void openFiles(const QStringList& files);  ///< dropped or from the command line
    void openSample();
    void offerRecovery();
    /// Asks about unsaved changes; `next` runs unless the user cancels.
    void whenSaved(std::function<void()> next);

Q_SIGNALS:
    void recentChanged();

private:
    void connectCommands();
    void chooseProject();
    void chooseFilm();
    void chooseVoices();
    void chooseCues();
    void chooseVoice(std::function<void(project::Id)> chosen);
    void save();
    void saveAs(std::function<void()> next = {});
    void exportChangeList();
    void writeChangeList(const QString& file);
    void askToRecover(const ProjectDocument::Recovery& recovery);
    void relink();
    void showMissing();

    Editor& m_editor;
    Settings& m_settings;
    Commands& m_commands;
    QWidget& m_window;
    QPointer<widgets::RelinkDialog> m_relink;
    std::function<void()> m_afterSave;
};

}  // namespace lipwright::app
