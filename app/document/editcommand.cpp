#include "app/document/deltarebase_p.h"
#include "app/document/editcommand_p.h"

#include <QElapsedTimer>
#include <QUndoCommand>
#include <utility>

namespace lipwright::app {
namespace {

constexpr int kUndoSteps = 500;
constexpr qint64 kMergeMilliseconds = 1000;
constexpr int kNeverMerges = -1;

}  // namespace

class EditCommand : public QUndoCommand {
public:
    EditCommand(EditHistory& history, const QString& text, std::shared_ptr<project::Delta> delta,
                int mergeKey, int gesture)
        : QUndoCommand(text),
          m_history(history),
          m_delta(std::move(delta)),
          m_mergeKey(mergeKey),
          m_gesture(gesture) {
        m_age.start();
    }

    [[nodiscard]] int id() const override { return m_mergeKey == 0 ? kNeverMerges : m_mergeKey; }
    void redo() override { m_history.apply(*m_delta, true); }
    void undo() override { m_history.apply(*m_delta, false); }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* const next = dynamic_cast<const EditCommand*>(other);
        if (next == nullptr || next->id() != id() || next->m_gesture != m_gesture ||
            m_age.elapsed() > kMergeMilliseconds) {
            return false;
        }
        *m_delta = joined(*m_delta, *next->m_delta);
        setText(next->text());
        setObsolete(m_delta->empty());
        m_age.restart();
        return true;
    }

private:
    EditHistory& m_history;
    std::shared_ptr<project::Delta> m_delta;
    int m_mergeKey;
    int m_gesture;
    QElapsedTimer m_age;  ///< since the last edit that went into it
};

EditHistory::EditHistory(std::function<void(const project::Delta&)> changed)
    : m_changed(std::move(changed)) {
    m_stack.setUndoLimit(kUndoSteps);
}

void EditHistory::replace(project::Project project) {
    m_project = std::move(project);
    m_stack.clear();
    m_steps.clear();
}

core::Result<void> EditHistory::edit(const QString& text, const Edit& edit, int mergeKey) {
    project::Project edited = m_project;
    if (auto done = edit(edited); !done) {
        return done;
    }
    if (mergeKey == 0) {
        ++m_gesture;
    }
    auto delta = std::make_shared<project::Delta>(project::difference(m_project, edited));
    if (delta->empty()) {
        return {};
    }
    std::erase_if(m_steps, [](const auto& step) { return step.expired(); });
    m_steps.push_back(delta);
    m_stack.push(new EditCommand(*this, text, std::move(delta), mergeKey, m_gesture));
    return {};
}

core::Result<bool> EditHistory::amend(const Edit& amendment) {
    project::Project amended = m_project;
    if (auto done = amendment(amended); !done) {
        return core::passOn(done);
    }
    const project::Delta delta = project::difference(m_project, amended);
    const bool counted = delta.nextId.first != delta.nextId.second;
    if (delta.empty() && !counted) {
        return false;
    }
    for (const auto& step : m_steps) {
        if (const auto kept = step.lock()) {
            rebase(*kept, delta);
        }
    }
    apply(delta, true);
    return true;
}

void EditHistory::apply(const project::Delta& delta, bool forward) {
    if (forward) {
        project::applyForward(m_project, delta);
        m_changed(delta);
    } else {
        project::applyBackward(m_project, delta);
        m_changed(reversed(delta));
    }
}

}  // namespace lipwright::app
