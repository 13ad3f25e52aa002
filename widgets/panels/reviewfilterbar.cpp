#include "widgets/panels/reviewfilterbar_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <map>

namespace lipwright::widgets {
namespace {

/// Keeps what is chosen, if it is still there.
void refill(QComboBox* box, const QString& all, const std::map<QString, QVariant>& choices) {
    const QVariant chosen = box->currentData();
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(all);
    for (const auto& [name, value] : choices) {
        box->addItem(name, value);
    }
    box->setCurrentIndex(chosen.isValid() ? std::max(box->findData(chosen), 0) : 0);
}

}  // namespace

ReviewFilterBar::ReviewFilterBar(ReviewFilter& filter, QWidget* parent)
    : QWidget(parent),
      m_filter(filter),
      m_statusButtons(new QWidget(this)),
      m_actor(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_text(new QLineEdit(this)),
      m_reviewed(new QLabel(this)) {
    auto* statuses = new QHBoxLayout(m_statusButtons);
    statuses->setContentsMargins(0, 0, 0, 0);
    statuses->setSpacing(2);
    using enum project::SegmentStatus;
    for (const auto status : {fresh, rendered, review, approved, bypass}) {
        addStatus(status);
    }
    m_actor->setObjectName(QStringLiteral("actorFilter"));
    m_actor->setAccessibleName(tr("Show the segments of this actor"));
    m_language->setObjectName(QStringLiteral("languageFilter"));
    m_language->setAccessibleName(tr("Show the segments in this language"));
    m_text->setObjectName(QStringLiteral("textFilter"));
    m_text->setAccessibleName(tr("Search in texts and notes"));
    m_text->setPlaceholderText(tr("Search…"));
    m_text->setClearButtonEnabled(true);
    m_reviewed->setObjectName(QStringLiteral("reviewed"));
    auto* worst = new QToolButton(this);
    worst->setObjectName(QStringLiteral("worstFirst"));
    worst->setText(tr("Worst first"));
    worst->setToolTip(tr("Order by what needs you most: not rendered, then least certain"));
    worst->setAutoRaise(true);
    connect(worst, &QToolButton::clicked, this, &ReviewFilterBar::worstFirstRequested);
    connect(m_actor, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant actor = m_actor->currentData();
        m_filter.setActor(actor.isValid() ? std::optional(actor.toInt()) : std::nullopt);
        Q_EMIT filterChanged();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setLanguage(m_language->currentData().toString());
        Q_EMIT filterChanged();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        Q_EMIT filterChanged();
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_statusButtons);
    layout->addWidget(m_actor);
    layout->addWidget(m_language);
    layout->addWidget(m_text, 1);
    layout->addWidget(worst);
    layout->addWidget(m_reviewed);
    offer({});
    setReviewed(0, 0);
}

void ReviewFilterBar::addStatus(project::SegmentStatus status) {
    auto* button = new QToolButton(m_statusButtons);
    const int value = static_cast<int>(status);
    button->setObjectName(QStringLiteral("statusFilter%1").arg(value));
    button->setText(statusName(status));
    button->setAccessibleName(tr("Show segments that are: %1").arg(statusName(status)));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QPixmap chip(20, 20);
    chip.fill(Qt::transparent);
    QPainter painter(&chip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(statusColour(status));
    painter.drawRoundedRect(2, 2, 16, 16, 5, 5);
    painter.end();
    button->setIcon(QIcon(chip));
    button->setIconSize({10, 10});
    connect(button, &QToolButton::toggled, this,
            [this, value](bool shown) { applyStatus(value, shown); });
    m_statusButtons->layout()->addWidget(button);
}

void ReviewFilterBar::applyStatus(int status, bool shown) {
    if (shown) {
        m_statuses.insert(status);
    } else {
        m_statuses.remove(status);
    }
    m_filter.setStatuses(m_statuses);
    Q_EMIT filterChanged();
}

void ReviewFilterBar::offer(const std::vector<ReviewRow>& rows) {
    std::map<QString, QVariant> actors;
    std::map<QString, QVariant> languages;
    for (const ReviewRow& row : rows) {
        actors.try_emplace(row.actorName, row.actor);
        languages.try_emplace(row.language, row.language);
    }
    refill(m_actor, tr("All actors"), actors);
    refill(m_language, tr("All languages"), languages);
    m_language->setVisible(languages.size() > 1);
    const QVariant actor = m_actor->currentData();
    m_filter.setActor(actor.isValid() ? std::optional(actor.toInt()) : std::nullopt);
    m_filter.setLanguage(m_language->currentData().toString());
}

void ReviewFilterBar::setReviewed(int reviewed, int all) {
    m_reviewed->setText(tr("%1 of %2 reviewed").arg(reviewed).arg(all));
}

}  // namespace lipwright::widgets
