#include "widgets/panels/section_p.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

Section::Section(const QString& title, QWidget* parent)
    : QWidget(parent), m_header(new QToolButton(this)), m_content(new QWidget(this)) {
    m_header->setObjectName(QStringLiteral("sectionHeader"));
    m_header->setText(title);
    m_header->setToolTip(tr("Fold or unfold"));
    m_header->setCheckable(true);
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // A checked button would look pressed.
    m_header->setStyleSheet(QStringLiteral("QToolButton { border: none; font-weight: bold; }"));
    connect(m_header, &QToolButton::toggled, this, [this](bool open) {
        m_header->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(open);
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_content);
    setOpen(true);
}

bool Section::isOpen() const {
    return m_header->isChecked();
}

void Section::setOpen(bool open) {
    m_header->setChecked(open);
}

/// A hairline parts it from what is above.
void Section::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.16F);
    painter.setPen(QPen(line, 0));
    painter.drawLine(0, 0, width(), 0);
}

}  // namespace lipwright::widgets
