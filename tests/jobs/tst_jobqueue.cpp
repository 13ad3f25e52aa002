// Jobs on their lanes: order, pause, cancel, errors, and that nothing arrives after the queue.
#include "app/jobs/jobqueue.h"

#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <new>
#include <stdexcept>
#include <thread>

using namespace lipwright;
using app::JobId;
using app::JobLane;
using app::JobQueue;
using app::JobState;
using app::JobStatus;
using core::ErrorCode;
using core::ProgressCallback;
using core::Result;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 5000;

JobQueue::Options options(JobLane lane, int priority = 0, bool paused = false) {
    JobQueue::Options result;
    result.title = QStringLiteral("job");
    result.lane = lane;
    result.priority = priority;
    result.paused = paused;
    return result;
}

/// Counts to `total`, 1 ms each, until stopped.
Result<int> count(const std::stop_token& stop, const ProgressCallback& progress, int total) {
    for (int done = 0; done < total; ++done) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        progress({"count", done, total});
        std::this_thread::sleep_for(1ms);
    }
    return total;
}

JobStatus statusOf(const JobQueue& queue, JobId job) {
    for (const JobStatus& status : queue.jobs()) {
        if (status.id == job) {
            return status;
        }
    }
    return {};
}

}  // namespace

class TestJobQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsArriveInTheQueuesThread() {
        JobQueue queue;
        std::thread::id ranIn;
        std::thread::id arrivedIn;
        int value = 0;
        queue.submit<int>(
            options(JobLane::media),
            [&](std::stop_token, const ProgressCallback&) -> Result<int> {
                ranIn = std::this_thread::get_id();
                return 42;
            },
            [&](Result<int> result) {
                value = *result;
                arrivedIn = std::this_thread::get_id();
            });
        QVERIFY(queue.busy());
        QTRY_COMPARE(value, 42);
        QVERIFY(arrivedIn == std::this_thread::get_id());
        QVERIFY(ranIn != arrivedIn);
        QVERIFY(!queue.busy());
    }

    void theHigherPriorityComesFirstThenTheOlder() {
        JobQueue queue;
        std::vector<int> order;
        const JobId blocker = hold(queue);
        const std::vector<int> priorities{0, 5, 0, 9, 5};
        std::vector<JobId> ids;
        for (std::size_t i = 0; i < priorities.size(); ++i) {
            ids.push_back(note(queue, static_cast<int>(i), priorities[i], order));
        }
        queue.setPriority(ids[2], 100);
        queue.cancel(blocker);
        QTRY_COMPARE(order.size(), priorities.size());
        QCOMPARE(order, (std::vector<int>{2, 3, 1, 4, 0}));
    }

    void lanesRunBesideEachOther() {
        JobQueue queue;
        hold(queue);
        int value = 0;
        queue.submit<int>(
            options(JobLane::disk),
            [](std::stop_token, const ProgressCallback&) -> Result<int> { return 7; },
            [&](Result<int> result) { value = *result; });
        QTRY_COMPARE(value, 7);
    }

    void aWaitingJobIsCancelledAtOnce() {
        JobQueue queue;
        hold(queue);
        bool ran = false;
        std::optional<ErrorCode> code;
        const JobId job = queue.submit<int>(
            options(JobLane::media),
            [&](std::stop_token, const ProgressCallback&) -> Result<int> {
                ran = true;
                return 1;
            },
            [&](Result<int> result) { code = result.error().code; });
        queue.cancel(job);
        QCOMPARE(statusOf(queue, job).state, JobState::cancelled);
        QCoreApplication::processEvents();
        QVERIFY(code == ErrorCode::cancelled);
        QVERIFY(!ran);
    }

    void aRunningJobStopsSoon() {
        JobQueue queue;
        std::optional<ErrorCode> code;
        const JobId job = queue.submit<int>(
            options(JobLane::media),
            [](std::stop_token stop, const ProgressCallback& progress) {
                return count(stop, progress, 100000);
            },
            [&](Result<int> result) { code = result.error().code; });
        QTRY_COMPARE(statusOf(queue, job).state, JobState::running);
        QElapsedTimer timer;
        timer.start();
        queue.cancel(job);
        QTRY_VERIFY_WITH_TIMEOUT(code == ErrorCode::cancelled, kPatience);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(statusOf(queue, job).state, JobState::cancelled);
    }

    void aPausedJobStandsStillAndGoesOn() {
        JobQueue queue;
        std::atomic<int> reached = 0;
        int value = 0;
        const JobId job = queue.submit<int>(
            options(JobLane::media),
            [&](std::stop_token, const ProgressCallback& progress) -> Result<int> {
                for (; reached < 400; ++reached) {
                    progress({"count", reached, 400});
                    std::this_thread::sleep_for(1ms);
                }
                return 1;
            },
            [&](Result<int> result) { value = *result; });
        QTRY_VERIFY(reached > 5);
        queue.setPaused(job, true);
        QCOMPARE(statusOf(queue, job).state, JobState::paused);
        QTest::qWait(30);
        const int paused = reached;
        QTest::qWait(100);
        QCOMPARE(reached.load(), paused);
        QVERIFY(paused < 400);
        queue.setPaused(job, false);
        QTRY_COMPARE_WITH_TIMEOUT(value, 1, kPatience);
    }

    void aPausedJobCanBeCancelled() {
        JobQueue queue;
        bool over = false;
        const JobId job = queue.submit<int>(
            options(JobLane::media),
            [](std::stop_token stop, const ProgressCallback& progress) {
                return count(stop, progress, 100000);
            },
            [&](Result<int> result) { over = !result; });
        QTRY_COMPARE(statusOf(queue, job).state, JobState::running);
        queue.setPaused(job, true);
        queue.cancel(job);
        QTRY_VERIFY(over);
    }

    void aWaitingPausedJobDoesNotStart() {
        JobQueue queue;
        std::vector<int> order;
        const JobId first = note(queue, 1, 10, order, true);
        note(queue, 2, 0, order);
        QTRY_COMPARE(order.size(), std::size_t{1});
        QTest::qWait(50);
        QCOMPARE(order, std::vector<int>{2});
        queue.setPaused(first, false);
        QTRY_COMPARE(order, (std::vector<int>{2, 1}));
    }

    void whatGivesWayStandsStillWhileInferenceWorks_data() {
        QTest::addColumn<JobLane>("lane");
        QTest::newRow("judging") << JobLane::judging;
        QTest::newRow("learning") << JobLane::learning;
    }

    void whatGivesWayStandsStillWhileInferenceWorks() {
        QFETCH(JobLane, lane);
        JobQueue queue;
        std::atomic<int> seen = 0;
        const auto judged = queue.submit<int>(
            options(lane),
            [&seen](const std::stop_token& stop, const ProgressCallback& progress) {
                for (seen = 0; seen < 100'000 && !stop.stop_requested(); ++seen) {
                    progress({"judge", seen, 100'000});
                    std::this_thread::sleep_for(1ms);
                }
                return Result<int>(0);
            },
            {});
        QTRY_VERIFY_WITH_TIMEOUT(seen > 3, kPatience);
        std::atomic<bool> rendering = true;
        const auto render =
            queue.submit<int>(options(JobLane::inference),
                              [&rendering](const std::stop_token& stop, const ProgressCallback&) {
                                  while (rendering && !stop.stop_requested()) {
                                      std::this_thread::sleep_for(1ms);
                                  }
                                  return Result<int>(0);
                              },
                              {});
        QCOMPARE(statusOf(queue, judged).state, JobState::waiting);
        QTest::qWait(50);
        const int held = seen;
        QTest::qWait(100);
        QCOMPARE(seen.load(), held);
        // The user's pause outlives the hold.
        queue.setPaused(judged, true);
        rendering = false;
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(queue, render).state, JobState::done, kPatience);
        QTest::qWait(50);
        QCOMPARE(statusOf(queue, judged).state, JobState::paused);
        QCOMPARE(seen.load(), held);
        queue.setPaused(judged, false);
        QTRY_VERIFY_WITH_TIMEOUT(seen > held, kPatience);
        QCOMPARE(statusOf(queue, judged).state, JobState::running);
    }

    void judgingGivesWayToMeasuring() {
        JobQueue queue;
        std::atomic<int> seen = 0;
        const auto judged = queue.submit<int>(
            options(JobLane::judging),
            [&seen](const std::stop_token& stop, const ProgressCallback& progress) {
                for (seen = 0; !stop.stop_requested(); ++seen) {
                    progress({"judge", seen, 0});
                    std::this_thread::sleep_for(1ms);
                }
                return Result<int>(0);
            },
            {});
        QTRY_VERIFY_WITH_TIMEOUT(seen > 3, kPatience);
        // Measuring does not wait for the film that is judged, but for what is rendered.
        const auto measured =
            queue.submit<int>(options(JobLane::measuring),
                              [](const std::stop_token& stop, const ProgressCallback& progress) {
                                  return count(stop, progress, 300);
                              },
                              {});
        QCOMPARE(statusOf(queue, judged).state, JobState::waiting);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(queue, measured).state, JobState::running, kPatience);
        const auto render =
            queue.submit<int>(options(JobLane::inference),
                              [](const std::stop_token& stop, const ProgressCallback& progress) {
                                  return count(stop, progress, 50);
                              },
                              {});
        QCOMPARE(statusOf(queue, measured).state, JobState::waiting);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(queue, render).state, JobState::done, kPatience);
        const int held = seen;
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(queue, measured).state, JobState::done, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(seen > held, kPatience);
        queue.cancel(judged);
    }

    void exceptionsBecomeErrors() {
        JobQueue queue;
        std::vector<ErrorCode> codes;
        const auto done = [&](Result<int> result) { codes.push_back(result.error().code); };
        const JobId job = queue.submit<int>(
            options(JobLane::media),
            [](std::stop_token, const ProgressCallback&) -> Result<int> {
                throw std::runtime_error("the lamp is out");
            },
            done);
        queue.submit<int>(
            options(JobLane::media),
            [](std::stop_token, const ProgressCallback&) -> Result<int> { throw std::bad_alloc(); },
            done);
        QTRY_COMPARE(codes.size(), std::size_t{2});
        QVERIFY(codes[0] == ErrorCode::internal && codes[1] == ErrorCode::outOfMemory);
        QCOMPARE(statusOf(queue, job).state, JobState::failed);
        QVERIFY(statusOf(queue, job).message.contains(QStringLiteral("the lamp is out")));
    }

    void nothingArrivesAfterTheQueueIsGone() {
        std::atomic<int> arrived = 0;
        std::atomic<int> stopped = 0;
        {
            JobQueue queue;
            for (int i = 0; i < 50; ++i) {
                queue.submit<int>(
                    options(static_cast<JobLane>(i % 4)),
                    [&](std::stop_token stop, const ProgressCallback& progress) {
                        auto result = count(stop, progress, 100000);
                        ++stopped;
                        return result;
                    },
                    [&](Result<int>) { ++arrived; });
            }
            std::this_thread::sleep_for(20ms);
        }
        const int after = stopped;
        QVERIFY(after >= 1 && after <= 4);
        QTest::qWait(50);
        QCOMPARE(arrived.load(), 0);
        QCOMPARE(stopped.load(), after);
    }

    void aJobMayDeleteTheQueue() {
        auto queue = std::make_unique<JobQueue>();
        queue->submit<int>(
            options(JobLane::media),
            [](std::stop_token, const ProgressCallback&) -> Result<int> { return 1; },
            [&](Result<int>) { queue.reset(); });
        QTRY_VERIFY(queue == nullptr);
    }

    void hundredsOfJobs() {
        JobQueue queue;
        std::atomic<int> ran = 0;
        int arrived = 0;
        for (int i = 0; i < 800; ++i) {
            queue.submit<int>(
                options(static_cast<JobLane>(i % 4)),
                [&](std::stop_token, const ProgressCallback& progress) -> Result<int> {
                    progress({"one", 1, 1});
                    return ++ran;
                },
                [&](Result<int>) { ++arrived; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(arrived, 800, kPatience);
        QCOMPARE(ran.load(), 800);
        QVERIFY(queue.jobs().size() <= 101);
        queue.forgetFinished();
        QVERIFY(queue.jobs().empty());
    }

    void progressIsThrottledAndTheRestEstimated() {
        JobQueue queue;
        QSignalSpy changes(&queue, &JobQueue::jobChanged);
        bool over = false;
        double worst = 0.0;
        int estimates = 0;
        QElapsedTimer timer;
        connect(&queue, &JobQueue::jobChanged, this, [&](const JobStatus& status) {
            if (status.state == JobState::running && status.unitsPerSecond > 0 &&
                timer.elapsed() > 500) {
                const double left = static_cast<double>(1200 - timer.elapsed()) / 1e3;
                worst = std::max(worst, std::abs(status.secondsLeft - left));
                ++estimates;
            }
        });
        timer.start();
        queue.submit<int>(
            options(JobLane::media),
            [&](std::stop_token, const ProgressCallback& progress) -> Result<int> {
                const auto start = std::chrono::steady_clock::now();
                auto passed = 0ms;
                while (passed < 1200ms) {
                    passed = std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::steady_clock::now() - start);
                    progress({"count", passed.count(), 1200});
                    std::this_thread::sleep_for(1ms);
                }
                return 1;
            },
            [&](Result<int>) { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, kPatience);
        QVERIFY2(changes.count() <= 16, qPrintable(QString::number(changes.count())));
        QVERIFY(estimates >= 3);
        QVERIFY2(worst < 0.5, qPrintable(QString::number(worst)));
    }

    void hiddenJobsAreNotBusyAndForgotten() {
        JobQueue queue;
        QSignalSpy forgotten(&queue, &JobQueue::jobForgotten);
        auto hidden = options(JobLane::media);
        hidden.hidden = true;
        queue.submit<int>(
            hidden, [](std::stop_token, const ProgressCallback&) -> Result<int> { return 1; }, {});
        QVERIFY(!queue.busy());
        QTRY_COMPARE(forgotten.count(), 1);
        QVERIFY(queue.jobs().empty());
    }

    void aResultIsShown() {
        JobQueue queue;
        bool over = false;
        const JobId job = queue.submit<int>(
            options(JobLane::delivery),
            [](std::stop_token, const ProgressCallback&) -> Result<int> { return 1; },
            [&](Result<int>) { over = true; });
        QTRY_VERIFY(over);
        queue.setResult(job, QStringLiteral("/films/out.mp4"));
        QCOMPARE(statusOf(queue, job).result, QStringLiteral("/films/out.mp4"));
        QCOMPARE(statusOf(queue, job).state, JobState::done);
    }

private:
    /// Keeps the media lane busy until it is cancelled.
    static JobId hold(JobQueue& queue) {
        const JobId job =
            queue.submit<int>(options(JobLane::media, 1000),
                              [](std::stop_token stop, const ProgressCallback& progress) {
                                  return count(stop, progress, 100000);
                              },
                              {});
        [&] { QTRY_COMPARE(statusOf(queue, job).state, JobState::running); }();
        return job;
    }

    static JobId note(JobQueue& queue, int number, int priority, std::vector<int>& order,
                      bool paused = false) {
        return queue.submit<int>(
            options(JobLane::media, priority, paused),
            [number](std::stop_token, const ProgressCallback&) -> Result<int> { return number; },
            [&order](Result<int> result) { order.push_back(*result); });
    }
};

QTEST_MAIN(TestJobQueue)
#include "tst_jobqueue.moc"
