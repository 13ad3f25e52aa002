#include "engine/synthesis/mouthmodel.h"
#include "tests/face/facefixture.h"

#include <QtTest>
#include <random>

using namespace lipwright;
using synthesis::MouthModel;

class TestMouthModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reproducesTheMeasures_data() {
        QTest::addColumn<int>("frames");
        QTest::newRow("a single frame: the prior alone") << 1;
        QTest::newRow("few frames") << 10;
        QTest::newRow("many frames") << 400;
    }

    // Measuring the landmarks the model changed gives the change that was asked for.
    void reproducesTheMeasures() {
        QFETCH(int, frames);
        const MouthModel model = fitted(frames);
        const auto pose = face::test::poseOf(0.0F, 0.0F, 0.0F, 1.0F, {0.0F, 0.0F});
        const auto start = face::test::headFace(0.05F);
        const auto measuredStart = face::measureMouth(face::toPicture(start, pose), pose);
        for (const face::MouthShape& change : consistentChanges()) {
            using synthesis::operator+;
            const auto moved = start + model.change(relativeChange(change));
            const auto measured = face::measureMouth(face::toPicture(moved, pose), pose);
            for (std::size_t k = 0; k < change.size(); ++k) {
                QVERIFY2(std::abs(measured[k] - measuredStart[k] - change[k]) < 0.004F,
                         qPrintable(QString("measure %1").arg(k)));
            }
        }
    }

    void learnsTheActor() {
        const MouthModel model = fitted(400);
        const auto pose = face::test::poseOf(0.0F, 0.0F, 0.0F);
        const auto truth = face::test::headFace(0.15F);
        const auto picture = face::toPicture(truth, pose);
        const auto predicted =
            model.predict(range().relative(face::measureMouth(picture, pose)), pose);
        for (std::size_t k = 48; k < truth.size(); ++k) {
            QVERIFY(cv::norm(predicted[k] - truth[k]) < 0.02);
        }
    }

private:
    static face::MouthRange range() {
        face::MouthRange result;
        result.centre = {0.1F, 0.6F, 0.35F, 0.9F, 0.25F, 0.35F};
        result.range = {0.07F, 0.04F, 0.06F, 0.06F, 0.02F, 0.07F};
        return result;
    }

    // In head units; an opening needs lips that part.
    static std::vector<face::MouthShape> consistentChanges() {
        return {{0, 0.04F, 0, 0, 0, 0},
                {0, 0, 0.05F, 0, 0, 0},
                {0, 0, 0, 0.05F, 0, 0},
                {0.02F, 0, 0, 0, -0.02F, 0},
                {0.05F, 0, 0, 0, 0, 0.05F}};
    }

    static face::MouthShape relativeChange(const face::MouthShape& change) {
        face::MouthShape result{};
        for (std::size_t m = 0; m < change.size(); ++m) {
            result[m] = change[m] / range().range[m];
        }
        return result;
    }

    static MouthModel fitted(int frames) {
        MouthModel::Fit fit(range());
        std::mt19937 random(7);
        std::uniform_real_distribution<float> opening(0.0F, 0.25F);
        std::uniform_real_distribution<float> wider(-0.1F, 0.1F);
        for (int k = 0; k < frames; ++k) {
            const auto pose = face::test::poseOf(0.0F, 0.0F, 0.0F);
            const auto points =
                face::test::noisy(face::test::pictureFace(pose, opening(random), wider(random)),
                                  0.3F, static_cast<unsigned>(k));
            fit.add(face::toHeadCoordinates(points, pose),
                    range().relative(face::measureMouth(points, pose)), pose);
        }
        return fit.solve();
    }
};

QTEST_GUILESS_MAIN(TestMouthModel)
#include "tst_mouthmodel.moc"
