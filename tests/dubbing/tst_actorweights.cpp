// Segments rendered with weights of their actor's own: used, told in the take, refused where they
// are missing, damaged or somebody else's.
#include "engine/models/actormodel.h"
#include "engine/models/manifest.h"
#include "tests/dubbing/rendersample.h"
#include "tests/dubbing/tinygenerator.h"

#include <QtTest>
#include <fstream>

using namespace lipwright;
namespace fs = std::filesystem;
using dubbing::SegmentRenderer;
using test::why;

class TestActorWeights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const std::string problem = m_sample.make();
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void anActorsOwnWeightsAreUsed() {
        auto source = m_sample.source;
        source.takes = m_sample.path("adapted");
        source.actors = m_sample.path("actors");
        const fs::path tiny = m_sample.path("tiny-models");
        QVERIFY(test::makeModelsWithTinyGenerator(tiny));
        const auto stored = store(source.actors, model(models::kMouthGeneratorRole),
                                  tiny / "mouth-generator.weights");
        auto renderer = SegmentRenderer::open(source);
        QVERIFY2(renderer.has_value(), why(renderer));
        auto wanted = orderWith(stored);
        wanted.segment.settings.engine = "painted";
        wanted.segment.settings.articulation = 0.5;
        const auto take = renderer->render(wanted);
        QVERIFY2(take.has_value(), why(take));
        QCOMPARE(take->models.at(models::kMouthGeneratorRole), stored.parts[0].sha256);
        QVERIFY(take->models.contains(models::kShapeNetworkRole));
        QVERIFY(take->settings == wanted.segment.settings);
    }

    void aMissingOrDamagedModelIsNamed() {
        auto source = m_sample.source;
        source.actors = m_sample.path("spoilt-actors");
        const auto stored = storeShapes(source.actors, model(models::kShapeNetworkRole));
        auto wanted = orderWith(stored);
        auto whole = SegmentRenderer::open(source);
        QVERIFY(whole->wantedCurve(wanted).has_value());
        std::ofstream(source.actors / stored.id / stored.parts[0].file, std::ios::app) << "more";
        for (const auto& id : {stored.id, std::string(16, 'e'), std::string("Oksana")}) {
            auto renderer = SegmentRenderer::open(source);
            wanted.segment.settings.model = id;
            checkRefused(renderer->wantedCurve(wanted), id);
            checkRefused(renderer->render(wanted), id);
        }
    }

    void aModelOfAnotherFilmIsRefused() {
        auto source = m_sample.source;
        source.actors = m_sample.path("copied-actors");
        auto foreign = model(models::kShapeNetworkRole);
        foreign.filmFingerprint = "fp1:another";
        const auto stored = storeShapes(source.actors, foreign);
        auto wanted = orderWith(stored);
        auto renderer = SegmentRenderer::open(source);
        checkRefused(renderer->wantedCurve(wanted), "of another film");
        checkRefused(renderer->render(wanted), stored.id);
        QVERIFY(!fs::exists(source.takes / "2-3"));
    }

    /// Also when it was just used for the actor whose it is.
    void aModelOfAnotherActorIsRefused() {
        auto source = m_sample.source;
        source.actors = m_sample.path("cast");
        const auto stored = storeShapes(source.actors, model(models::kShapeNetworkRole));
        auto wanted = orderWith(stored);
        auto renderer = SegmentRenderer::open(source);
        QVERIFY(renderer->wantedCurve(wanted).has_value());
        ++wanted.segment.actor;
        wanted.segment.track = m_sample.source.faces->tracks.front().id;
        checkRefused(renderer->wantedCurve(wanted), "to actor 0 of the film, not to actor 1");
        checkRefused(renderer->render(wanted), stored.id);
        wanted.segment.settings.model.clear();
        QVERIFY(renderer->wantedCurve(wanted).has_value());
    }

private:
    [[nodiscard]] models::ActorModel model(const char* role) const {
        models::ActorModel made;
        made.filmFingerprint = m_sample.project.film.media.fingerprint;
        made.parts = {{role, {}, {}, std::string(64, '0'), {}, {}}};
        return made;
    }
    static models::ActorModel store(const fs::path& actors, const models::ActorModel& model,
                                    const fs::path& weights) {
        const auto stored =
            models::storeActorModel(actors, model, {{model.parts[0].role, weights}});
        if (!stored) {
            qFatal("%s", why(stored));
        }
        return *stored;
    }
    [[nodiscard]] models::ActorModel storeShapes(const fs::path& actors,
                                                 const models::ActorModel& model) const {
        return store(actors, model, m_sample.source.models / "shape-network.weights");
    }
    [[nodiscard]] dubbing::RenderOrder orderWith(const models::ActorModel& stored) const {
        auto wanted = m_sample.order();
        wanted.segment.settings.model = stored.id;
        return wanted;
    }
    template <typename T>
    static void checkRefused(const core::Result<T>& result, const std::string& saying) {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, core::ErrorCode::modelInvalid);
        QVERIFY2(result.error().text().find(saying) != std::string::npos, why(result));
        QVERIFY(!result.error().remedy.empty());
    }

    test::RenderSample m_sample;
};

QTEST_GUILESS_MAIN(TestActorWeights)
#include "tst_actorweights.moc"
