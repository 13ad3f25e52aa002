#include "widgets/panels/navigationkeys_p.h"
#include "widgets/panels/takesdelegate_p.h"
#include "widgets/panels/takeslist_p.h"

#include <QAction>
#include <QKeyEvent>

namespace lipwright::widgets {

TakesList::TakesList(QWidget* parent) : QListView(parent), m_model(new TakesModel(this)) {
    setObjectName(QStringLiteral("takes"));
    setAccessibleName(tr("Takes"));
    setModel(m_model);
    setItemDelegate(new TakesDelegate(this));
    setUniformItemSizes(true);
    keepNavigationKeys(this);
    setAlternatingRowColors(true);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumHeight(fontMetrics().height() * 9);
    setMaximumHeight(fontMetrics().height() * 14);
    connect(m_model, &TakesModel::renamed, this, &TakesList::renamed);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    auto* compare = new QAction(tr("Compare with what is shown"), this);
    connect(compare, &QAction::triggered, this, &TakesList::compareCurrent);
    auto* rename = new QAction(tr("Rename"), this);
    connect(rename, &QAction::triggered, this, &TakesList::renameCurrent);
    auto* remove = new QAction(tr("Remove the take"), this);
    connect(remove, &QAction::triggered, this, &TakesList::removeCurrent);
    addActions({compare, rename, remove});
}

void TakesList::setSegment(const project::Segment& segment, const SyncScale& scale) {
    const int current = currentIndex().row();
    const int rows = m_model->rowCount();
    m_model->set(segment, scale);
    if (current < 0 || rows != m_model->rowCount() || !currentIndex().isValid()) {
        setCurrentIndex(m_model->index(m_model->activeRow()));
    }
}

project::Id TakesList::currentTake() const {
    return m_model->takeAt(currentIndex().row());
}

void TakesList::choose(int row) {
    if (row >= 0 && row < m_model->rowCount()) {
        setCurrentIndex(m_model->index(row));
        if (row != m_model->activeRow()) {
            Q_EMIT chosen(m_model->takeAt(row));
        }
    }
}

void TakesList::renameCurrent() {
    if (currentTake() != 0) {
        edit(currentIndex());
    }
}

void TakesList::removeCurrent() {
    if (currentTake() != 0) {
        Q_EMIT removed(currentTake());
    }
}

void TakesList::compareCurrent() {
    if (currentTake() != 0 && currentIndex().row() != m_model->activeRow()) {
        Q_EMIT compared(currentTake());
    }
}

bool TakesList::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_C && key->modifiers() == Qt::NoModifier) {
            event->accept();  // of the list before the window's
            return true;
        }
    }
    return QListView::event(event);
}

void TakesList::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(currentIndex().row());
    } else if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        choose(key - Qt::Key_0);
    } else if (key == Qt::Key_Delete) {
        removeCurrent();
    } else if (key == Qt::Key_F2) {
        renameCurrent();
    } else if (key == Qt::Key_C && event->modifiers() == Qt::NoModifier) {
        compareCurrent();
    } else {
        QListView::keyPressEvent(event);
    }
}

void TakesList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentTakeChanged();
}

}  // namespace lipwright::widgets
