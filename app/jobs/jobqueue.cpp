#include "app/jobs/jobqueue.h"

#include "app/jobs/lanethread_p.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>
#include <array>
#include <map>
#include <new>

namespace lipwright::app {
namespace {

constexpr int kLanes = 8;
constexpr int kProgressMilliseconds = 100;
constexpr std::size_t kFinishedKept = 100;

bool isOver(JobState state) {
    return state == JobState::done || state == JobState::failed || state == JobState::cancelled;
}

}  // namespace

struct JobQueue::State {
    struct Record {
        JobStatus status;
        JobLane lane = JobLane::media;
        LaneThread::Job job;  ///< nothing when it is over
        bool started = false;
        PaceMeter pace;
        std::int64_t reportsSeen = 0;
    };

    explicit State(JobQueue& owner) : queue(owner) {
        poll.setInterval(kProgressMilliseconds);
        QObject::connect(&poll, &QTimer::timeout, &context, [this] { showProgress(); });
    }

    ~State() {
        for (auto& [id, record] : records) {
            if (record.job) {
                record.job->stop.request_stop();
            }
        }
        for (auto& lane : lanes) {
            if (lane) {
                lane->requestStop();
            }
        }
        for (auto& lane : lanes) {
            lane.reset();
        }
    }

    LaneThread& laneOf(JobLane lane) {
        auto& thread = lanes[static_cast<std::size_t>(lane)];
        if (!thread) {
            thread = std::make_unique<LaneThread>(LaneThread::Events{
                [this](const LaneThread::Job& job) {
                    QMetaObject::invokeMethod(
                        &context, [this, id = job->id] { start(id); }, Qt::QueuedConnection);
                },
                [this](LaneThread::Job job, std::optional<core::Error> error) {
                    QMetaObject::invokeMethod(
                        &context,
                        [this, job = std::move(job), error = std::move(error)] {
                            finish(job->id, error);
                        },
                        Qt::QueuedConnection);
                },
                lane == JobLane::learning});
        }
        return *thread;
    }

    static JobState stateOf(const Record& record) {
        const JobGate& gate = record.job->gate;
        return gate.paused()                    ? JobState::paused
               : gate.held() || !record.started ? JobState::waiting
                                                : JobState::running;
    }

    /// After a gate opened or closed: the pace begins anew.
    void gateChanged(Record& record) {
        record.pace.clear();
        record.status.unitsPerSecond = 0.0;
        record.status.secondsLeft = -1.0;
        record.status.state = stateOf(record);
        laneOf(record.lane).wake();
        tell(record);
    }

    [[nodiscard]] bool hasWork(JobLane lane) const {
        return std::ranges::any_of(records, [lane](const auto& item) {
            const Record& record = item.second;
            return record.lane == lane && record.job && !record.job->gate.paused();
        });
    }

    [[nodiscard]] static bool givesWay(JobLane lane) {
        return lane == JobLane::measuring || lane == JobLane::judging || lane == JobLane::learning;
    }

    /// Jobs of the lanes that give way stand still while those before them have work.
    void holdJudging() {
        const bool rendering = hasWork(JobLane::inference);
        const bool measuring = hasWork(JobLane::measuring);
        std::vector<JobId> changed;
        for (const auto& [id, record] : records) {
            const bool judges = record.lane == JobLane::judging;
            const bool held = rendering || (judges && measuring);
            if (givesWay(record.lane) && record.job && record.job->gate.held() != held) {
                record.job->gate.setHeld(held);
                changed.push_back(id);
            }
        }
        const QPointer<QObject> alive(&context);
        for (const JobId id : changed) {  // a receiver may change the queue
            Record* const record = alive ? find(id) : nullptr;
            if (record != nullptr && record->job) {
                gateChanged(*record);
            }
        }
    }

    void tell(const Record& record) { Q_EMIT queue.jobChanged(JobStatus(record.status)); }

