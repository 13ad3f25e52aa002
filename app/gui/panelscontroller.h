// Between the panels and the editor: fills cast, inspector, review queue, jobs and messages, and
// turns what is done in them into edits.
#pragma once

#include <QImage>
#include <QObject>
#include <map>

class QTimer;

namespace lipwright::core {
struct Error;
}

namespace lipwright::widgets {
class InspectorPanel;
class JobsPanel;
class MediaCastPanel;
class MessagesPanel;
class ReviewPanel;
}  // namespace lipwright::widgets

namespace lipwright::app {

class Editor;
class Player;
class Selection;

class PanelsController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        widgets::MediaCastPanel& cast;
        widgets::InspectorPanel& inspector;
        widgets::ReviewPanel& review;
        widgets::JobsPanel& jobs;
        widgets::MessagesPanel& messages;
    };
    explicit PanelsController(const Parts& parts, QObject* parent = nullptr);

Q_SIGNALS:
    void consentRequested(int actor);
    void showFileRequested(const QString& path);

private:
    void connectCast();
    void connectInspector();
    void connectReview();
    void connectJobs();
    void connectMessages();
    void refresh();
    void showCast();
    void showInspector();
    void showReview();
    void goTo(qint64 frame);

    Parts m_parts;
    QTimer* m_due;
};

}  // namespace lipwright::app
