#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QAbstractButton>
#include <QEvent>

namespace lipwright::widgets {
namespace {

class IconKeeper : public QObject {
public:
    IconKeeper(QAbstractButton* button, QString name)
        : QObject(button), m_button(button), m_name(std::move(name)) {
        button->setIcon(icon(m_name));
        button->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) {
            m_button->setIcon(icon(m_name));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractButton* m_button;
    QString m_name;
};

}  // namespace

void setThemedIcon(QAbstractButton* button, const QString& name) {
    new IconKeeper(button, name);  // the button owns it
}

}  // namespace lipwright::widgets
