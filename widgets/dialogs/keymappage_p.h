// The page of the preferences where keys are changed.
#pragma once

#include "widgets/dialogs/keymapmodel_p.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace lipwright::widgets {

class KeymapPage : public QWidget {
    Q_OBJECT
public:
    KeymapPage(const QList<QAction*>& actions, const KeymapModel::Keys& changed,
               QWidget* parent = nullptr);

    [[nodiscard]] KeymapModel& model() { return *m_model; }

private:
    void showCurrent();
    [[nodiscard]] int currentRow() const;

    KeymapModel* m_model;
    QSortFilterProxyModel* m_shown;
    QTreeView* m_view;
    QKeySequenceEdit* m_key;
    QPushButton* m_assign;
    QPushButton* m_clear;
    QPushButton* m_reset;
    QLabel* m_conflict;
};

}  // namespace lipwright::widgets
