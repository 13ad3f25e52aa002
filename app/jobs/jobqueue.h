// Runs jobs on background threads and brings their results back to the thread the queue lives in.
// A job is a function of values, a stop token and progress. One lane is one thread: inference is
// serial, media and disk work go on beside it. Destruction cancels everything, then joins. No lock
// is ever held while the GUI thread waits for a job.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "widgets/panels/jobstatus.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace lipwright::app {

/// disk: short reads and writes that others wait for (saving); delivery: exports; bulk: what may
/// take minutes (searching folders, copying takes); measuring: the sync of segments; judging:
/// that of a whole film, which nobody waits for; learning: training that takes minutes. The last
/// three stand still while the inference lane has work, judging also while measuring has; learning
/// leaves the processor to whatever else wants it.
enum class JobLane { inference, media, disk, delivery, bulk, measuring, judging, learning };

using JobId = qint64;
using widgets::JobState;
using widgets::JobStatus;

class JobQueue : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString title;
        JobLane lane = JobLane::media;
        int priority = 0;  ///< higher first; equal ones in order of submission
        bool hidden = false;
        bool pausable = true;
        bool paused = false;       ///< from the beginning
        bool countsFrames = true;  ///< progress is in frames, and so is the pace
    };

    explicit JobQueue(QObject* parent = nullptr);
    ~JobQueue() override;

    /// `work` runs on the lane's thread; `done` in this object's thread, once, also when the job
    /// was cancelled (ErrorCode::cancelled), but not after the queue is gone. An exception `work`
    /// lets out becomes an error; a cancelled job that fails for whatever reason is cancelled. A
    /// paused job stops at its next progress report.
    template <typename T>
    JobId submit(
        const Options& options,
        std::function<core::Result<T>(std::stop_token, const core::ProgressCallback&)> work,
        std::function<void(core::Result<T>)> done) {
        auto outcome = std::make_shared<std::optional<core::Result<T>>>();
        return submitErased(
            options,
            [work = std::move(work), outcome](
                std::stop_token stop,
                const core::ProgressCallback& progress) -> std::optional<core::Error> {
                try {
                    outcome->emplace(work(stop, progress));
                } catch (...) {
                    outcome->emplace(core::Failure(errorOfException()));
                }
                if (stop.stop_requested() && !(*outcome)->has_value()) {
                    outcome->emplace(core::cancelled());
                }
                return (*outcome)->has_value() ? std::nullopt : std::optional((*outcome)->error());
            },
            [done = std::move(done), outcome] {
                if (done) {
                    done(*outcome ? std::move(**outcome) : core::Result<T>(core::cancelled()));
                }
            });
    }

    void cancel(JobId job);
    void cancelAll();
    void setPaused(JobId job, bool paused);
    void setPriority(JobId job, int priority);
    [[nodiscard]] std::vector<JobStatus> jobs() const;  ///< newest last; finished ones stay a while
    [[nodiscard]] bool busy() const;                    ///< anything not hidden waits or runs
    void forgetFinished();
    /// What "show in folder" of a finished job opens.
    void setResult(JobId job, const QString& path);

Q_SIGNALS:
    /// At most 10 times a second and job while it runs, always at a change of state.
    void jobChanged(const lipwright::widgets::JobStatus& status);
    void jobForgotten(qint64 job);

private:
    using ErasedWork =
        std::function<std::optional<core::Error>(std::stop_token, const core::ProgressCallback&)>;
    [[nodiscard]] static core::Error errorOfException();
    JobId submitErased(const Options& options, ErasedWork work, std::function<void()> done);

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::app