    void start(JobId id) {
        Record* const record = find(id);
        if (record == nullptr || !record->job) {
            return;
        }
        record->started = true;
        record->status.state = stateOf(*record);
        if (!poll.isActive()) {
            poll.start();
        }
        tell(*record);
    }

    Record* find(JobId id) {
        const auto found = records.find(id);
        return found == records.end() ? nullptr : &found->second;
    }

    /// Takes over what the job reported since; true when there was something.
    static bool follow(Record& record) {
        const JobGate::Report report = record.job->gate.latest();
        if (report.count == record.reportsSeen) {
            return false;
        }
        JobStatus& status = record.status;
        const QString stage = QString::fromStdString(report.stage);
        if (stage != status.stage) {
            record.pace.clear();
        }
        record.reportsSeen = report.count;
        record.pace.add(report.when, report.done);
        status.stage = stage;
        status.done = report.done;
        status.total = report.total;
        status.unitsPerSecond = record.pace.unitsPerSecond();
        const bool known = status.unitsPerSecond > 0.0 && status.total > 0;
        status.secondsLeft =
            known ? static_cast<double>(std::max<qint64>(status.total - status.done, 0)) /
                        status.unitsPerSecond
                  : -1.0;
        return true;
    }

    void showProgress() {
        std::vector<JobId> running;
        for (const auto& [id, record] : records) {
            if (record.started && record.job) {
                running.push_back(id);
            }
        }
        if (running.empty()) {
            poll.stop();
        }
        const QPointer<QObject> alive(&context);
        for (const JobId id : running) {  // a receiver may change the queue
            Record* const record = alive ? find(id) : nullptr;
            if (record != nullptr && record->job && record->status.state == JobState::running &&
                follow(*record)) {
                tell(*record);
            }
        }
    }

    void close(Record& record, const std::optional<core::Error>& error) {
        JobStatus& status = record.status;
        if (record.started) {
            follow(record);
        }
        record.job.reset();
        status.secondsLeft = -1.0;
        status.state = !error                                      ? JobState::done
                       : error->code == core::ErrorCode::cancelled ? JobState::cancelled
                                                                   : JobState::failed;
        if (!error) {
            status.done = status.total;
        } else if (status.state == JobState::failed) {
            status.message = QString::fromStdString(error->text());
        }
    }

    void finish(JobId id, const std::optional<core::Error>& error) {
        Record* const record = find(id);
        if (record == nullptr || !record->job) {
            return;
        }
        const std::function<void()> done = std::move(record->job->done);
        close(*record, error);
        const QPointer<QObject> alive(&context);
        tell(*record);
        if (alive) {
            done();
        }
        if (alive) {
            forgetOld(id);
        }
        if (alive) {
            holdJudging();
        }
    }

    /// Hidden ones at once, others when there are many.
    void forgetOld(JobId finished) {
        const Record* const record = find(finished);
        if (record != nullptr && record->status.hidden) {
            forget(finished);
        }
        std::vector<JobId> over;
        for (const auto& [id, known] : records) {
            if (isOver(known.status.state) && !known.job) {
                over.push_back(id);
            }
        }
        for (std::size_t i = 0; i + kFinishedKept < over.size(); ++i) {
            forget(over[i]);
        }
    }

    void forget(JobId id) {
        if (records.erase(id) > 0) {
            Q_EMIT queue.jobForgotten(id);
        }
    }

    JobQueue& queue;
    QObject context;  ///< receives from the lanes; outlives them
    QTimer poll;
    std::map<JobId, Record> records;
    std::array<std::unique_ptr<LaneThread>, kLanes> lanes;
    JobId nextId = 1;
};

JobQueue::JobQueue(QObject* parent) : QObject(parent), m_state(std::make_unique<State>(*this)) {}

JobQueue::~JobQueue() = default;

core::Error JobQueue::errorOfException() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {core::ErrorCode::outOfMemory,
                "there is not enough memory",
                {},
                "Close other programs and try again"};
    } catch (const std::exception& problem) {
        return {core::ErrorCode::internal, problem.what(), {}, {}};
    } catch (...) {
        return {core::ErrorCode::internal, "the job failed for an unknown reason", {}, {}};
    }
}

