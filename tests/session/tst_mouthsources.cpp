// What the editor finds out about mouths in the background: the wishes of the voices and pictures
// of the actor's own, on a small presenter.
#include "app/document/projectdocument.h"
#include "app/session/filmanalysis.h"
#include "app/session/framepicture.h"
#include "app/session/librarythumbnails.h"
#include "app/session/shapecurves.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/synthesis/shapecontrol.h"
#include "tests/support/sampleclips.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <set>

using namespace lipwright;
using app::FilmAnalysis;
using app::JobQueue;
using app::LibraryThumbnails;
using app::ProjectDocument;
using app::ShapeCurves;
using core::FrameRange;
using project::Project;

namespace {

constexpr int kPatience = 60'000;
constexpr int kSettled = 400;  ///< longer than changes are waited for, and a job's way back

}  // namespace

class TestMouthSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_clips.film().isEmpty(), "the presenter could not make the film");
        QVERIFY2(!m_clips.voice().isEmpty(), "the presenter could not make the voice");
        m_analysis.setFilm(m_clips.film().toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(m_analysis.film().faces != nullptr, kPatience);
    }

    void init() {
        m_document = std::make_unique<ProjectDocument>(m_jobs);
        m_document->setAutosaveFolder(m_folder.filePath("autosaves").toStdString());
        m_curves = std::make_unique<ShapeCurves>(m_jobs, *m_document, m_analysis, m_models);
    }

    void cleanup() {
        m_curves.reset();
        m_document.reset();
    }

    void theWishOfEverySegmentIsKnown() {
        put({{5, 25}, {30, 60}});
        QTRY_VERIFY_WITH_TIMEOUT(m_curves->of(10) && m_curves->of(11), kPatience);
        QCOMPARE(m_curves->of(11)->firstFrame, std::int64_t{30});
        QCOMPARE(m_curves->of(11)->wanted.size(), std::size_t{30});
        QVERIFY(m_curves->of(99) == nullptr);
        // What is drawn is what the renderer hears.
        const auto& film = m_analysis.film();
        auto renderer = dubbing::SegmentRenderer::open({film.path, film.index, film.faces, m_models,
                                                        m_folder.filePath("takes").toStdString()});
        QVERIFY(renderer.has_value());
        const auto heard = renderer->wantedCurve(
            *dubbing::renderOrder(m_document->project(), 11, project::TakeQuality::draft));
        QVERIFY(heard.has_value());
        for (std::size_t t = 0; t < 30; ++t) {
            const auto control = synthesis::controlOf(heard->shapes[t]);
            QCOMPARE(m_curves->of(11)->wanted[t],
                     (project::MouthControl{control.opening, control.width, control.rounding}));
        }
    }

    void onlyWhatItDependsOnIsHeardAgain() {
        put({{5, 25}, {30, 60}});
        QTRY_VERIFY_WITH_TIMEOUT(m_curves->of(10) && m_curves->of(11), kPatience);
        const auto first = m_curves->of(10);
        const auto second = m_curves->of(11);
        change([](Project& project) {
            project.segments[0].shape[10] = {1.0F, 0.0F, 0.0F};
            project.segments[0].settings.strength = 0.5;
            project.segments[1].notes = "later";
            project.dubs[0].muted = true;
        });
        QTest::qWait(kSettled);
        QVERIFY(m_curves->of(10) == first && m_curves->of(11) == second);
        change([](Project& project) { project.segments[1].settings.silenceGateDecibels = 0.0; });
        QTRY_VERIFY_WITH_TIMEOUT(m_curves->of(11) != second, kPatience);
        QVERIFY(m_curves->of(10) == first);
        const auto& rest = m_curves->of(11)->wanted;
        QVERIFY(std::ranges::all_of(rest, [&](const auto& at) { return at == rest.front(); }));
        change([](Project& project) { project.segments[0].frames.end = 22; });
        QTRY_COMPARE_WITH_TIMEOUT(m_curves->of(10)->wanted.size(), std::size_t{17}, kPatience);
        change([](Project& project) { project.segments.erase(project.segments.begin()); });
        QTRY_VERIFY_WITH_TIMEOUT(m_curves->of(10) == nullptr, kPatience);
    }

    void manySegmentsAreAllHeard() {
        std::vector<FrameRange> segments;
        for (std::int64_t frame = 0; frame < 60; frame += 3) {
            segments.push_back({frame, frame + 3});
        }
        put(segments);
        const auto all = [&] {
            return std::ranges::all_of(m_document->project().segments, [this](const auto& one) {
                return m_curves->of(one.id) != nullptr;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(all(), kPatience);
    }

    void aVoiceThatIsGoneLeavesNoCurve() {
        put({{5, 25}});
        change([](Project& project) { project.dubs[0].media.path = "/nowhere/voice.wav"; });
        QTest::qWait(kSettled);
        QVERIFY(m_curves->of(10) == nullptr);
        change([this](Project& project) {
            project.dubs[0].media.path = m_clips.voice().toStdString();
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_curves->of(10) != nullptr, kPatience);
    }

    void mouthsAreShownAsPictures() {
        LibraryThumbnails thumbnails(m_jobs, m_analysis);
        QVERIFY(thumbnails.items().empty());
        QSignalSpy changed(&thumbnails, &LibraryThumbnails::changed);
        thumbnails.want(0, 9);
        const auto made = [&] {
            return !thumbnails.items().empty() &&
                   std::ranges::none_of(thumbnails.items(),
                                        [](const auto& item) { return item.picture.isNull(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(made(), kPatience);
        QVERIFY(thumbnails.items().size() <= 9);
        QVERIFY(changed.size() > 1);  // as they come
        std::set<std::int64_t> frames;
        for (const auto& item : thumbnails.items()) {
            frames.insert(item.frame);
            QCOMPARE(item.picture.width(), item.picture.height());
        }
        QCOMPARE(frames.size(), thumbnails.items().size());

        changed.clear();
        thumbnails.want(0, 9);  // the same again
        QTest::qWait(100);
        QCOMPARE(changed.size(), 0);

        const project::MouthControl widest = thumbnails.items().back().control;
        thumbnails.want(0, 3, widest);
        QTRY_COMPARE_WITH_TIMEOUT(thumbnails.items().size(), std::size_t{3}, kPatience);
        QCOMPARE(thumbnails.items().front().control, widest);  // nothing is more like it
        thumbnails.want(7, 9);                                 // nobody
        QVERIFY(thumbnails.items().empty());
    }

    void squaresLieInsideOfThePicture() {
        using app::squareInside;
        QCOMPARE(squareInside({10, 20, 30, 30}, {100, 80}), cv::Rect(10, 20, 30, 30));
        QCOMPARE(squareInside({-10, 70, 30, 30}, {100, 80}), cv::Rect(0, 50, 30, 30));
        QCOMPARE(squareInside({-50, -50, 200, 200}, {100, 80}), cv::Rect(10, 0, 80, 80));
        QVERIFY(squareInside({0, 0, 10, 10}, {0, 0}).empty());
    }

private:
    void put(const std::vector<FrameRange>& segments) {
        change([&](Project& project) {
            project.film.media.path = m_clips.film().toStdString();
            project.film.frameCount = 75;
            project::DubTrack voice;
            voice.id = 1;
            voice.media.path = m_clips.voice().toStdString();
            project.dubs = {voice};
            for (const FrameRange frames : segments) {
                project::Segment segment;
                segment.id = 10 + static_cast<project::Id>(project.segments.size());
                segment.dubTrack = 1;
                segment.frames = frames;
                project.segments.push_back(segment);
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

    testsupport::SampleClips m_clips;
    QTemporaryDir m_folder;
    std::filesystem::path m_models = qEnvironmentVariable("LIPWRIGHT_MODELS").toStdString();
    JobQueue m_jobs;
    FilmAnalysis m_analysis{
        m_jobs, dubbing::AnalysisCache(m_folder.filePath("cache").toStdString()), m_models};
    std::unique_ptr<ProjectDocument> m_document;
    std::unique_ptr<ShapeCurves> m_curves;
};

QTEST_GUILESS_MAIN(TestMouthSources)
#include "tst_mouthsources.moc"
