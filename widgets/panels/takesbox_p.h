// The inspector's group of takes: the list, what can be done to the one chosen, and what the takes
// occupy on the disk.
#pragma once

#include "engine/project/project.h"
#include "widgets/panels/section_p.h"
#include "widgets/style/syncrating.h"

class QLabel;
class QToolButton;

namespace lipwright::widgets {

class TakesList;

class TakesBox : public Section {
    Q_OBJECT
public:
    explicit TakesBox(QWidget* parent = nullptr);
    void setSegment(const project::Segment& segment, const SyncScale& scale);
    void setProjectBytes(std::int64_t bytes);
    [[nodiscard]] TakesList& list() { return *m_list; }

private:
    QToolButton* addButton(const char* name, const char* icon, const QString& text);
    void enable();
    void showStorage();

    TakesList* m_list;
    QToolButton* m_compare;
    QToolButton* m_rename;
    QToolButton* m_remove;
    QLabel* m_storage;
    std::int64_t m_segmentBytes = 0;
    std::int64_t m_projectBytes = 0;
    project::Id m_active = 0;
};

}  // namespace lipwright::widgets
