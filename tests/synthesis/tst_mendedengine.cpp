#include "engine/nets/mendermodel_p.h"
#include "engine/nets/mouthmender.h"
#include "engine/synthesis/mendedengine.h"
#include "tests/synthesis/dubbedactor.h"

#include <QtTest>

using namespace lipwright;
using test::DrawnActor;
using test::DubbedActor;

namespace {

/// A mender that adds `added` (about) everywhere its mask is full.
std::shared_ptr<const nets::MouthMender> menderThatAdds(float added, const QTemporaryDir& folder) {
    torch::manual_seed(1);
    nets::MenderModel model(nets::MenderConfig{64, 4});
    {
        const torch::NoGradGuard noGradient;
        for (auto& item : model->named_parameters()) {
            if (item.key() == "output.bias") {
                item.value().fill_(std::atanh(added / nets::kLargestMend));
            }
        }
    }
    const auto file = std::filesystem::path(folder.path().toStdString()) / "mender.weights";
    const auto written =
        nets::writeTensors(file, nets::menderArchive(*model), nets::StoredPrecision::full);
    auto loaded = nets::MouthMender::load(file);
    if (!written || !loaded) {
        qFatal("the mender can not be made");
    }
    return std::make_shared<const nets::MouthMender>(std::move(*loaded));
}

}  // namespace

class TestMendedEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mends_data() {
        QTest::addColumn<int>("bitDepth");
        QTest::newRow("8 bits") << 8;
        QTest::newRow("10 bits") << 10;
    }

    // A mender that has learnt nothing changes nothing; one that brightens does so by as much,
    // around the mouth, and not where the patch is transparent.
    void mends() {
        QFETCH(int, bitDepth);
        const DrawnActor actor = DrawnActor::talking(12, bitDepth);
        DubbedActor dubbed(actor, actor.ownCurve());
        QVERIFY(dubbed.film());
        const auto warped = dubbed.rendered(5);
        const QTemporaryDir folder;
        QVERIFY(cv::norm(mended(dubbed, menderThatAdds(0.0F, folder)).patch.rgb, warped.patch.rgb,
                         cv::NORM_INF) == 0.0);
        const auto brighter = mended(dubbed, menderThatAdds(0.1F, folder));
        QCOMPARE(brighter.region, warped.region);
        QVERIFY(cv::norm(brighter.patch.alpha, warped.patch.alpha, cv::NORM_INF) == 0.0);
        const double full = bitDepth == 8 ? 255.0 : 65535.0;
        cv::Mat difference;
        cv::subtract(brighter.patch.rgb, warped.patch.rgb, difference, {}, CV_32F);
        const cv::Point2f lip = dubbed.actor.landmarks(5)[57];
        const cv::Vec3f added = difference.at<cv::Vec3f>(cv::Point(lip) - warped.region.tl());
        QVERIFY2(std::abs(added[1] / full - 0.1) < 0.015, qPrintable(QString::number(added[1])));
        difference.setTo(cv::Scalar::all(0), warped.patch.alpha != 0);
        QVERIFY(cv::norm(difference, cv::NORM_INF) == 0.0);
    }

    void saysWhatTheWarpSays() {
        const DrawnActor actor = DrawnActor::talking(12);
        DubbedActor dubbed(actor, actor.ownCurve());
        const QTemporaryDir folder;
        const synthesis::MendedEngine engine(menderThatAdds(0.0F, folder));
        QCOMPARE(engine.name(), std::string("mended 1"));
        const auto plan = engine.plan(dubbed.job, {}, {});
        QVERIFY(plan.has_value());
        QCOMPARE((*plan)->pictures(), dubbed.plan->pictures());
        QCOMPARE((*plan)->patchSize(), dubbed.plan->patchSize());
        QCOMPARE((*plan)->frames().size(), dubbed.plan->frames().size());
        synthesis::SegmentJob empty = dubbed.job;
        empty.endFrame = empty.firstFrame;
        QVERIFY(!engine.plan(empty, {}, {}).has_value());
    }

private:
    static synthesis::SynthesizedFrame mended(DubbedActor& dubbed,
                                              std::shared_ptr<const nets::MouthMender> mender) {
        const auto plan = synthesis::MendedEngine(std::move(mender)).plan(dubbed.job, {}, {});
        if (!plan) {
            qFatal("%s", plan.error().text().c_str());
        }
        auto made = (*plan)->render(*dubbed.reader->frame(5), *dubbed.pictures);
        if (!made) {
            qFatal("%s", made.error().text().c_str());
        }
        return *made;
    }
};

QTEST_GUILESS_MAIN(TestMendedEngine)
#include "tst_mendedengine.moc"
