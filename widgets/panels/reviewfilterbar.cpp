#include "widgets/panels/reviewfilterbar_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <map>

namespace lipwright::widgets {
namespace {

constexpr int kGapRole = Qt::UserRole + 1;

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
      m_actor(addChoice("actorFilter", tr("Show the segments of this actor"))),
      m_language(addChoice("languageFilter", tr("Show the segments in this language"))),
      m_reason(addChoice("reasonFilter", tr("Show the segments that need this"))),
      m_text(new QLineEdit(this)),
      m_reviewed(new QProgressBar(this)) {
    auto* statuses = new QHBoxLayout(m_statusButtons);
    statuses->setContentsMargins(0, 0, 0, 0);
    statuses->setSpacing(2);
    using enum project::SegmentStatus;
    for (const auto status : {fresh, rendered, review, approved, bypass}) {
        addStatus(status);
    }
    m_text->setObjectName(QStringLiteral("textFilter"));
    m_text->setAccessibleName(tr("Search in texts and notes"));
    m_text->setPlaceholderText(tr("Search…"));
    m_text->setClearButtonEnabled(true);
    auto* worst = new QToolButton(this);
    worst->setObjectName(QStringLiteral("worstFirst"));
    worst->setText(tr("Worst first"));
    worst->setToolTip(
        tr("Order by what needs you most: the least sure sync for this film, then what can not be "
           "measured, then what is not rendered. Reviewed segments come last."));
    worst->setAutoRaise(true);
    connect(worst, &QToolButton::clicked, this, &ReviewFilterBar::worstFirstRequested);
    makeReasons();
    makeReviewed();
    connectChoices();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {m_statusButtons, static_cast<QWidget*>(m_actor),
                          static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_reason)}) {
        layout->addWidget(part);
    }
    layout->addWidget(m_text, 1);
    layout->addWidget(worst);
    layout->addWidget(m_reviewed);
    offer({});
    setReviewed(0, 0);
}

QComboBox* ReviewFilterBar::addChoice(const char* name, const QString& spoken) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setToolTip(spoken);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(8);
    box->setMinimumWidth(80);
    return box;
}

void ReviewFilterBar::makeReasons() {
    m_reason->addItem(tr("All reasons"));
    for (int i = 0; i < static_cast<int>(ReviewReason::count); ++i) {
        m_reason->addItem(reasonName(static_cast<ReviewReason>(i)), i);
        if (static_cast<ReviewReason>(i) != ReviewReason::notMeasurable) {
            continue;
        }
        using enum SyncGap;
        for (const SyncGap gap : {silence, noSound, noFace, turnedAway, offScreen}) {
            m_reason->addItem(tr("– %1", "kind of what can not be measured").arg(gapName(gap)), i);
            m_reason->setItemData(m_reason->count() - 1, static_cast<int>(gap), kGapRole);
        }
    }
}

void ReviewFilterBar::makeReviewed() {
    m_reviewed->setObjectName(QStringLiteral("reviewed"));
    m_reviewed->setAccessibleName(tr("Reviewed segments"));
    m_reviewed->setToolTip(tr("Approved and bypassed segments count as reviewed"));
    m_reviewed->setAlignment(Qt::AlignCenter);
    m_reviewed->setFixedWidth(m_reviewed->fontMetrics().averageCharWidth() * 26);
}

void ReviewFilterBar::connectChoices() {
    connect(m_actor, &QComboBox::currentIndexChanged, this, [this] {
        applyActor();
        Q_EMIT filterChanged();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setLanguage(m_language->currentData().toString());
        Q_EMIT filterChanged();
    });
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant reason = m_reason->currentData();
        m_filter.setReason(reason.isValid()
                               ? std::optional(static_cast<ReviewReason>(reason.toInt()))
                               : std::nullopt,
                           static_cast<SyncGap>(m_reason->currentData(kGapRole).toInt()));
        Q_EMIT filterChanged();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        Q_EMIT filterChanged();
    });
}

void ReviewFilterBar::applyActor() {
    const QVariant actor = m_actor->currentData();
    m_filter.setActor(actor.isValid() ? std::optional(actor.toInt()) : std::nullopt);
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
    applyActor();
    m_filter.setLanguage(m_language->currentData().toString());
}

void ReviewFilterBar::setReviewed(int reviewed, int all) {
    m_reviewed->setRange(0, std::max(all, 1));  // an empty range would look busy
    m_reviewed->setValue(reviewed);
    m_reviewed->setFormat(tr("%1 of %2 reviewed").arg(reviewed).arg(all));
}

}  // namespace lipwright::widgets
