// The open project's value with its history: every edit is an undo step that holds only the
// difference. Knows nothing of files. Lives in the GUI thread.
#pragma once

#include "engine/core/result.h"
#include "engine/project/delta.h"

#include <QString>
#include <QUndoStack>
#include <functional>
#include <memory>
#include <vector>

namespace lipwright::app {

class EditHistory {
public:
    using Edit = std::function<core::Result<void>(project::Project&)>;

    /// `changed` is called after every change, with the way it went.
    explicit EditHistory(std::function<void(const project::Delta&)> changed);
    EditHistory(const EditHistory&) = delete;
    EditHistory& operator=(const EditHistory&) = delete;

    [[nodiscard]] const project::Project& project() const { return m_project; }
    [[nodiscard]] QUndoStack& stack() { return m_stack; }
    /// Another project, without a past.
    void replace(project::Project project);

    core::Result<void> edit(const QString& text, const Edit& edit, int mergeKey);
    /// What was changed; also when only the next id was.
    core::Result<bool> amend(const Edit& amendment);

private:
    friend class EditCommand;
    void apply(const project::Delta& delta, bool forward);

    std::function<void(const project::Delta&)> m_changed;
    project::Project m_project;
    std::vector<std::weak_ptr<project::Delta>> m_steps;  ///< those on the stack
    QUndoStack m_stack;
    int m_gesture = 0;  ///< an edit that does not merge ends one, also when it changes nothing
};

}  // namespace lipwright::app
