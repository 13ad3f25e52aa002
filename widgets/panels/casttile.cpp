#include "widgets/panels/casttile_p.h"
#include "widgets/panels/nameedit_p.h"
#include "widgets/panels/portrait_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

CastTile::CastTile(int actor, QWidget* parent)
    : Card(parent),
      m_actor(actor),
      m_portrait(new Portrait(actor, this)),
      m_name(new NameEdit(this)),
      m_figures(new QLabel(this)),
      m_consent(new QPushButton(this)) {
    setObjectName(QStringLiteral("castTile"));
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Double-click to go to where this person speaks first"));
    m_name->setObjectName(QStringLiteral("actorName"));
    m_name->setAccessibleName(tr("Name of the actor"));
    QFont bold(m_name->font());
    bold.setBold(true);
    m_name->setFont(bold);
    m_figures->setObjectName(QStringLiteral("actorFigures"));
    m_figures->setEnabled(false);
    m_figures->setWordWrap(true);
    m_consent->setObjectName(QStringLiteral("consent"));
    m_consent->setFlat(true);
    setThemedIcon(m_consent, QStringLiteral("consent"));
    connect(m_name, &NameEdit::renamed, this,
            [this](const QString& name) { Q_EMIT renamed(m_actor, name); });
    connect(m_consent, &QPushButton::clicked, this, [this] { Q_EMIT consentRequested(m_actor); });
    auto* right = new QVBoxLayout;
    right->setSpacing(1);
    right->addWidget(m_name);
    right->addWidget(m_figures);
    right->addWidget(m_consent, 0, Qt::AlignLeft);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 6, 6);
    layout->addWidget(m_portrait, 0, Qt::AlignTop);
    layout->addLayout(right, 1);
}

void CastTile::setEntry(const CastEntry& entry) {
    m_name->setName(entry.name);
    setAccessibleName(entry.name);
    const QString segments = tr("%n segments", nullptr, entry.segments);
    m_figures->setText(
        entry.screenTime.isEmpty()
            ? segments
            : tr("%1\n%2", "screen time, number of segments").arg(entry.screenTime, segments));
    m_consent->setFlat(entry.consent.has_value());
    if (entry.consent) {
        m_consent->setText(tr("Consent recorded"));
        m_consent->setToolTip(tr("%1 agreed on %2: %3")
                                  .arg(QString::fromStdString(entry.consent->person),
                                       QString::fromStdString(entry.consent->date),
                                       QString::fromStdString(entry.consent->scope)));
    } else {
        m_consent->setText(tr("Record consent…"));
        m_consent->setToolTip(tr("Consent is missing: note who agreed, when and for what."));
    }
}

void CastTile::setPortrait(const QImage& portrait) {
    m_portrait->setImage(portrait);
}

void CastTile::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
    Q_EMIT activated(m_actor);
}

void CastTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT activated(m_actor);
    } else if (event->key() == Qt::Key_F2) {
        m_name->setFocus();
        m_name->selectAll();
    } else {
        Card::keyPressEvent(event);
    }
}

}  // namespace lipwright::widgets
