#include "widgets/panels/takeslist_p.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>

namespace lipwright::widgets {

TakesList::TakesList(QWidget* parent) : QTreeView(parent), m_model(new TakesModel(this)) {
    setObjectName(QStringLiteral("takes"));
    setAccessibleName(tr("Takes"));
    setToolTip(
        tr("Click or press a digit to show a take (0: the original picture). "
           "F2 renames, Del removes."));
    setModel(m_model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumHeight(fontMetrics().height() * 6);
    setMaximumHeight(fontMetrics().height() * 12);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_model, &TakesModel::renamed, this, &TakesList::renamed);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& at) { choose(at.row()); });
    auto* rename = new QAction(tr("Rename"), this);
    connect(rename, &QAction::triggered, this, [this] {
        if (currentIndex().row() > 0) {
            edit(m_model->index(currentIndex().row(), TakesModel::kName));
        }
    });
    auto* remove = new QAction(tr("Remove the take"), this);
    connect(remove, &QAction::triggered, this, &TakesList::removeCurrent);
    addActions({rename, remove});
}

void TakesList::setSegment(const project::Segment& segment) {
    const int current = currentIndex().row();
    const int rows = m_model->rowCount();
    m_model->set(segment);
    if (current < 0 || rows != m_model->rowCount()) {
        setCurrentIndex(m_model->index(m_model->activeRow(), 0));
    }
}

void TakesList::choose(int row) {
    if (row >= 0 && row < m_model->rowCount()) {
        setCurrentIndex(m_model->index(row, 0));
        if (row != m_model->activeRow()) {
            Q_EMIT chosen(m_model->takeAt(row));
        }
    }
}

void TakesList::removeCurrent() {
    if (currentIndex().row() > 0) {
        Q_EMIT removed(m_model->takeAt(currentIndex().row()));
    }
}

void TakesList::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(currentIndex().row());
    } else if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        choose(key - Qt::Key_0);
    } else if (key == Qt::Key_Delete) {
        removeCurrent();
    } else if (key == Qt::Key_F2 && currentIndex().row() > 0) {
        edit(m_model->index(currentIndex().row(), TakesModel::kName));
    } else {
        QTreeView::keyPressEvent(event);
    }
}

}  // namespace lipwright::widgets
