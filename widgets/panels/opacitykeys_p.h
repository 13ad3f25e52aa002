// Opacity at the playhead: a slider that sets a keyframe there, a button that sets or removes one,
// and the way to the others.
#pragma once

#include "engine/project/project.h"

#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace lipwright::widgets {

class SettingRow;

class OpacityKeys : public QWidget {
    Q_OBJECT
public:
    explicit OpacityKeys(QWidget* parent = nullptr);
    void showSegments(const std::vector<project::Segment>& segments);
    void setPlayhead(std::int64_t frame);

Q_SIGNALS:
    void edited(const std::function<void(lipwright::project::Segment&)>& edit, bool interactive);
    void frameRequested(std::int64_t frame);

private:
    void connectButtons();
    void goToKey(int direction);
    void showAll();
    void showButtons();
    [[nodiscard]] std::optional<std::int64_t> keyBeside(int direction) const;
    [[nodiscard]] bool playheadInside() const;

    SettingRow* m_opacity;
    QToolButton* m_previous;
    QToolButton* m_key;
    QToolButton* m_next;
    QLabel* m_keys;
    std::vector<project::Segment> m_segments;
    std::int64_t m_playhead = 0;
};

}  // namespace lipwright::widgets
