#include "app/gui/jobindicator.h"

#include "widgets/panels/stagename.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTime>

namespace lipwright::app {
namespace {

constexpr int kSteps = 1000;
constexpr qint64 kPercent = 100;
constexpr int kBarWidth = 140;

QString timeLeft(double seconds) {
    const auto whole = static_cast<int>(seconds) + 1;
    return QTime(0, 0).addSecs(whole).toString(whole >= 3600 ? "h:mm:ss" : "m:ss");
}

}  // namespace

JobIndicator::JobIndicator(JobQueue& jobs, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_bar(new QProgressBar(this)) {
    setObjectName(QStringLiteral("jobIndicator"));
    setAccessibleName(tr("Background work"));
    m_bar->setMaximumSize(kBarWidth, 14);
    m_bar->setTextVisible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    hide();
    connect(&jobs, &JobQueue::jobChanged, this, &JobIndicator::follow);
}

void JobIndicator::follow(const widgets::JobStatus& status) {
    if (status.hidden) {
        return;
    }
    if (status.state == JobState::running) {
        m_running[status.id] = status;
    } else {
        m_running.erase(status.id);
    }
    setVisible(!m_running.empty());
    if (!m_running.empty()) {
        show(m_running.begin()->second);
    }
}

void JobIndicator::show(const widgets::JobStatus& status) {
    m_bar->setRange(0, status.total > 0 ? kSteps : 0);
    if (status.total > 0) {
        m_bar->setValue(static_cast<int>(kSteps * static_cast<double>(status.done) /
                                         static_cast<double>(status.total)));
    }
    QString text = status.title;
    if (!status.countsFrames && status.total > 0) {
        text = tr("%1: %2, %3 %", "job, stage, percent done")
                   .arg(text, widgets::stageName(status.stage))
                   .arg(kPercent * status.done / status.total);
    }
    m_title->setText(status.secondsLeft >= 1.0
                         ? tr("%1, %2 left").arg(text, timeLeft(status.secondsLeft))
                         : text);
}

}  // namespace lipwright::app
