// Review's verdicts as buttons. Pressed again, a verdict is taken back.
#pragma once

#include "engine/project/project.h"

#include <QWidget>
#include <optional>
#include <vector>

class QToolButton;

namespace lipwright::widgets {

class StatusButtons : public QWidget {
    Q_OBJECT
public:
    explicit StatusButtons(QWidget* parent = nullptr);
    void setStatus(std::optional<project::SegmentStatus> status);  ///< nothing: several

Q_SIGNALS:
    void chosen(lipwright::project::SegmentStatus status);
    void withdrawn();

private:
    void add(project::SegmentStatus status, const char* iconName);
    std::vector<std::pair<project::SegmentStatus, QToolButton*>> m_buttons;
};

}  // namespace lipwright::widgets
