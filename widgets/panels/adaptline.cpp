#include "widgets/panels/adaptline_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

constexpr int kPercent = 100;

AdaptLine::AdaptLine(QWidget* parent)
    : QWidget(parent),
      m_adapt(new QPushButton(tr("Adapt to this actor…"), this)),
      m_text(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_watch(new QPushButton(tr("Watch…"), this)) {
    m_adapt->setObjectName(QStringLiteral("adapt"));
    m_adapt->setToolTip(tr("Learn this actor's way of speaking from the film, in the background"));
    setThemedIcon(m_adapt, QStringLiteral("adapt"));
    m_text->setObjectName(QStringLiteral("adapting"));
    m_bar->setRange(0, kPercent);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Adapting"));
    connect(m_adapt, &QPushButton::clicked, this, &AdaptLine::adaptRequested);
    m_watch->setObjectName(QStringLiteral("watch"));
    m_watch->setAccessibleName(tr("Watch the adaptation"));
    m_watch->setToolTip(tr("See how good the model is so far"));
    connect(m_watch, &QPushButton::clicked, this, &AdaptLine::watchRequested);
    auto* line = new QHBoxLayout;
    line->addWidget(m_adapt);
    line->addWidget(m_text, 1);
    line->addWidget(m_watch);
    line->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_bar);
    setShare(-1.0);
}

void AdaptLine::setShare(double share) {
    const bool runs = share >= 0.0;
    m_adapt->setVisible(!runs);
    m_text->setVisible(runs);
    m_bar->setVisible(runs);
    m_watch->setVisible(runs);
    m_bar->setValue(static_cast<int>(share * kPercent));
    m_text->setText(tr("Adapting: %1 %").arg(m_bar->value()));
}

}  // namespace lipwright::widgets
