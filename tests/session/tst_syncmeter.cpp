// Measuring in the background: what changed and nothing else, what is looked at first, nothing of
// yesterday; on a small presenter.
#include "app/document/projectdocument.h"
#include "app/session/filmanalysis.h"
#include "app/session/syncmeter.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/project/edits.h"
#include "tests/support/sampleclips.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace lipwright;
using app::FilmAnalysis;
using app::JobQueue;
using app::ProjectDocument;
using app::SyncMeter;
using core::FrameRange;
using project::Project;

namespace {

constexpr int kPatience = 60'000;
constexpr int kSettled = 600;  ///< longer than changes are waited for, and a job's way back

project::Segment segmentOf(project::Id id, FrameRange frames) {
    project::Segment segment;
    segment.id = id;
    segment.dubTrack = 1;
    segment.frames = frames;
    return segment;
}

/// Something that is rendered as long as this lives: nothing is measured meanwhile.
class Rendering {
public:
    explicit Rendering(JobQueue& jobs) {
        JobQueue::Options options;
        options.lane = app::JobLane::inference;
        jobs.submit<int>(options,
                         [over = m_over](const std::stop_token& stop,
                                         const core::ProgressCallback&) -> core::Result<int> {
                             while (!*over && !stop.stop_requested()) {
                                 std::this_thread::sleep_for(std::chrono::milliseconds(1));
                             }
                             return 0;
                         },
                         {});
    }
    ~Rendering() { *m_over = true; }

private:
    std::shared_ptr<std::atomic<bool>> m_over = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace

class TestSyncMeter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        m_analysis.setFilm(m_clips.film().toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(m_analysis.film().confidence != nullptr, kPatience);
    }

    void init() {
        m_document = std::make_unique<ProjectDocument>(m_jobs);
        m_document->setAutosaveFolder(m_folder.filePath("autosaves").toStdString());
        m_meter = std::make_unique<SyncMeter>(m_jobs, *m_document, m_analysis, m_models);
        m_measured = std::make_unique<QSignalSpy>(m_meter.get(), &SyncMeter::measured);
    }

    void cleanup() {
        m_measured.reset();
        m_meter.reset();
        m_document.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!m_jobs.busy(), kPatience);
    }

    void theFilmsUsualConfidenceIsKnown() {
        QSignalSpy ready(m_meter.get(), &SyncMeter::baselineReady);
        QCOMPARE(m_meter->baseline().frames, std::int64_t{0});
        Q_EMIT m_analysis.confidenceReady();
        QCOMPARE(ready.size(), 1);
        const auto usual = m_meter->baseline();
        QVERIFY(usual.frames > 20);
        QVERIFY(usual.low <= usual.median);
    }

