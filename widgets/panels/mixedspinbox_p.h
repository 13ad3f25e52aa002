// A spin box that says "(several)" while the selection holds different values.
#pragma once

#include <QDoubleSpinBox>

namespace lipwright::widgets {

class MixedSpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit MixedSpinBox(const QString& unit, QWidget* parent = nullptr);
    void setMixed(bool mixed);
    void setNameOfLeast(const QString& name);
    [[nodiscard]] bool isBeingEdited() const { return hasFocus() && m_typed; }

Q_SIGNALS:
    void edited(double value);  ///< by the user only, also to the value that "(several)" hides

protected:
    [[nodiscard]] QString textFromValue(double value) const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void take(double value);

    QString m_unit;
    QString m_nameOfLeast;
    bool m_mixed = false;
    bool m_typed = false;
};

}  // namespace lipwright::widgets
