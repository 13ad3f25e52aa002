// Between the inspector and the editor: shows the selected segments with their sync, and turns what
// is done there into edits.
#pragma once

#include "engine/project/project.h"
#include "widgets/panels/namedchoice.h"

#include <QObject>
#include <memory>

class QTimer;

namespace lipwright::widgets {
class InspectorPanel;
}

namespace lipwright::app {

class Editor;
class PictureChoice;
class Player;
class Selection;

class InspectorController : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        widgets::InspectorPanel& inspector;
    };
    explicit InspectorController(const Parts& parts, QObject* parent = nullptr);
    ~InspectorController() override;

Q_SIGNALS:
    void takeCompared(lipwright::project::Id segment, lipwright::project::Id take);

private:
    void findEngines();
    void offerChoices(const std::vector<project::Segment>& segments);
    void followEditor();
    void connectIdentity();
    void connectValues();
    void connectPresets();
    void connectTakes();
    void show();
    void showSync();
    [[nodiscard]] std::vector<project::Segment> selected() const;

    Parts m_parts;
    QTimer* m_due;
    QTimer* m_syncDue;
    std::vector<widgets::NamedChoice> m_engines;
    std::unique_ptr<PictureChoice> m_pictures;
};

}  // namespace lipwright::app
