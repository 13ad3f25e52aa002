#include "engine/nets/facereference.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using nets::ExpertSight;
using nets::FaceReference;

class TestFaceReference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesLoseTheirMeanOnly() {
        constexpr std::size_t kValues = nets::kExpertPictureValues;
        std::vector<float> values(3 * kValues, 1.0F);
        values[5] = 4.0F;  // of the first frame; mean 2
        const auto reference = FaceReference::of(ExpertSight::pictures, values);
        QCOMPARE(reference.centre[5], 2.0F);
        QCOMPARE(reference.range[5], 1.0F);
        reference.makeRelative(ExpertSight::pictures, values);
        QCOMPARE(values[5], 2.0F);
        QCOMPARE(values[kValues + 5], -1.0F);
        QCOMPARE(values[0], 0.0F);
    }

    void landmarksLoseMedianAndRange() {
        constexpr std::size_t kValues = nets::kExpertMouthValues;
        std::vector<float> values(101 * kValues, 0.0F);
        for (std::size_t row = 0; row < 101; ++row) {
            values[row * kValues + 7] = static_cast<float>(row) / 100.0F;  // 0, 0.01 ... 1
        }
        values[100 * kValues + 7] = 50.0F;  // a misfit moves neither
        const auto reference = FaceReference::of(ExpertSight::landmarks, values);
        QCOMPARE(reference.centre[7], 0.5F);
        QVERIFY(std::abs(reference.range[7] - 0.9F / 3.2897F) < 1e-3F);
        reference.makeRelative(ExpertSight::landmarks, values);
        QCOMPARE(values[50 * kValues + 7], 0.0F);
        QVERIFY(std::abs(values[95 * kValues + 7] - 3.2897F / 2) < 1e-2F);
        QCOMPARE(values[100 * kValues + 7], 4.0F);  // clipped
        QCOMPARE(values[0], 0.0F);                  // what never moves stays finite
    }

    void noFrameAtAllChangesNothing() {
        const auto reference = FaceReference::of(ExpertSight::landmarks, {});
        std::vector<float> values(nets::kExpertMouthValues, 1.5F);
        reference.makeRelative(ExpertSight::landmarks, values);
        QCOMPARE(values.front(), 1.5F);
    }
};

QTEST_GUILESS_MAIN(TestFaceReference)
#include "tst_facereference.moc"
