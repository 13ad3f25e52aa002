// Export and consent: the dialogs, and what follows.
#pragma once

#include <QObject>
#include <functional>
#include <vector>

class QWidget;

namespace lipwright::app {

class Commands;
class Editor;
class Settings;

class ExportFlow : public QObject {
    Q_OBJECT
public:
    ExportFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window);

    void askForConsent(int actor, std::function<void()> next = {});

Q_SIGNALS:
    void started();

private:
    void beginExport();
    void askForAll(std::vector<int> actors);
    void showDialog();

    Editor& m_editor;
    Settings& m_settings;
    QWidget& m_window;
};

}  // namespace lipwright::app
