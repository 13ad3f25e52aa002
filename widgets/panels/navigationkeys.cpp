#include "widgets/panels/navigationkeys_p.h"

#include <QKeyEvent>
#include <QWidget>

namespace lipwright::widgets {
namespace {

class NavigationKeeper : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool navigates = key->key() >= Qt::Key_Home && key->key() <= Qt::Key_PageDown;
            if (navigates && !key->modifiers().testFlag(Qt::AltModifier)) {
                event->accept();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

}  // namespace

void keepNavigationKeys(QWidget* widget) {
    widget->installEventFilter(new NavigationKeeper(widget));
}

}  // namespace lipwright::widgets
