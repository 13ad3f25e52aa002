// Between the panels of media and cast, jobs and messages and the editor: fills them, and turns
// what is done in them into edits.
#pragma once

#include <QImage>
#include <QObject>
#include <map>

class QTimer;

namespace lipwright::core {
struct Error;
}

namespace lipwright::widgets {
class JobsPanel;
class MediaCastPanel;
class MessagesPanel;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Editor;
class Player;

class PanelsController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        widgets::MediaCastPanel& cast;
        widgets::JobsPanel& jobs;
        widgets::MessagesPanel& messages;
    };
    explicit PanelsController(const Parts& parts, QObject* parent = nullptr);

Q_SIGNALS:
    void consentRequested(int actor);
    void showFileRequested(const QString& path);

private:
    void connectCast();
    void connectJobs();
    void connectMessages();
    void showCast();
    void goTo(qint64 frame);

    Parts m_parts;
    QTimer* m_due;
};

}  // namespace lipwright::app
