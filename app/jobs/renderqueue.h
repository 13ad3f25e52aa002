// The queue of segments to render, on the inference lane: one renderer, one segment at a time, what
// lies under or near the playhead first. Gives finished takes back by signal; the document decides
// what becomes of them. Lives in the GUI thread.
#pragma once

#include "app/jobs/jobqueue.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/project/project.h"

#include <QObject>
#include <memory>
#include <vector>

namespace lipwright::app {

class RenderQueue : public QObject {
    Q_OBJECT
public:
    explicit RenderQueue(JobQueue& jobs, QObject* parent = nullptr);
    ~RenderQueue() override;

    /// What segments are rendered from; cancels what runs when it changes.
    void setSource(const dubbing::RenderSource& source);
    void enqueue(const std::vector<dubbing::RenderOrder>& orders);
    void cancel(project::Id segment);
    void cancelAll();
    void setPaused(bool paused);
    [[nodiscard]] bool paused() const;
    void setPlayhead(qint64 frame);

    /// -1: not queued; 0: waits; else the share done.
    [[nodiscard]] double progressOf(project::Id segment) const;
    [[nodiscard]] int waiting() const;  ///< with the running one
    struct Pace {
        double framesPerSecond = 0.0;
        double secondsLeft = -1.0;  ///< of the whole queue, -1 while unknown
    };
    [[nodiscard]] Pace pace() const;

Q_SIGNALS:
    void takeFinished(lipwright::project::Id segment, const lipwright::project::Take& take);
    void segmentFailed(lipwright::project::Id segment, const lipwright::core::Error& error);
    void segmentProgress(lipwright::project::Id segment, double share);
    void queueChanged();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
