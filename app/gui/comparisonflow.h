// An actor model against the universal one: has the curves of its validation sentences found in the
// background, shows them, plays the sentences with the film's own sound.
#pragma once

#include "engine/core/result.h"

#include <QObject>
#include <QPointer>
#include <string>
#include <vector>

class QWidget;

namespace lipwright::adaptation {
struct ValidationCurve;
}

namespace lipwright::widgets {
class ComparisonDialog;
}

namespace lipwright::app {

class Editor;
class Player;
class ViewerController;

class ComparisonFlow : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Editor& editor;
        Player& player;
        ViewerController& viewer;
        QWidget& window;
    };
    explicit ComparisonFlow(const Parts& parts);

    void compare(const std::string& model);

private:
    using Curves = std::vector<adaptation::ValidationCurve>;
    void openDialog(const QString& name);
    void showCurves(const core::Result<Curves>& curves);

    Parts m_parts;
    QPointer<widgets::ComparisonDialog> m_dialog;
};

}  // namespace lipwright::app
