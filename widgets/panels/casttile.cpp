#include "widgets/panels/adaptline_p.h"
#include "widgets/panels/casttile_p.h"
#include "widgets/panels/modelrow_p.h"
#include "widgets/panels/nameedit_p.h"
#include "widgets/panels/portrait_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lipwright::widgets {

CastTile::CastTile(int actor, QWidget* parent)
    : Card(parent),
      m_actor(actor),
      m_portrait(new Portrait(actor, this)),
      m_name(new NameEdit(this)),
      m_figures(new QLabel(this)),
      m_consent(new QPushButton(this)),
      m_adapt(new AdaptLine(this)),
      m_models(new QVBoxLayout) {
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
    connect(m_adapt, &AdaptLine::adaptRequested, this, [this] { Q_EMIT adaptRequested(m_actor); });
    connect(m_adapt, &AdaptLine::watchRequested, this, [this] { Q_EMIT watchRequested(m_actor); });
    layOut();
}

void CastTile::layOut() {
    auto* right = new QVBoxLayout;
    right->setSpacing(1);
    right->addWidget(m_name);
    right->addWidget(m_figures);
    right->addWidget(m_consent, 0, Qt::AlignLeft);
    auto* top = new QHBoxLayout;
    top->addWidget(m_portrait, 0, Qt::AlignTop);
    top->addLayout(right, 1);
    m_models->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 6, 6);
    layout->addLayout(top);
    layout->addLayout(m_models);
    layout->addWidget(m_adapt);
}

void CastTile::setEntry(const CastEntry& entry) {
    m_segments = entry.segments;
    m_adapting = entry.adapting >= 0.0;
    m_name->setName(entry.name);
    setAccessibleName(entry.name);
    const QString segments = tr("%n segments", nullptr, entry.segments);
    m_figures->setText(
        entry.screenTime.isEmpty()
            ? segments
            : tr("%1\n%2", "screen time, number of segments").arg(entry.screenTime, segments));
    showConsent(entry.consent);
    m_adapt->setShare(entry.adapting);
    showModels(entry);
}

void CastTile::showConsent(const std::optional<project::Consent>& consent) {
    m_consent->setFlat(consent.has_value());
    if (consent) {
        m_consent->setText(tr("Consent recorded"));
        m_consent->setToolTip(tr("%1 agreed on %2: %3")
                                  .arg(QString::fromStdString(consent->person),
                                       QString::fromStdString(consent->date),
                                       QString::fromStdString(consent->scope)));
    } else {
        m_consent->setText(tr("Record consent…"));
        m_consent->setToolTip(tr("Consent is missing: note who agreed, when and for what."));
    }
}

ModelRow* CastTile::makeRow(const std::string& model) {
    auto* row = new ModelRow(model, this);
    connect(row, &ModelRow::useRequested, this,
            [this, model] { Q_EMIT modelUsed(m_actor, model); });
    connect(row, &ModelRow::rerenderRequested, this,
            [this, model] { Q_EMIT rerenderRequested(m_actor, model); });
    connect(row, &ModelRow::compareRequested, this,
            [this, model] { Q_EMIT modelCompared(m_actor, model); });
    connect(row, &ModelRow::renamed, this,
            [this, model](const QString& name) { Q_EMIT modelRenamed(model, name); });
    connect(row, &ModelRow::removeRequested, this,
            [this, model] { Q_EMIT removeModelRequested(m_actor, model); });
    return row;
}

/// Rows live on for their models, so that a name being typed is not lost.
void CastTile::showModels(const CastEntry& entry) {
    std::vector<ModelRow*> rows;
    for (const ActorModelEntry& model : entry.models) {
        const auto known = std::ranges::find(m_rows, model.id, &ModelRow::model);
        ModelRow* row = known != m_rows.end() ? *known : makeRow(model.id);
        if (known != m_rows.end()) {
            m_rows.erase(known);
        }
        row->setEntry(model, entry.segments);
        m_models->insertWidget(static_cast<int>(rows.size()), row);
        rows.push_back(row);
    }
    for (ModelRow* gone : m_rows) {
        gone->hide();
        gone->deleteLater();
    }
    m_rows = std::move(rows);
}

void CastTile::setPortrait(const QImage& portrait) {
    m_portrait->setImage(portrait);
}

void CastTile::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("castMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, bool enabled, auto slot) {
        QAction* action = menu->addAction(text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    if (m_adapting) {
        add(tr("&Watch the adaptation…"), true, [this] { Q_EMIT watchRequested(m_actor); });
    } else {
        add(tr("&Adapt to this actor…"), true, [this] { Q_EMIT adaptRequested(m_actor); });
    }
    add(tr("&Re-render the actor's segments with…"), m_segments > 0,
        [this] { Q_EMIT rerenderRequested(m_actor, {}); });
    add(tr("&Import models from another project…"), true,
        [this] { Q_EMIT importModelsRequested(m_actor); });
    menu->addSeparator();
    add(tr("Re&name"), true, [this] {
        m_name->setFocus();
        m_name->selectAll();
    });
    add(tr("Record &consent…"), true, [this] { Q_EMIT consentRequested(m_actor); });
    menu->popup(event->globalPos());
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