JobId JobQueue::submitErased(const Options& options, ErasedWork work, std::function<void()> done) {
    const JobId id = m_state->nextId++;
    auto job = std::make_shared<LaneJob>();
    job->id = id;
    job->priority = options.priority;
    job->work = std::move(work);
    job->done = std::move(done);
    job->gate.setPaused(options.paused);
    State::Record& record = m_state->records[id];
    record.status.id = id;
    record.status.title = options.title;
    record.status.state = options.paused ? JobState::paused : JobState::waiting;
    record.status.pausable = options.pausable;
    record.status.hidden = options.hidden;
    record.status.countsFrames = options.countsFrames;
    record.lane = options.lane;
    record.job = job;
    const JobStatus status = record.status;
    const QPointer<JobQueue> alive(this);
    if (State::givesWay(options.lane)) {
        // before its thread can take it
        m_state->holdJudging();
    }
    m_state->laneOf(options.lane).add(std::move(job));
    Q_EMIT jobChanged(status);
    if (alive) {
        m_state->holdJudging();
    }
    return id;
}

void JobQueue::cancel(JobId job) {
    State::Record* const record = m_state->find(job);
    if (record == nullptr || !record->job) {
        return;
    }
    const LaneThread::Job running = record->job;
    running->stop.request_stop();
    if (!m_state->laneOf(record->lane).remove(running)) {
        return;  // it runs: finished() follows
    }
    running->work = nullptr;
    record->status.state = JobState::cancelled;
    QMetaObject::invokeMethod(
        &m_state->context,
        [state = m_state.get(), job] { state->finish(job, core::cancelled().value()); },
        Qt::QueuedConnection);
    m_state->tell(*record);
}

void JobQueue::cancelAll() {
    std::vector<JobId> ids;
    for (const auto& [id, record] : m_state->records) {
        ids.push_back(id);
    }
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {  // none starts only to be stopped
        cancel(*id);
    }
}

void JobQueue::setPaused(JobId job, bool paused) {
    State::Record* const record = m_state->find(job);
    if (record == nullptr || !record->job || !record->status.pausable ||
        isOver(record->status.state) || record->job->gate.paused() == paused) {
        return;
    }
    record->job->gate.setPaused(paused);
    const QPointer<JobQueue> alive(this);
    m_state->gateChanged(*record);
    if (alive) {
        m_state->holdJudging();
    }
}

void JobQueue::setPriority(JobId job, int priority) {
    const State::Record* const record = m_state->find(job);
    if (record != nullptr && record->job) {
        m_state->laneOf(record->lane).setPriority(record->job, priority);
    }
}

std::vector<JobStatus> JobQueue::jobs() const {
    std::vector<JobStatus> all;
    all.reserve(m_state->records.size());
    for (const auto& [id, record] : m_state->records) {
        all.push_back(record.status);
    }
    return all;
}

bool JobQueue::busy() const {
    for (const auto& [id, record] : m_state->records) {
        if (!record.status.hidden && !isOver(record.status.state)) {
            return true;
        }
    }
    return false;
}

void JobQueue::forgetFinished() {
    std::vector<JobId> over;
    for (const auto& [id, record] : m_state->records) {
        if (!record.job) {
            over.push_back(id);
        }
    }
    for (const JobId id : over) {
        m_state->forget(id);
    }
}

void JobQueue::setResult(JobId job, const QString& path) {
    State::Record* const record = m_state->find(job);
    if (record != nullptr && record->status.result != path) {
        record->status.result = path;
        m_state->tell(*record);
    }
}

}  // namespace lipwright::app
