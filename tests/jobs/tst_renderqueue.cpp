// Segments on their way through the render queue: the order by the playhead, and real renders of a
// small presenter.
#include "app/jobs/renderorder_p.h"
#include "app/jobs/renderqueue.h"
#include "engine/dubbing/analysiscache.h"
#include "tests/support/sampleclips.h"

#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

using namespace lipwright;
using app::JobLane;
using app::JobQueue;
using app::RenderQueue;
using core::FrameRange;

namespace {

constexpr int kPatience = 60000;

}  // namespace

class TestRenderQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(!m_clips.film().isEmpty() && !m_clips.voice().isEmpty());
        const dubbing::AnalysisCache cache(m_clips.path("cache").toStdString());
        const auto indexed = cache.film(m_clips.film().toStdString());
        QVERIFY(indexed.has_value());
        const auto faces = cache.faces(m_clips.film().toStdString(), indexed->index);
        QVERIFY(faces.has_value());
        m_source = {m_clips.film().toStdString(),
                    indexed->index,
                    *faces,
                    qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString(),
                    m_clips.path("takes").toStdString(),
                    nets::Device::cpu,
                    2};
    }

    void theOrderFollowsThePlayhead_data() {
        QTest::addColumn<qint64>("playhead");
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("start") << qint64{0} << QList<int>{0, 10, 20, 30};
        QTest::newRow("under, after, before") << qint64{22} << QList<int>{20, 30, 10, 0};
        QTest::newRow("between") << qint64{16} << QList<int>{20, 30, 10, 0};
        QTest::newRow("behind all") << qint64{90} << QList<int>{30, 20, 10, 0};
    }

    void theOrderFollowsThePlayhead() {
        QFETCH(qint64, playhead);
        QFETCH(QList<int>, order);
        QList<int> firsts{30, 0, 20, 10};
        std::ranges::sort(firsts, std::greater(), [playhead](int first) {
            return app::renderPriority({first, first + 5}, playhead);
        });
        QCOMPARE(firsts, order);
    }

    void theShareOnlyGrows() {
        double last = 0.0;
        for (const char* stage : {"listen", "choose", "collect", "render"}) {
            for (const double done : {0.0, 0.5, 1.0}) {
                const double share = app::renderShare(stage, done);
                QVERIFY(share >= last && share <= 1.0);
                last = share;
            }
        }
        QCOMPARE(last, 1.0);
    }

    void withoutASourceItSaysSo() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        QSignalSpy failed(&queue, &RenderQueue::segmentFailed);
        queue.enqueue({order(1, {0, 10})});
        QCOMPARE(failed.count(), 1);
        QCOMPARE(queue.waiting(), 0);
    }

    void segmentsAreRenderedByThePlayhead() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        queue.setSource(m_source);
        std::vector<project::Id> finished;
        std::vector<double> shares;
        connect(&queue, &RenderQueue::takeFinished, this,
                [&](project::Id segment, const project::Take& take) {
                    finished.push_back(segment);
                    QVERIFY(QFile::exists(m_clips.path("takes/") +
                                          QString::fromStdString(take.folder.string())));
                });
        connect(&queue, &RenderQueue::segmentProgress, this,
                [&](project::Id, double share) { shares.push_back(share); });
        queue.setPaused(true);
        queue.enqueue({order(2, {0, 12}), order(3, {20, 32}), order(4, {40, 52})});
        QCOMPARE(queue.waiting(), 3);
        QCOMPARE(queue.progressOf(3), 0.0);
        QCOMPARE(queue.progressOf(9), -1.0);
        queue.setPlayhead(25);
        QTest::qWait(50);
        QVERIFY(finished.empty());
        queue.setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), std::size_t{3}, kPatience);
        QCOMPARE(finished, (std::vector<project::Id>{3, 4, 2}));
        QCOMPARE(queue.waiting(), 0);
        QVERIFY(!shares.empty());
        QVERIFY(queue.pace().framesPerSecond > 0.0);
    }

    void cancelIsQuickAndQuiet() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        queue.setSource(m_source);
        QSignalSpy finished(&queue, &RenderQueue::takeFinished);
        QSignalSpy failed(&queue, &RenderQueue::segmentFailed);
        queue.enqueue({order(5, {0, 70})});
        QTRY_VERIFY_WITH_TIMEOUT(queue.progressOf(5) > 0.0, kPatience);
        QElapsedTimer timer;
        timer.start();
        queue.cancel(5);
        QCOMPARE(queue.waiting(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!jobs.busy(), kPatience);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(finished.count(), 0);
        QCOMPARE(failed.count(), 0);
    }

    void anotherSourceDropsWhatRuns() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        queue.setSource(m_source);
        queue.enqueue({order(6, {0, 70}), order(7, {30, 60})});
        queue.setSource(m_source);  // the same: nothing happens
        QCOMPARE(queue.waiting(), 2);
        auto other = m_source;
        other.takes = m_clips.path("others").toStdString();
        queue.setSource(other);
        QCOMPARE(queue.waiting(), 0);
        QSignalSpy finished(&queue, &RenderQueue::takeFinished);
        queue.enqueue({order(8, {0, 10})});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, kPatience);
        QVERIFY(QFile::exists(m_clips.path("others/8-100/take.json")));
    }

    void aSegmentThatCanNotBeRenderedIsReported() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        queue.setSource(m_source);
        QSignalSpy failed(&queue, &RenderQueue::segmentFailed);
        queue.enqueue({order(9, {70, 400})});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
        QCOMPARE(queue.waiting(), 0);
    }

    void theSameSegmentIsNotRenderedTwice() {
        JobQueue jobs;
        RenderQueue queue(jobs);
        queue.setSource(m_source);
        queue.setPaused(true);
        queue.enqueue({order(10, {0, 10})});
        queue.enqueue({order(10, {0, 10})});
        QCOMPARE(jobs.jobs().size(), std::size_t{1});
        queue.enqueue({order(10, {0, 12})});
        QCOMPARE(queue.waiting(), 1);
        QCOMPARE(jobs.jobs().size(), std::size_t{2});  // one of them cancelled
    }

private:
    [[nodiscard]] dubbing::RenderOrder order(project::Id id, FrameRange frames) {
        dubbing::RenderOrder result;
        result.segment.id = id;
        result.segment.frames = frames;
        result.segment.dubTrack = 1;
        result.voice.id = 1;
        result.voice.media.path = m_clips.voice().toStdString();
        result.take = 100;
        result.quality = project::TakeQuality::draft;
        return result;
    }

    testsupport::SampleClips m_clips;
    dubbing::RenderSource m_source;
};

QTEST_MAIN(TestRenderQueue)
#include "tst_renderqueue.moc"
