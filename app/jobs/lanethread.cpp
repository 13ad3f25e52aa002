#include "app/jobs/lanethread_p.h"

#include <algorithm>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace lipwright::app {
namespace {

constexpr int kNiceness = 10;

/// Of this thread and those it starts; elsewhere than on Linux it would be the whole program.
void yieldProcessor() {
#ifdef __linux__
    (void)setpriority(PRIO_PROCESS, 0, kNiceness);
#endif
}

}  // namespace

void JobGate::report(const core::Progress& progress, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_latest.stage = progress.stage;
    m_latest.done = progress.done;
    m_latest.total = progress.total;
    m_latest.when = PaceMeter::Clock::now();
    ++m_latest.count;
    m_changed.wait(lock, stop, [this] { return !m_paused && !m_held; });
}

JobGate::Report JobGate::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

void JobGate::setPaused(bool paused) {
    const std::scoped_lock lock(m_mutex);
    m_paused = paused;
    m_changed.notify_all();
}

bool JobGate::paused() const {
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

void JobGate::setHeld(bool held) {
    const std::scoped_lock lock(m_mutex);
    m_held = held;
    m_changed.notify_all();
}

bool JobGate::held() const {
    const std::scoped_lock lock(m_mutex);
    return m_held;
}

bool JobGate::open() const {
    const std::scoped_lock lock(m_mutex);
    return !m_paused && !m_held;
}

LaneThread::LaneThread(Events events) : m_events(std::move(events)) {
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

LaneThread::~LaneThread() {
    requestStop();
    m_thread.join();
}

void LaneThread::add(Job job) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(job));
    m_changed.notify_all();
}

bool LaneThread::remove(const Job& job) {
    const std::scoped_lock lock(m_mutex);
    return std::erase(m_waiting, job) > 0;
}

void LaneThread::setPriority(const Job& job, int priority) {
    const std::scoped_lock lock(m_mutex);
    job->priority = priority;
}

void LaneThread::wake() {
    const std::scoped_lock lock(m_mutex);
    m_changed.notify_all();
}

void LaneThread::requestStop() {
    m_thread.request_stop();
}

std::vector<LaneThread::Job>::iterator LaneThread::next() {
    auto best = m_waiting.end();
    for (auto job = m_waiting.begin(); job != m_waiting.end(); ++job) {
        if (!(*job)->gate.open()) {
            continue;
        }
        const bool better = best == m_waiting.end() || (*job)->priority > (*best)->priority ||
                            ((*job)->priority == (*best)->priority && (*job)->id < (*best)->id);
        best = better ? job : best;
    }
    return best;
}

void LaneThread::run(const std::stop_token& stop) {
    if (m_events.yields) {
        yieldProcessor();
    }
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return next() != m_waiting.end(); });
            if (stop.stop_requested()) {
                return;
            }
            const auto chosen = next();
            job = std::move(*chosen);
            m_waiting.erase(chosen);
        }
        runJob(std::move(job));
    }
}

void LaneThread::runJob(Job job) {
    const std::stop_token stop = job->stop.get_token();
    std::optional<core::Error> error = core::cancelled().value();
    if (!stop.stop_requested()) {
        m_events.started(job);
        LaneJob* const running = job.get();
        error = job->work(stop, [running, stop](const core::Progress& progress) {
            running->gate.report(progress, stop);
        });
    }
    job->work = nullptr;  // what it holds goes here, not in the queue's thread
    m_events.finished(std::move(job), std::move(error));
}

}  // namespace lipwright::app