    void whatIsNewIsMeasured() {
        put({{5, 35}, {40, 70}});
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 2, kPatience);
        const auto sync = m_meter->of(11);
        QVERIFY(sync != nullptr);
        QCOMPARE(sync->before.firstFrame, std::int64_t{40});
        QCOMPARE(sync->before.points.size(), std::size_t{30});
        QVERIFY(!sync->after);
        QVERIFY(m_meter->of(99) == nullptr);
        QCOMPARE(listedJobs(), 0);  // so few are not worth a line in the list
        QCOMPARE(m_meter->waiting(), 0);
    }

    void whatDoesNotMatterIsNotMeasuredAgain() {
        put({{5, 35}, {40, 70}});
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 2, kPatience);
        const auto first = m_meter->of(10);
        const auto second = m_meter->of(11);
        change([](Project& project) {
            project.segments[0].notes = "late";
            project.segments[0].status = project::SegmentStatus::review;
            project.segments[0].settings.strength = 0.7;
            project.segments[1].text = "Hola";
            project.dubs[0].gainDecibels = -3.0;
        });
        QTest::qWait(kSettled);
        QCOMPARE(m_measured->size(), 2);
        QVERIFY(m_meter->of(10) == first);
        change([](Project& project) { project.segments[1].frames.end = 60; });
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 3, kPatience);
        QVERIFY(m_meter->of(10) == first);
        QCOMPARE(m_meter->of(11)->before.points.size(), std::size_t{20});
        change([](Project& project) { project.dubs[0].offsetMicroseconds = 400'000; });
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 5, kPatience);
        QVERIFY(m_meter->of(10) != first && m_meter->of(11) != second);
        QCOMPARE(m_meter->of(10)->baseline.expert, first->baseline.expert);
        QVERIFY(!(m_meter->of(10)->before.expert == first->before.expert));
    }

    void aDragIsMeasuredOnce() {
        put({{5, 35}});
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 1, kPatience);
        for (int frame = 36; frame < 46; ++frame) {
            change([frame](Project& project) { project.segments[0].frames.end = frame; });
            QTest::qWait(20);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_meter->of(10)->before.points.size(), std::size_t{40},
                                  kPatience);
        QTest::qWait(kSettled);
        QCOMPARE(m_measured->size(), 2);
    }

    void whatIsLookedAtComesFirst() {
        m_meter->setFocus({14, 12});
        put({{0, 12}, {12, 24}, {24, 36}, {36, 48}, {48, 60}, {60, 72}});
        QTRY_VERIFY_WITH_TIMEOUT(listedJobs() == 1, kPatience);  // many: shown in the list
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 6, kPatience);
        QCOMPARE(measuredSegments(), (std::vector<project::Id>{14, 12, 10, 11, 13, 15}));
        // A change of focus is minded by what is already under way.
        m_measured->clear();
        {
            const Rendering rendering(m_jobs);
            change([](Project& project) { project.dubs[0].offsetMicroseconds = 80'000; });
            QTRY_COMPARE_WITH_TIMEOUT(m_meter->waiting(), 6, kPatience);
            m_meter->setFocus({15});
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 6, kPatience);
        QCOMPARE(measuredSegments(), (std::vector<project::Id>{15, 10, 11, 12, 13, 14}));
    }

    void nothingOfYesterdayIsTold() {
        bool stale = false;
        connect(m_meter.get(), &SyncMeter::measured, m_meter.get(), [&](project::Id id) {
            const auto& frames = m_document->project().segment(id)->frames;
            stale = stale || m_meter->of(id)->before.points.size() !=
                                 static_cast<std::size_t>(frames.length());
        });
        {
            const Rendering rendering(m_jobs);
            put({{5, 35}});
            QTRY_COMPARE_WITH_TIMEOUT(m_meter->waiting(), 1, kPatience);
        }
        change([](Project& project) { project.segments[0].frames = {8, 50}; });
        QTRY_VERIFY_WITH_TIMEOUT(m_meter->of(10) != nullptr, kPatience);
        QCOMPARE(m_meter->of(10)->before.points.size(), std::size_t{42});
        QVERIFY(!stale);
    }

    void whoCancelsIsObeyed() {
        {
            const Rendering rendering(m_jobs);
            put({{0, 12}, {12, 24}, {24, 36}, {36, 48}, {48, 60}, {60, 72}});
            QTRY_COMPARE_WITH_TIMEOUT(m_meter->waiting(), 6, kPatience);
            for (const auto& job : m_jobs.jobs()) {
                if (job.title.contains("segment")) {
                    m_jobs.cancel(job.id);
                }
            }
            QTRY_COMPARE_WITH_TIMEOUT(m_meter->waiting(), 0, kPatience);
        }
        QCOMPARE(m_measured->size(), 0);
        change([](Project& project) { project.segments[0].notes = "nothing"; });
        QTest::qWait(kSettled);
        QCOMPARE(m_measured->size(), 0);
        change([](Project& project) { project.segments[5].frames.end = 70; });
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 1, kPatience);
    }

    void aTakesScoresAreTold() {
        QSignalSpy scored(m_meter.get(), &SyncMeter::scored);
        put({{20, 55}});
        const auto take = rendered();
        change([&](Project& project) {
            project.segments[0].takes = {take};
            project.segments[0].activeTake = take.id;
        });
        QTRY_COMPARE_WITH_TIMEOUT(scored.size(), 1, kPatience);
        QCOMPARE(scored[0][0].toLongLong(), 10);
        QCOMPARE(scored[0][1].toLongLong(), qlonglong{take.id});
        const auto scores = scored[0][2].value<project::TakeScores>();
        QVERIFY(scores.expert == m_meter->of(10)->after->expert);
        QVERIFY(scores.judge == m_meter->of(10)->after->judge);
        const auto told = m_measured->size();
        QVERIFY(m_document
                    ->amend([&](Project& project) {
                        return project::setTakeScores(project, 10, take.id, scores);
                    })
                    .has_value());
        QTest::qWait(kSettled);
        QCOMPARE(m_measured->size(), told);  // its own scores are no reason to measure it
        change([](Project& project) { project.segments[0].retouch.grow = 0.04; });
        QTRY_COMPARE_WITH_TIMEOUT(scored.size(), 2, kPatience);
    }

    void anotherProjectStartsAnew() {
        put({{5, 35}});
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 1, kPatience);
        m_document->newProject();
        QVERIFY(m_meter->of(10) == nullptr);
        QCOMPARE(m_meter->baseline().frames, std::int64_t{0});
    }

