#include "widgets/panels/jobspanel.h"

#include "widgets/panels/jobdelegate_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

struct JobsPanel::State {
    JobsModel model;
    QListView* list = nullptr;
    QLabel* hint = nullptr;
    QToolButton* clear = nullptr;

    void show() const {
        clear->setEnabled(model.anyFinished());
        hint->setVisible(model.rowCount() == 0);
        list->setVisible(model.rowCount() > 0);
    }
};

JobsPanel::JobsPanel(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.hint = new QLabel(tr("Analysis, rendering and exports appear here while they run."), this);
    s.hint->setAlignment(Qt::AlignCenter);
    s.hint->setWordWrap(true);
    s.hint->setEnabled(false);
    s.list = new QListView(this);
    s.list->setObjectName(QStringLiteral("jobs"));
    s.list->setAccessibleName(tr("Background jobs"));
    s.list->setModel(&s.model);
    s.list->setFrameShape(QFrame::NoFrame);
    s.list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    s.list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* delegate = new JobDelegate(s.list);
    s.list->setItemDelegate(delegate);

    const auto press = [this](const QModelIndex& index, JobDelegate::Button button) {
        const JobStatus job = m_state->model.job(index);
        if (!JobDelegate::buttonsOf(job).contains(button)) {
            return;
        }
        if (button == JobDelegate::Button::cancel) {
            Q_EMIT cancelRequested(job.id);
        } else if (button == JobDelegate::Button::pause) {
            Q_EMIT pauseRequested(job.id, job.state != JobState::paused);
        } else {
            Q_EMIT showRequested(job.result);
        }
    };
    connect(delegate, &JobDelegate::pressed, this, press);
    connect(s.list, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_state->model.job(index).id); });
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys,
                         JobDelegate::Button button) {
        auto* action = new QAction(text, s.list);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this,
                [this, press, button] { press(m_state->list->currentIndex(), button); });
        s.list->addAction(action);
        return action;
    };
    add(tr("Pause or continue"), {Qt::Key_Space}, JobDelegate::Button::pause);
    add(tr("Cancel the job"), {Qt::Key_Delete}, JobDelegate::Button::cancel);
    const QAction* show =
        add(tr("Show in folder"), {Qt::Key_Return, Qt::Key_Enter}, JobDelegate::Button::show);
    connect(show, &QAction::triggered, this, [this] {
        const JobStatus job = m_state->model.job(m_state->list->currentIndex());
        if (!JobDelegate::buttonsOf(job).contains(JobDelegate::Button::show)) {
            Q_EMIT opened(job.id);
        }
    });

    s.clear = new QToolButton(this);
    s.clear->setObjectName(QStringLiteral("clearFinished"));
    s.clear->setText(tr("Clear finished"));
    s.clear->setAccessibleName(tr("Clear finished jobs"));
    s.clear->setAutoRaise(true);
    s.clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setThemedIcon(s.clear, QStringLiteral("clear"));
    connect(s.clear, &QToolButton::clicked, this, &JobsPanel::clearRequested);

    auto* bar = new QHBoxLayout;
    bar->addStretch();
    bar->addWidget(s.clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(bar);
    layout->addWidget(s.hint, 1);
    layout->addWidget(s.list, 1);
    s.show();
}

JobsPanel::~JobsPanel() {
    endQuietly(*this);
}

void JobsPanel::setJob(const JobStatus& status) {
    if (status.hidden) {
        return;
    }
    m_state->model.set(status);
    m_state->show();
}

void JobsPanel::removeJob(qint64 job) {
    m_state->model.remove(job);
    m_state->show();
}

}  // namespace lipwright::widgets
