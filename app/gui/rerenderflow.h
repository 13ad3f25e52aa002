// Renders all segments of an actor again with other mouth shapes, as one action, and shows the sync
// before and after as the new takes are measured.
#pragma once

#include "engine/project/project.h"
#include "widgets/plots/pairedplot.h"

#include <QObject>
#include <QPointer>
#include <string>
#include <vector>

class QTimer;
class QWidget;

namespace lipwright::widgets {
class ConfidenceDialog;
}

namespace lipwright::app {

class Editor;
class Player;
class Selection;

class RerenderFlow : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        Selection& selection;
        QWidget& window;
    };
    explicit RerenderFlow(const Parts& parts);

    /// `model`: offered first.
    void ask(int actor, const std::string& model);

private:
    /// A segment and the take it had; 0: none.
    struct Before {
        project::Id segment = 0;
        project::Id take = 0;
    };
    void start(int actor, const std::string& model, project::TakeQuality quality);
    void show();
    /// Of the take the segment had, or without one of the voice on the film's picture.
    [[nodiscard]] std::optional<double> confidenceBefore(const project::Segment& segment,
                                                         project::Id take) const;
    [[nodiscard]] widgets::PairedRow rowOf(const Before& before) const;
    void goTo(project::Id segment);

    Parts m_parts;
    QTimer* m_due;
    std::vector<Before> m_before;
    QPointer<widgets::ConfidenceDialog> m_dialog;
};

}  // namespace lipwright::app
