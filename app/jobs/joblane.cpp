#include "app/jobs/joblane_p.h"

#include <algorithm>
#include <exception>
#include <new>

namespace lipwright::app {
namespace {

/// A job's own function: what it throws becomes an Error.
std::optional<core::Error> runGuarded(LaneJob& job, const core::ProgressCallback& progress) {
    try {
        return job.work(job.stop.get_token(), progress);
    } catch (const std::bad_alloc&) {
        return core::Error{core::ErrorCode::outOfMemory,
                           "there is not enough memory",
                           {},
                           "Close other programs, or lower the memory budget"};
    } catch (const std::exception& error) {
        return core::Error{core::ErrorCode::internal,
                           std::string("an unexpected failure: ") + error.what(),
                           {},
                           "Try again, and report it if it comes back"};
    }
}

}  // namespace

JobLaneRunner::JobLaneRunner(LaneEvents events)
    : m_events(std::move(events)), m_thread([this](const std::stop_token& stop) { run(stop); }) {}

JobLaneRunner::~JobLaneRunner() {
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.clear();
        if (m_running) {
            m_running->stop.request_stop();
        }
        m_thread.request_stop();
    }
    m_changed.notify_all();
}

void JobLaneRunner::push(std::shared_ptr<LaneJob> job) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(job));
    m_changed.notify_all();
}

void JobLaneRunner::cancel(JobId id) {
    std::shared_ptr<LaneJob> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running && m_running->id == id) {
            m_running->stop.request_stop();
        }
        const auto place = std::ranges::find(m_waiting, id, &LaneJob::id);
        if (place != m_waiting.end()) {
            dropped = *place;
            m_waiting.erase(place);
        }
        m_changed.notify_all();
    }
    if (dropped) {
        m_events.ended(dropped, core::cancelled().error());
    }
}

void JobLaneRunner::setPriority(JobId id, int priority) {
    const std::scoped_lock lock(m_mutex);
    for (const auto& job : m_waiting) {
        if (job->id == id) {
            job->priority = priority;
        }
    }
}

void JobLaneRunner::setPaused(JobId id, bool paused) {
    const std::scoped_lock lock(m_mutex);
    std::erase(m_paused, id);
    if (paused) {
        m_paused.push_back(id);
    }
    m_changed.notify_all();
}

std::shared_ptr<LaneJob> JobLaneRunner::takeNext() {
    auto best = m_waiting.end();
    for (auto place = m_waiting.begin(); place != m_waiting.end(); ++place) {
        const bool paused = std::ranges::find(m_paused, (*place)->id) != m_paused.end();
        if (!paused && (best == m_waiting.end() || (*place)->priority > (*best)->priority)) {
            best = place;
        }
    }
    if (best == m_waiting.end()) {
        return nullptr;
    }
    auto job = *best;
    m_waiting.erase(best);
    return job;
}

void JobLaneRunner::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            m_running.reset();
            m_changed.wait(lock, stop, [this] {
                m_running = takeNext();
                return m_running != nullptr;
            });
            if (!m_running || stop.stop_requested()) {
                return;
            }
        }
        runJob(m_running);
    }
}

void JobLaneRunner::holdWhilePaused(JobId id, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop,
                   [this, id] { return std::ranges::find(m_paused, id) == m_paused.end(); });
}

void JobLaneRunner::runJob(const std::shared_ptr<LaneJob>& job) {
    m_events.started(job->id);
    const std::stop_token stop = job->stop.get_token();
    const core::ProgressCallback progress = [&](const core::Progress& step) {
        m_events.progressed(job->id, step);
        holdWhilePaused(job->id, stop);
    };
    std::optional<core::Error> error = runGuarded(*job, progress);
    {
        const std::scoped_lock lock(m_mutex);
        std::erase(m_paused, job->id);
    }
    m_events.ended(job, std::move(error));
}

}  // namespace lipwright::app
