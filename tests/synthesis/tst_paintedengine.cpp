#include "engine/face/croptransform.h"
#include "engine/nets/generatormodel_p.h"
#include "engine/nets/mouthgenerator.h"
#include "engine/synthesis/mouthgeometry.h"
#include "engine/synthesis/paintedengine.h"
#include "engine/synthesis/paintedpatch_p.h"
#include "engine/synthesis/paintedreferences_p.h"
#include "tests/synthesis/dubbedactor.h"

#include <opencv2/imgproc.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

using namespace lipwright;
using nets::GeneratorConfig;
using synthesis::PaintOptions;
using test::DrawnActor;
using test::DubbedActor;
using Tensors = nets::TensorMap;
using Engine = std::shared_ptr<const synthesis::Engine>;

namespace {

constexpr int kSize = 64;

GeneratorConfig tiny() {
    GeneratorConfig config;
    config.size = kSize;
    config.width = 4;
    config.embedding = 12;
    config.phonetic = 3;
    config.sound = false;
    return config;
}

// An engine on random weights that `change` may alter.
Engine engineWith(const std::function<void(Tensors&)>& change = {},
                  const GeneratorConfig& config = tiny(), const PaintOptions& options = {}) {
    torch::manual_seed(11);
    nets::GeneratorModel model(config);
    model->eval();
    Tensors tensors = nets::generatorArchive(*model);
    torch::NoGradGuard noGradient;
    if (change) {
        change(tensors);
    }
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "g.weights";
    if (!nets::writeTensors(file, tensors, nets::StoredPrecision::full)) {
        qFatal("weights not written");
    }
    nets::GeneratorOptions numbers;
    numbers.precision = nets::GeneratorPrecision::float32;
    auto loaded = nets::MouthGenerator::load(file, numbers);
    if (!loaded) {
        qFatal("%s", loaded.error().text().c_str());
    }
    return std::make_shared<const synthesis::PaintedEngine>(
        std::make_shared<const nets::MouthGenerator>(std::move(*loaded)), options);
}

// Paints one colour everywhere, under a mask that is the same everywhere.
std::function<void(Tensors&)> plain(double red, double green, double blue, double mask) {
    return [=](Tensors& tensors) {
        const auto logit = [](double share) { return std::log(share / (1.0 - share)); };
        tensors.at("decoder.rgb.weight").zero_();
        tensors.at("decoder.rgb.bias")
            .copy_(torch::tensor({logit(red), logit(green), logit(blue)}));
        tensors.at("decoder.mask.weight").zero_();
        tensors.at("decoder.mask.bias").fill_(logit(mask));
    };
}

// Without texture, and with colours that follow the drive strongly.
Engine vivid(const GeneratorConfig& config) {
    PaintOptions smooth;
    smooth.detail = 0.0;
    return engineWith([](Tensors& tensors) { tensors.at("decoder.rgb.weight").mul_(30.0); }, config,
                      smooth);
}

// Mean difference of the colours where both frames are painted well inside.
double colourDifference(const synthesis::SynthesizedFrame& a,
                        const synthesis::SynthesizedFrame& b) {
    const cv::Rect common = a.region & b.region;
    const cv::Rect inA = common - a.region.tl();
    const cv::Rect inB = common - b.region.tl();
    const cv::Mat1b where = (a.patch.alpha(inA) > 60) & (b.patch.alpha(inB) > 60);
    cv::Mat difference;
    cv::absdiff(a.patch.rgb(inA), b.patch.rgb(inB), difference);
    return cv::mean(difference, where)[1];
}

synthesis::ShapeCurve shifted(int frames) {
    const auto own = DrawnActor::talking(frames).ownCurve();
    synthesis::ShapeCurve result;
    for (int k = 0; k < frames; ++k) {
        result.shapes.push_back(own.shapes[static_cast<std::size_t>((k + 9) % frames)]);
    }
    return result;
}

bool same(const synthesis::SynthesizedFrame& a, const synthesis::SynthesizedFrame& b) {
    return a.region == b.region && cv::norm(a.patch.rgb, b.patch.rgb, cv::NORM_INF) == 0.0 &&
           cv::norm(a.patch.alpha, b.patch.alpha, cv::NORM_INF) == 0.0;
}

synthesis::FrameLibrary libraryOf(const DrawnActor& actor) {
    return *synthesis::FrameLibrary::build(actor.analysis(), 0);
}

}  // namespace

class TestPaintedEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesItself() { QCOMPARE(engineWith()->name(), std::string("painted 1")); }

    void paintsTheMouthAlone_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::newRow("8 bits") << 8;
        QTest::newRow("10 bits") << 10;
    }

    // Whatever the network's mask says, jaw, cheeks and alpha are the warped mouth's.
    void paintsTheMouthAlone() {
        QFETCH(int, bitDepth);
        DubbedActor painted(DrawnActor::talking(12, bitDepth), shifted(12), {},
                            engineWith(plain(0.9, 0.1, 0.1, 0.9999)));
        DubbedActor warped(DrawnActor::talking(12, bitDepth), shifted(12));
        QVERIFY(painted.film() && warped.film());
        for (const int k : {2, 7}) {
            const auto made = painted.rendered(k);
            const auto limit = warped.rendered(k);
            QCOMPARE(made.region, limit.region);
            QCOMPARE(made.patch.rgb.type(), limit.patch.rgb.type());
            QCOMPARE(made.patch.alpha.type(), limit.patch.alpha.type());
            QCOMPARE(cv::norm(made.patch.alpha, limit.patch.alpha, cv::NORM_INF), 0.0);
            cv::Mat difference;
            cv::absdiff(made.patch.rgb, limit.patch.rgb, difference);
            const auto& landmarks = painted.library->frames()[std::size_t(k)].landmarks;
            const cv::Mat1b face =
                synthesis::outlineMask(synthesis::faceOutline(landmarks), made.region);
            const cv::Mat1b lips =
                synthesis::outlineMask(synthesis::lipOutline(landmarks), made.region);
            QCOMPARE(cv::mean(difference, face == 0), cv::Scalar());
            QVERIFY(cv::mean(difference, lips)[1] > 4.0);
        }
    }

    void emptyMaskChangesNothing() {
        DubbedActor painted(DrawnActor::talking(12), shifted(12), {},
                            engineWith(plain(0.5, 0.5, 0.5, 1e-9)));
        DubbedActor warped(DrawnActor::talking(12), shifted(12));
        QVERIFY(painted.film() && warped.film());
        QVERIFY(same(painted.rendered(5), warped.rendered(5)));
    }

    void sameInputSamePixelsInAnyOrder() {
        DubbedActor a(DrawnActor::talking(12), shifted(12), {}, engineWith());
        DubbedActor b(DrawnActor::talking(12), shifted(12), {}, engineWith());
        QVERIFY(a.film() && b.film());
        const auto late = a.rendered(8);
        const auto early = a.rendered(3);
        QVERIFY(same(early, b.rendered(3)));
        QVERIFY(same(late, b.rendered(8)));
        QVERIFY(!same(early, late));
    }

    // Another wish is another painting, not just another texture or edge.
    void followsTheWantedShape() {
        DubbedActor a(DrawnActor::talking(12), shifted(12), {}, vivid(tiny()));
        DubbedActor b(DrawnActor::talking(12), DrawnActor::talking(12).ownCurve(), {},
                      vivid(tiny()));
        QVERIFY(a.film() && b.film());
        QVERIFY(colourDifference(a.rendered(5), b.rendered(5)) > 3.0);
    }

    void fadesAndPassesThroughAsTheWarpedPlan() {
        DrawnActor actor = DrawnActor::talking(30);
        actor.hide(15, face::FaceUsability::occluded);
        const auto open = [](synthesis::SegmentJob& job) {
            job.adjoinsBefore = false;
            job.settings.fadeFrames = 3;
        };
        DubbedActor painted(actor, shifted(30), open, engineWith());
        DubbedActor warped(actor, shifted(30), open);
        QCOMPARE(painted.plan->patchSize(), warped.plan->patchSize());
        QCOMPARE(painted.plan->frames().size(), warped.plan->frames().size());
        for (std::size_t k = 0; k < 30; ++k) {
            const auto& a = painted.plan->frames()[k];
            const auto& b = warped.plan->frames()[k];
            QCOMPARE(a.passThroughReason, b.passThroughReason);
            QCOMPARE(a.weight, b.weight);
            QCOMPARE(a.position, b.position);
        }
        QCOMPARE(painted.plan->frames()[0].weight, 0.25);
        QVERIFY(!painted.plan->frames()[15].passThroughReason.empty());
        QVERIFY(painted.film());
        QVERIFY(!painted.plan->render(*painted.reader->frame(15), *painted.pictures));
    }

    // A plain painting a little darker than the skin takes on the light of the mouth below it.
    void takesOnTheTargetsColours() {
        const DrawnActor actor = DrawnActor::talking(1);
        const synthesis::FaceCropGrid grid(actor.landmarks(0), kSize);
        const synthesis::PlacedPicture target{actor.picture(0), {}};
        const cv::Rect region =
            grid.filmRegion(face::lowerHalf(kSize)) & cv::Rect({}, target.rgb.size());
        synthesis::PaintedLowerFace painted;
        painted.mask = cv::Mat1f::zeros(kSize / 2, kSize);
        cv::ellipse(painted.mask, {kSize / 2, kSize / 4}, {kSize / 5, kSize / 6}, 0, 0, 360, 1.0,
                    cv::FILLED);
        cv::GaussianBlur(painted.mask, painted.mask, {}, 1.5);
        const cv::Mat1f mask = grid.layMask(painted.mask, region);
        const cv::Mat1b inside = mask > 0.5F;
        const cv::Scalar skin = cv::mean(target.rgb(region), inside);
        painted.rgb = cv::Mat3f(kSize / 2, kSize);
        painted.rgb.setTo(skin * (0.88 / 255.0));
        const media::Patch library{target.rgb(region),
                                   cv::Mat(region.size(), CV_8UC1, cv::Scalar(255))};
        const media::Patch made = synthesis::paintedPatch(
            {grid, painted, region, library, synthesis::lowerFaceOutline(actor.landmarks(0)),
             DrawnActor::kUnit, 0.0});
        const cv::Scalar seen = cv::mean(made.rgb, inside);
        for (int channel = 0; channel < 3; ++channel) {
            QVERIFY2(std::abs(seen[channel] / skin[channel] - 1.0) < 0.04,
                     qPrintable(QString("%1, wanted %2").arg(seen[channel]).arg(skin[channel])));
        }
    }

    // The texture of the library's mouth comes back on a painting that has none.
    void givesDetailBack() {
        const auto roughness = [](double detail) {
            PaintOptions options;
            options.detail = detail;
            DubbedActor dubbed(DrawnActor::talking(12), shifted(12), {},
                               engineWith(plain(0.6, 0.5, 0.4, 0.999), tiny(), options));
            if (!dubbed.film()) {
                return -1.0;
            }
            const auto made = dubbed.rendered(5);
            cv::Mat second;
            cv::Laplacian(made.patch.rgb, second, CV_32F);
            const auto lips = synthesis::lipOutline(dubbed.library->frames()[5].landmarks);
            return cv::mean(cv::abs(second), synthesis::outlineMask(lips, made.region))[1];
        };
        const double without = roughness(0.0);
        const double with = roughness(1.0);
        QVERIFY2(without >= 0.0 && with > 2.0 * without + 0.5,
                 qPrintable(QString("%1, %2").arg(without).arg(with)));
    }

    void needsTheSoundItListensTo() {
        GeneratorConfig config = tiny();
        config.sound = true;
        const Engine engine = engineWith({}, config);
        DubbedActor dubbed(DrawnActor::talking(12), shifted(12));
        const auto refused = engine->plan(dubbed.job, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::invalidArgument);
    }

    // A voice on which a tone begins at 0.3 s changes what is painted there, not at the start.
    void hearsTheVoice() {
        GeneratorConfig config = tiny();
        config.sound = true;
        const Engine engine = vivid(config);
        const auto dub = [&engine](float late) {
            return std::make_unique<DubbedActor>(
                DrawnActor::talking(12), shifted(12),
                [late](synthesis::SegmentJob& job) {
                    for (int k = 0; k < 12; ++k) {
                        job.sound.times.push_back(k / 25.0);
                    }
                    job.sound.hear = [late](double start, double end, const std::stop_token&) {
                        return core::Result<nets::HeardSpeech>(heard(start, end, late));
                    };
                },
                engine);
        };
        const auto a = dub(0.1F);
        const auto b = dub(0.9F);
        QVERIFY(a->film() && b->film());
        QVERIFY(same(a->rendered(0), b->rendered(0)));
        QVERIFY(!same(a->rendered(10), b->rendered(10)));
    }

    void referencesAreDifferentFramesAndNeverBanned() {
        std::vector<float> openings;  // no two alike
        for (int k = 0; k < 60; ++k) {
            openings.push_back(0.11F * (1.0F + std::sin(1.3F * static_cast<float>(k))));
        }
        const auto library = libraryOf(DrawnActor(openings));
        std::vector<std::int64_t> banned;
        for (std::int64_t frame = 0; frame < 60; frame += 3) {
            banned.push_back(frame);
        }
        const auto references = *synthesis::referencesFrom(library, banned, 10);
        QCOMPARE(references.size(), std::size_t{10});
        std::set<std::size_t> different;
        for (const auto& reference : references) {
            different.insert(reference.index);
            QCOMPARE(reference.variation, 0);
            QVERIFY(library.frames()[reference.index].number % 3 != 0);
        }
        QCOMPARE(different.size(), std::size_t{10});
        // They show the mouth as open and as closed as the footage does, nearly.
        const auto opening = [&](std::size_t index) { return library.frames()[index].shape[0]; };
        const auto [least, most] = std::ranges::minmax(different, {}, opening);
        QVERIFY(opening(most) - opening(least) > 1.5F);
    }

    void fewFramesAreVaried() {
        const auto library = libraryOf(DrawnActor::talking(4));
        const auto references = *synthesis::referencesFrom(library, {}, 10);
        QCOMPARE(references.size(), std::size_t{10});
        std::set<std::pair<std::size_t, int>> different;
        for (const auto& reference : references) {
            different.emplace(reference.index, reference.variation);
        }
        QCOMPARE(different.size(), std::size_t{10});
        const DrawnActor actor = DrawnActor::talking(4);
        const synthesis::PlacedPicture picture{actor.picture(0), {}};
        std::vector<std::uint8_t> filmed;
        std::vector<std::uint8_t> varied;
        synthesis::appendLowerHalf({0, 0}, library.frames()[0], picture, kSize, filmed);
        synthesis::appendLowerHalf({0, 1}, library.frames()[0], picture, kSize, varied);
        QCOMPARE(filmed.size(), std::size_t{kSize * kSize / 2 * 3});
        QVERIFY(filmed != varied);
    }

    void everyFrameBannedIsAnError() {
        const auto library = libraryOf(DrawnActor::talking(3));
        const auto refused = synthesis::referencesFrom(library, {0, 1, 2}, 10);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::invalidArgument);
    }

    void whatIsReplacedIsNotShown() {
        const auto library = libraryOf(DrawnActor::talking(30));
        const std::vector<synthesis::MouthReference> references = {{3, 0}, {10, 0}, {12, 0}};
        const auto away = [&](std::size_t target, int neighbours) {
            return synthesis::referencesAwayFrom(library.frames()[target], neighbours, references,
                                                 library);
        };
        QCOMPARE(away(10, -1), (std::vector<int>{0, 1, 2}));
        QCOMPARE(away(10, 0), (std::vector<int>{0, 2}));
        QCOMPARE(away(10, 2), (std::vector<int>{0}));
        QCOMPARE(away(10, 25), (std::vector<int>{0}));
    }

private:
    // Silence, with a value of `late` in everything from 0.3 s on.
    static nets::HeardSpeech heard(double start, double end, float late) {
        nets::HeardSpeech speech;
        speech.startSeconds = start;
        const auto fill = [&](std::vector<float>& values, double perSecond, std::size_t bands) {
            const auto rows = static_cast<std::size_t>((end - start) * perSecond);
            for (std::size_t row = 0; row < rows; ++row) {
                const bool on = start + static_cast<double>(row) / perSecond >= 0.3;
                values.insert(values.end(), bands, on ? late : 0.0F);
            }
        };
        speech.mel.assign(static_cast<std::size_t>((end - start) * 80.0) * 80, -4.0F);
        fill(speech.phonetic, 100.0, 3);
        return speech;
    }
};

QTEST_GUILESS_MAIN(TestPaintedEngine)
#include "tst_paintedengine.moc"
