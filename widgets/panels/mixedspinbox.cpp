#include "widgets/panels/mixedspinbox_p.h"

#include <QLineEdit>
#include <QWheelEvent>

namespace lipwright::widgets {

MixedSpinBox::MixedSpinBox(QWidget* parent) : QDoubleSpinBox(parent) {
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_mixed = false;
        Q_EMIT edited(value);
    });
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] {
        if (m_mixed && lineEdit()->isModified() && lineEdit()->text() != textFromValue(0.0)) {
            m_mixed = false;
            Q_EMIT edited(value());
        }
        lineEdit()->setModified(false);
    });
}

void MixedSpinBox::setMixed(bool mixed) {
    m_mixed = mixed;
    lineEdit()->setText(mixed ? textFromValue(0.0) : prefix() + textFromValue(value()) + suffix());
    lineEdit()->setModified(false);
}

bool MixedSpinBox::isBeingEdited() const {
    return hasFocus() && lineEdit()->isModified();
}

QString MixedSpinBox::textFromValue(double value) const {
    return m_mixed ? tr("(several)") : QDoubleSpinBox::textFromValue(value);
}

double MixedSpinBox::valueFromText(const QString& text) const {
    return m_mixed && text.contains(tr("(several)")) ? value()
                                                     : QDoubleSpinBox::valueFromText(text);
}

QValidator::State MixedSpinBox::validate(QString& text, int& position) const {
    if (m_mixed && text.contains(tr("(several)"))) {
        return QValidator::Acceptable;
    }
    return QDoubleSpinBox::validate(text, position);
}

void MixedSpinBox::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QDoubleSpinBox::wheelEvent(event);
    } else {
        event->ignore();  // scrolling the panel must not change a value on the way
    }
}

}  // namespace lipwright::widgets
