#include "widgets/panels/choicebox_p.h"
#include "widgets/panels/navigationkeys_p.h"

#include <QWheelEvent>
#include <algorithm>

namespace lipwright::widgets {

ChoiceBox::ChoiceBox(const QString& objectName, const QString& spoken, QWidget* parent)
    : QComboBox(parent) {
    setObjectName(objectName);
    setAccessibleName(spoken);
    setPlaceholderText(tr("(several)"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    setFocusPolicy(Qt::StrongFocus);
    keepNavigationKeys(this);
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(itemData(index).toString().toStdString()); });
}

void ChoiceBox::offer(const std::vector<NamedChoice>& choices) {
    if (choices != m_choices) {
        m_choices = choices;
        fill();
    }
}

void ChoiceBox::showIds(const std::vector<std::string>& ids) {
    m_shown = ids;
    fill();
}

void ChoiceBox::fill() {
    clear();
    for (const NamedChoice& choice : m_choices) {
        addItem(choice.name, QString::fromStdString(choice.id));
    }
    const bool same = std::ranges::adjacent_find(m_shown, std::not_equal_to{}) == m_shown.end();
    if (m_shown.empty() || !same) {
        setCurrentIndex(-1);
        return;
    }
    const QString id = QString::fromStdString(m_shown.front());
    if (findData(id) < 0) {
        addItem(tr("%1 (not here)", "name of an engine or model").arg(id), id);
    }
    setCurrentIndex(findData(id));
}

void ChoiceBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();  // scrolling the panel must not change a value on the way
    }
}

}  // namespace lipwright::widgets
