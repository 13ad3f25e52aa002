// The takes to choose from: click, Enter or a digit shows one, F2 renames, Del removes, C compares.
#pragma once

#include "widgets/panels/takesmodel_p.h"

#include <QListView>

namespace lipwright::widgets {

class TakesList : public QListView {
    Q_OBJECT
public:
    explicit TakesList(QWidget* parent = nullptr);
    void setSegment(const project::Segment& segment, const SyncScale& scale);
    [[nodiscard]] project::Id currentTake() const;  ///< 0: the original picture

public Q_SLOTS:
    void renameCurrent();
    void removeCurrent();
    void compareCurrent();

Q_SIGNALS:
    void chosen(lipwright::project::Id take);
    void renamed(lipwright::project::Id take, const QString& name);
    void removed(lipwright::project::Id take);
    void compared(lipwright::project::Id take);
    void currentTakeChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void choose(int row);
    TakesModel* m_model;
};

}  // namespace lipwright::widgets
