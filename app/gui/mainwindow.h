// The window: docks around the viewer, menus, status bar. Makes the widgets and the controllers
// that connect them with the editor; what they do is theirs.
#pragma once

#include <QMainWindow>
#include <QStringList>
#include <memory>

namespace lipwright::app {

class Editor;
class ProjectFlow;
class Settings;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Editor& editor, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Projects, films, voices.
    void openFiles(const QStringList& files);
    void openSample();
    void offerRecovery();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildWidgets();
    void buildDocks();
    void buildMenus();
    void connectFlows();
    void connectActors();
    void connectCommands();
    void showStartScreen();
    void showTitle();
    void showRecent();
    void showRenderPace();
    void restoreLayout();
    void saveLayout();

    struct State;
    Editor& m_editor;
    Settings& m_settings;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
