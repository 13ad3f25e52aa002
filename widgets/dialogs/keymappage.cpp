#include "widgets/dialogs/keymappage_p.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace lipwright::widgets {

KeymapPage::KeymapPage(const QList<QAction*>& actions, const KeymapModel::Keys& changed,
                       QWidget* parent)
    : QWidget(parent),
      m_model(new KeymapModel(actions, changed, this)),
      m_shown(new QSortFilterProxyModel(this)),
      m_view(new QTreeView),
      m_key(new QKeySequenceEdit),
      m_assign(new QPushButton(tr("&Assign"))),
      m_clear(new QPushButton(tr("&Remove keys"))),
      m_reset(new QPushButton(tr("&Default"))),
      m_conflict(new QLabel) {
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);
    m_view->setModel(m_shown);
    m_view->setObjectName(QStringLiteral("keymap"));
    m_view->setAccessibleName(tr("Commands and keys"));
    m_view->setRootIsDecorated(false);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setSectionResizeMode(KeymapModel::commandColumn, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_key->setObjectName(QStringLiteral("newKey"));
    m_key->setAccessibleName(tr("New key"));
    m_assign->setObjectName(QStringLiteral("assignKey"));
    m_conflict->setWordWrap(true);
    auto* filter = new QLineEdit;
    filter->setObjectName(QStringLiteral("keymapFilter"));
    filter->setAccessibleName(tr("Filter commands"));
    filter->setPlaceholderText(tr("Search commands or keys"));
    filter->setClearButtonEnabled(true);
    auto* all = new QPushButton(tr("All to &default"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    for (QPushButton* button : {m_assign, m_clear, m_reset, all}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(filter);
    layout->addWidget(m_view, 1);
    layout->addLayout(row);
    layout->addWidget(m_conflict);

    connect(filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { showCurrent(); });
    connect(m_assign, &QPushButton::clicked, this, [this] {
        if (currentRow() >= 0 && !m_key->keySequence().isEmpty()) {
            m_model->setKeys(currentRow(), {m_key->keySequence()});
            showCurrent();
        }
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (currentRow() >= 0) {
            m_model->setKeys(currentRow(), {});
            showCurrent();
        }
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (currentRow() >= 0) {
            m_model->reset(currentRow());
            showCurrent();
        }
    });
    connect(all, &QPushButton::clicked, m_model, &KeymapModel::resetAll);
    m_view->setCurrentIndex(m_shown->index(0, 0));
    m_view->resizeColumnToContents(KeymapModel::keysColumn);
}

int KeymapPage::currentRow() const {
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_shown->mapToSource(index).row() : -1;
}

void KeymapPage::showCurrent() {
    const int row = currentRow();
    for (QWidget* widget : QList<QWidget*>{m_key, m_assign, m_clear, m_reset}) {
        widget->setEnabled(row >= 0);
    }
    m_key->clear();
    const QStringList conflicts = row >= 0 ? m_model->conflictsOf(row) : QStringList();
    m_conflict->setText(conflicts.isEmpty()
                            ? QString()
                            : tr("The same key also belongs to: %1. Neither works until one of "
                                 "them is changed.")
                                  .arg(conflicts.join(QStringLiteral(", "))));
}

}  // namespace lipwright::widgets