private:
    void put(const std::vector<FrameRange>& segments) {
        change([&](Project& project) {
            project.film.media.path = m_clips.film().toStdString();
            project.film.frameCount = 75;
            project::DubTrack voice;
            voice.id = 1;
            voice.media.path = m_clips.film().toStdString();
            project.dubs = {voice};
            project::Id id = 10;
            for (const FrameRange frames : segments) {
                project.segments.push_back(segmentOf(id++, frames));
            }
            project.nextId = 100;
        });
    }
    void change(const std::function<void(Project&)>& edit) {
        const auto done = m_document->edit("test", [&](Project& project) -> core::Result<void> {
            edit(project);
            return {};
        });
        QVERIFY2(done.has_value(), done ? "" : done.error().text().c_str());
    }
    [[nodiscard]] std::vector<project::Id> measuredSegments() const {
        std::vector<project::Id> ids;
        for (const auto& call : *m_measured) {
            ids.push_back(call[0].toLongLong());
        }
        return ids;
    }
    /// That measure segments.
    [[nodiscard]] int listedJobs() const {
        return static_cast<int>(std::ranges::count_if(m_jobs.jobs(), [](const auto& job) {
            return !job.hidden && job.title.contains("segment");
        }));
    }
    project::Take rendered() {
        const auto& film = m_analysis.film();
        auto renderer = dubbing::SegmentRenderer::open(
            {film.path, film.index, film.faces, m_models, m_document->takeFolder()});
        if (!renderer) {
            qFatal("%s", renderer.error().text().c_str());
        }
        auto order = dubbing::renderOrder(m_document->project(), 10, project::TakeQuality::draft);
        order->voice.media.path = m_clips.voice().toStdString();
        auto take = renderer->render(*order);
        if (!take) {
            qFatal("%s", take.error().text().c_str());
        }
        return *take;
    }

    testsupport::SampleClips m_clips;
    QTemporaryDir m_folder;
    std::filesystem::path m_models = qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString();
    JobQueue m_jobs;
    FilmAnalysis m_analysis{
        m_jobs, dubbing::AnalysisCache(m_folder.filePath("cache").toStdString()), m_models};
    std::unique_ptr<ProjectDocument> m_document;
    std::unique_ptr<SyncMeter> m_meter;
    std::unique_ptr<QSignalSpy> m_measured;
};

QTEST_MAIN(TestSyncMeter)
#include "tst_syncmeter.moc"
