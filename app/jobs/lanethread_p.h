// One lane of the job queue: a thread that runs the waiting job of the highest priority, one after
// another. All functions may be called from any thread; a job's fields below "lane" are guarded by
// the lane, those below "worker" belong to whoever runs it.
#pragma once

#include "app/jobs/jobqueue.h"
#include "app/jobs/pacemeter_p.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace lipwright::app {

/// Where a running job leaves its progress, and where it waits while it is paused.
class JobGate {
public:
    struct Report {
        std::string stage;
        std::int64_t done = 0;
        std::int64_t total = 0;
        PaceMeter::Clock::time_point when;
        std::int64_t count = 0;  ///< reports so far
    };

    void report(const core::Progress& progress, const std::stop_token& stop);
    [[nodiscard]] Report latest() const;
    void setPaused(bool paused);
    [[nodiscard]] bool paused() const;
    /// Held: by the queue, until work that matters more is done; whatever the user paused stays so.
    void setHeld(bool held);
    [[nodiscard]] bool held() const;
    [[nodiscard]] bool open() const;  ///< neither paused nor held

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Report m_latest;
    bool m_paused = false;
    bool m_held = false;
};

struct LaneJob {
    using Work =
        std::function<std::optional<core::Error>(std::stop_token, const core::ProgressCallback&)>;

    JobId id = 0;
    std::stop_source stop;
    JobGate gate;
    int priority = 0;            // lane
    Work work;                   // worker
    std::function<void()> done;  // the queue's thread
};

class LaneThread {
public:
    using Job = std::shared_ptr<LaneJob>;
    struct Events {
        std::function<void(const Job&)> started;
        std::function<void(Job, std::optional<core::Error>)> finished;
        bool yields = false;  ///< what runs on the lane leaves the processor to others
    };

    explicit LaneThread(Events events);
    /// Drops what waits, stops what runs and waits for it.
    ~LaneThread();

    void add(Job job);
    /// False when it no longer waits.
    bool remove(const Job& job);
    void setPriority(const Job& job, int priority);
    /// A job's gate opened.
    void wake();
    /// Tells the thread to end, without waiting.
    void requestStop();

private:
    void run(const std::stop_token& stop);
    void runJob(Job job);
    [[nodiscard]] std::vector<Job>::iterator next();

    Events m_events;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Job> m_waiting;
    std::jthread m_thread;
};

}  // namespace lipwright::app
