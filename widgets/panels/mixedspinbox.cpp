#include "widgets/panels/mixedspinbox_p.h"
#include "widgets/panels/navigationkeys_p.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace lipwright::widgets {

MixedSpinBox::MixedSpinBox(const QString& unit, QWidget* parent)
    : QDoubleSpinBox(parent), m_unit(unit) {
    setSuffix(unit);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    keepNavigationKeys(this);
    keepNavigationKeys(lineEdit());  // has the focus for it
    lineEdit()->setPlaceholderText(tr("(several)"));
    connect(this, &QDoubleSpinBox::valueChanged, this, &MixedSpinBox::take);
    connect(lineEdit(), &QLineEdit::textEdited, this,
            [this](const QString& text) { m_typed = !text.isEmpty(); });
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] {
        if (m_mixed && m_typed) {
            take(value());
        }
        m_typed = false;
    });
}

void MixedSpinBox::take(double value) {
    setMixed(false);
    Q_EMIT edited(value);
}

void MixedSpinBox::setMixed(bool mixed) {
    m_mixed = mixed;
    m_typed = false;
    setSpecialValueText(mixed ? QString() : m_nameOfLeast);
    setSuffix(mixed ? QString() : m_unit);  // shows the text anew
}

void MixedSpinBox::setNameOfLeast(const QString& name) {
    m_nameOfLeast = name;
    setMixed(m_mixed);
}

QString MixedSpinBox::textFromValue(double value) const {
    return m_mixed ? QString() : QDoubleSpinBox::textFromValue(value);
}

void MixedSpinBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QDoubleSpinBox::wheelEvent(event);
    } else {
        event->ignore();  // scrolling the panel must not change a value on the way
    }
}

}  // namespace lipwright::widgets
