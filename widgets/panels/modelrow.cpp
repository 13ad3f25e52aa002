#include "widgets/panels/modelrow_p.h"
#include "widgets/panels/nameedit_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/plots/gainplot.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

ModelRow::ModelRow(std::string model, QWidget* parent)
    : QWidget(parent),
      m_model(std::move(model)),
      m_name(new NameEdit(this)),
      m_facts(new QLabel(this)),
      m_gains(new GainPlot(this)),
      m_more(new QToolButton(this)),
      m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("modelRow"));
    setFocusPolicy(Qt::TabFocus);
    m_name->setObjectName(QStringLiteral("modelName"));
    m_name->setAccessibleName(tr("Name of the model"));
    m_name->setPlaceholderText(tr("Unnamed model"));
    m_facts->setObjectName(QStringLiteral("modelFacts"));
    m_facts->setEnabled(false);
    m_facts->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("modelMenu"));
    m_more->setAccessibleName(tr("What to do with the model"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    setThemedIcon(m_more, QStringLiteral("more"));
    connect(m_name, &NameEdit::renamed, this, &ModelRow::renamed);
    fillMenu();
    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_name, 1);
    top->addWidget(m_more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 6);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_facts);
    layout->addWidget(m_gains);
}

void ModelRow::fillMenu() {
    const auto add = [this](const QString& text, auto signal) {
        QAction* action = m_menu->addAction(text);
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    m_use = add(tr("&Use for all segments"), &ModelRow::useRequested);
    m_rerender = add(tr("&Re-render all segments with it…"), &ModelRow::rerenderRequested);
    add(tr("&Compare with the universal model…"), &ModelRow::compareRequested);
    m_menu->addSeparator();
    add(tr("Re&name"), &ModelRow::rename);
    add(tr("Re&move…"), &ModelRow::removeRequested);
}

void ModelRow::setEntry(const ActorModelEntry& entry, int actorSegments) {
    m_name->setName(entry.name);
    const QString use = entry.segments > 0 ? tr("used by %n segment(s)", nullptr, entry.segments)
                                           : tr("not used yet");
    m_facts->setText(tr("%1, %2", "date, use").arg(entry.created, use));
    m_facts->setToolTip(entry.learned);
    m_gains->setGains(entry.gains);
    setAccessibleName(entry.name.isEmpty() ? entry.created : entry.name);
    m_use->setEnabled(actorSegments > entry.segments);
    m_rerender->setEnabled(actorSegments > 0);
}

void ModelRow::rename() {
    m_name->setFocus();
    m_name->selectAll();
}

void ModelRow::contextMenuEvent(QContextMenuEvent* event) {
    m_menu->popup(event->globalPos());
}

void ModelRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2) {
        rename();
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT compareRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ModelRow::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.14F);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1.5) : QPen(line, 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
}

}  // namespace lipwright::widgets
