// Chooses among named things for a selection that may hold several, or one that is not offered.
#pragma once

#include "widgets/panels/namedchoice.h"

#include <QComboBox>
#include <vector>

namespace lipwright::widgets {

class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    ChoiceBox(const QString& objectName, const QString& spoken, QWidget* parent = nullptr);
    void offer(const std::vector<NamedChoice>& choices);
    void showIds(const std::vector<std::string>& ids);  ///< of the selected segments

Q_SIGNALS:
    void chosen(const std::string& id);

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    void fill();
    std::vector<NamedChoice> m_choices;
    std::vector<std::string> m_shown;
};

}  // namespace lipwright::widgets
