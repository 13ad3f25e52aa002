#include "widgets/panels/messagespanel.h"

#include "widgets/panels/messagesmodel_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {
namespace {

class SeverityFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeast(int severity) {
        m_least = severity;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return sourceModel()->index(row, 0, parent).data(MessagesModel::SeverityRole).toInt() >=
               m_least;
    }

private:
    int m_least = 0;
};

}  // namespace

struct MessagesPanel::State {
    MessagesModel model;
    SeverityFilter filter;
    QListView* list = nullptr;
    int unread = 0;

    void copy() const {
        QModelIndexList rows = list->selectionModel()->selectedRows();
        std::sort(rows.begin(), rows.end());
        QStringList lines;
        for (const QModelIndex& row : rows) {
            lines.append(row.data().toString());
        }
        if (!lines.isEmpty()) {
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        }
    }
};

MessagesPanel::MessagesPanel(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.filter.setSourceModel(&s.model);
    s.list = new QListView(this);
    s.list->setObjectName(QStringLiteral("messages"));
    s.list->setAccessibleName(tr("Messages"));
    s.list->setModel(&s.filter);
    s.list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    s.list->setAlternatingRowColors(true);
    s.list->setWordWrap(true);
    s.list->setIconSize({16, 16});
    s.list->setFrameShape(QFrame::NoFrame);
    s.list->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* copy = new QAction(tr("Copy"), s.list);
    copy->setObjectName(QStringLiteral("copyMessages"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { m_state->copy(); });
    s.list->addAction(copy);

    auto* least = new QComboBox(this);
    least->setObjectName(QStringLiteral("severityFilter"));
    least->setAccessibleName(tr("Which messages are shown"));
    least->addItems({tr("All messages"), tr("Warnings and errors"), tr("Errors only")});
    connect(least, &QComboBox::currentIndexChanged, this,
            [this](int severity) { m_state->filter.setLeast(severity); });
    auto* clear = new QToolButton(this);
    clear->setObjectName(QStringLiteral("clearMessages"));
    clear->setText(tr("Clear"));
    clear->setAccessibleName(tr("Clear all messages"));
    clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    clear->setAutoRaise(true);
    setThemedIcon(clear, QStringLiteral("clear"));
    connect(clear, &QToolButton::clicked, this, [this] { m_state->model.clear(); });

    auto* bar = new QHBoxLayout;
    bar->addWidget(least);
    bar->addStretch();
    bar->addWidget(clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(bar);
    layout->addWidget(s.list);
}

MessagesPanel::~MessagesPanel() {
    endQuietly(*this);
}

void MessagesPanel::add(Severity severity, const QString& text) {
    State& s = *m_state;
    const QScrollBar* bar = s.list->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    s.model.add(severity, text);
    if (atEnd) {
        s.list->scrollToBottom();
    }
    if (severity == Severity::error && !isVisible()) {
        Q_EMIT unreadErrorsChanged(++s.unread);
    }
}

QStringList MessagesPanel::texts() const {
    QStringList all;
    for (int row = 0; row < m_state->model.rowCount(); ++row) {
        all.append(m_state->model.index(row).data(MessagesModel::TextRole).toString());
    }
    return all;
}

void MessagesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_state->unread > 0) {
        m_state->unread = 0;
        Q_EMIT unreadErrorsChanged(0);
    }
}

void MessagesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_state->model.reloadIcons();
    }
}

}  // namespace lipwright::widgets
