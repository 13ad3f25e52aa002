#include "widgets/panels/statusbuttons_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace lipwright::widgets {

StatusButtons::StatusButtons(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    add(project::SegmentStatus::review, "review");
    add(project::SegmentStatus::approved, "approve");
    add(project::SegmentStatus::bypass, "bypass");
}

void StatusButtons::add(project::SegmentStatus status, const char* iconName) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("status%1").arg(static_cast<int>(status)));
    button->setText(statusName(status));
    button->setToolTip(tr("%1: press again to take it back").arg(statusName(status)));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setThemedIcon(button, QLatin1String(iconName));
    connect(button, &QToolButton::clicked, this, [this, status](bool on) {
        if (on) {
            Q_EMIT chosen(status);
        } else {
            Q_EMIT withdrawn();
        }
    });
    layout()->addWidget(button);
    m_buttons.emplace_back(status, button);
}

void StatusButtons::setStatus(std::optional<project::SegmentStatus> status) {
    for (const auto& [known, button] : m_buttons) {
        button->setChecked(status == known);
    }
}

}  // namespace lipwright::widgets
