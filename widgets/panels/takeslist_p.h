// The takes to choose from: click, Enter or a digit shows one, F2 renames, Del removes.
#pragma once

#include "widgets/panels/takesmodel_p.h"

#include <QTreeView>

namespace lipwright::widgets {

class TakesList : public QTreeView {
    Q_OBJECT
public:
    explicit TakesList(QWidget* parent = nullptr);
    void setSegment(const project::Segment& segment);

Q_SIGNALS:
    void chosen(lipwright::project::Id take);
    void renamed(lipwright::project::Id take, const QString& name);
    void removed(lipwright::project::Id take);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int row);
    void removeCurrent();
    TakesModel* m_model;
};

}  // namespace lipwright::widgets
