// One lane: jobs one after another on a thread of their own. Knows nothing of Qt's event loop;
// `event` is called from the lane's thread, and from callers' threads for jobs that never ran.
#pragma once

#include "app/jobs/jobqueue.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace lipwright::app {

/// One job from submission to its end; shared by the lane and whoever looks at it.
struct LaneJob {
    using Work =
        std::function<std::optional<core::Error>(std::stop_token, const core::ProgressCallback&)>;

    JobId id = 0;
    int priority = 0;  ///< guarded by the lane's mutex
    Work work;
    std::function<void()> done;  ///< for the queue's thread
    std::stop_source stop;
};

struct LaneEvents {
    std::function<void(JobId)> started;
    std::function<void(JobId, const core::Progress&)> progressed;
    /// With the error; nothing when the job succeeded.
    std::function<void(std::shared_ptr<LaneJob>, std::optional<core::Error>)> ended;
};

class JobLaneRunner {
public:
    explicit JobLaneRunner(LaneEvents events);
    /// Stops what runs, drops what waits, joins.
    ~JobLaneRunner();

    void push(std::shared_ptr<LaneJob> job);
    /// A waiting job ends at once; a running one as soon as it notices.
    void cancel(JobId job);
    void setPriority(JobId job, int priority);
    void setPaused(JobId job, bool paused);

private:
    void run(const std::stop_token& stop);
    void runJob(const std::shared_ptr<LaneJob>& job);
    /// The next one that is not paused; must hold the mutex.
    std::shared_ptr<LaneJob> takeNext();
    void holdWhilePaused(JobId job, const std::stop_token& stop);

    LaneEvents m_events;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::list<std::shared_ptr<LaneJob>> m_waiting;  ///< in order of submission
    std::shared_ptr<LaneJob> m_running;
    std::vector<JobId> m_paused;
    std::jthread m_thread;
};

}  // namespace lipwright::app
