// The quality report: where it goes, and what follows.
#pragma once

#include <QObject>

class QWidget;

namespace lipwright::app {

class Commands;
class Editor;
class Settings;

class ReportFlow : public QObject {
    Q_OBJECT
public:
    ReportFlow(Editor& editor, Settings& settings, Commands& commands, QWidget& window);

Q_SIGNALS:
    void started();

private:
    void askWhere();

    Editor& m_editor;
    Settings& m_settings;
    QWidget& m_window;
};

}  // namespace lipwright::app
