// A spin box that says "(several)" while the selection holds different values.
#pragma once

#include <QDoubleSpinBox>

namespace lipwright::widgets {

class MixedSpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit MixedSpinBox(QWidget* parent = nullptr);
    void setMixed(bool mixed);
    [[nodiscard]] bool isMixed() const { return m_mixed; }
    [[nodiscard]] bool isBeingEdited() const;

Q_SIGNALS:
    void edited(double value);  ///< by the user only, also to the value underneath "(several)"

protected:
    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_mixed = false;
};

}  // namespace lipwright::widgets
