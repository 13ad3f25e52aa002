#include "engine/training/diffaugment_p.h"

#include <QtTest>
#include <cmath>
#include <numbers>

using namespace lipwright::training;

namespace {

/// Black but for one white pixel.
torch::Tensor dot(std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x) {
    torch::Tensor picture = torch::zeros({1, 1, height, width});
    picture[0][0][y][x] = 1.0;
    return picture;
}

}  // namespace

class TestDiffAugment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingDrawnChangesNothing() {
        const torch::Tensor stacks = torch::rand({2, 15, 8, 16});
        const torch::Tensor result = augmented(stacks, {Augmentation{}, Augmentation{}});
        QVERIFY(torch::allclose(result, stacks, 1e-5, 1e-5));
        QVERIFY_EXCEPTION_THROWN((void)augmented(stacks, {Augmentation{}}), c10::Error);
    }

    void movesRightAndDown() {
        Augmentation move;
        move.right = 3.0 / 16.0;
        move.down = 2.0 / 8.0;
        const torch::Tensor result = augmented(dot(8, 16, 2, 5), {move});
        QVERIFY(torch::allclose(result, dot(8, 16, 4, 8), 0.0, 1e-5));
    }

    void turnsClockwiseInPixels() {
        // From the centre (x 7.5, y 3.5) the pixel lies 1.5 right and 0.5 up; a quarter turn
        // clockwise puts it 0.5 right and 1.5 down, though the picture is twice as wide as high.
        Augmentation turn;
        turn.rotation = std::numbers::pi / 2.0;
        const torch::Tensor result = augmented(dot(8, 16, 3, 9), {turn});
        QVERIFY(std::abs(result[0][0][5][8].item<double>() - 1.0) < 1e-4);
        // The middle square shows the picture once; beside it are mirror images.
        QVERIFY(std::abs(result.narrow(3, 4, 8).sum().item<double>() - 1.0) < 1e-3);
    }

    void growsAboutTheCentre() {
        // Twice as large: what was 1.5 from the centre is 3 from it, half in either neighbour.
        Augmentation grow;
        grow.scale = 2.0;
        const torch::Tensor row = augmented(dot(8, 16, 3, 9), {grow})[0][0].sum(0);
        QVERIFY(std::abs(row[10].item<double>() - row[11].item<double>()) < 1e-4);
        QVERIFY(std::abs(row.sum().item<double>() - 4.0) < 1e-3);
    }

    void shiftsThenTurnsAboutTheMovedCentre() {
        Augmentation both;
        both.rotation = std::numbers::pi;
        both.right = 2.0 / 16.0;
        // Half a turn puts x 9 at 6 and y 3 at 4; the shift then adds two columns.
        QVERIFY(torch::allclose(augmented(dot(8, 16, 3, 9), {both}), dot(8, 16, 4, 8), 0.0, 1e-4));
    }

    void mirrorsBeyondTheBorder() {
        Augmentation move;
        move.right = 0.25;
        const torch::Tensor picture = torch::rand({1, 3, 4, 8});
        const torch::Tensor result = augmented(picture, {move});
        QVERIFY(
            torch::allclose(result.narrow(3, 0, 2), picture.narrow(3, 0, 2).flip(3), 1e-4, 1e-4));
    }

    void cutsOutTheBoxOnly() {
        Augmentation cut;
        cut.boxLeft = 0.75;
        cut.boxTop = -0.25;
        cut.boxWidth = 0.5;  // half of it lies outside
        cut.boxHeight = 0.5;
        const torch::Tensor result = augmented(torch::ones({1, 3, 8, 16}), {cut});
        torch::Tensor expected = torch::ones({1, 3, 8, 16});
        expected.narrow(2, 0, 2).narrow(3, 12, 4).fill_(0.5);
        QVERIFY(torch::allclose(result, expected, 0.0, 1e-5));
    }

    void framesOfASampleAreTreatedAlike() {
        Random random(4);
        AugmentationRange range;
        range.erasing = 1.0;
        const torch::Tensor frame = torch::rand({2, 3, 16, 32});
        const torch::Tensor stacks = frame.repeat({1, 5, 1, 1});
        const torch::Tensor result = diffAugment(stacks, random, range);
        for (std::int64_t i = 1; i < 5; ++i) {
            QVERIFY(torch::equal(result.narrow(1, 3 * i, 3), result.narrow(1, 0, 3)));
        }
        QVERIFY(!torch::allclose(result.narrow(1, 0, 3), frame, 0.0, 0.05));
    }

    void samplesAreTreatedDifferently() {
        Random random(4);
        const torch::Tensor stacks = torch::rand({1, 3, 16, 32}).repeat({2, 1, 1, 1});
        const torch::Tensor result = diffAugment(stacks, random);
        QVERIFY(!torch::allclose(result[0], result[1], 0.0, 0.05));
    }

    void gradientsPassThrough() {
        // The augmentation is affine in the picture, so its gradient foretells any change exactly.
        Random random(9);
        AugmentationRange range;
        range.erasing = 1.0;
        const auto drawn = drawAugmentations(2, random, range);
        torch::Tensor picture = torch::rand({2, 3, 8, 16}, torch::kDouble).requires_grad_(true);
        const torch::Tensor weight = torch::rand({2, 3, 8, 16}, torch::kDouble);
        const torch::Tensor change = torch::rand({2, 3, 8, 16}, torch::kDouble);
        const auto judged = [&](const torch::Tensor& x) {
            return (augmented(x, drawn) * weight).sum();
        };
        const torch::Tensor before = judged(picture);
        before.backward();
        const double foretold = (picture.grad() * change).sum().item<double>();
        const double actual = (judged(picture.detach() + change) - before).item<double>();
        QVERIFY(foretold > 1.0);
        QVERIFY(std::abs(foretold - actual) < 1e-9);
    }

    void drawsWithinItsRangeAndFromTheRunsNumbers() {
        Random random(6);
        Random again = random;
        const AugmentationRange range;
        const auto drawn = drawAugmentations(400, random, range);
        int boxes = 0;
        double furthest = 0.0;
        for (const Augmentation& a : drawn) {
            furthest = std::max(furthest, std::abs(a.right));
            boxes += a.boxWidth > 0.0 ? 1 : 0;
            QVERIFY(std::abs(a.down) <= range.shift && std::abs(a.rotation) <= range.rotation);
            QVERIFY(std::abs(std::log(a.scale)) <= range.scale + 1e-12);
            QVERIFY(a.boxWidth <= range.largestBox && a.boxHeight <= range.largestBox);
        }
        QVERIFY(furthest > 0.9 * range.shift && furthest <= range.shift);
        QVERIFY(boxes > 150 && boxes < 250);
        const auto repeated = drawAugmentations(400, again, range);
        QCOMPARE(repeated.back().rotation, drawn.back().rotation);
        QCOMPARE(repeated.back().boxLeft, drawn.back().boxLeft);
        QCOMPARE(random.uniform(), again.uniform());
    }
};

QTEST_GUILESS_MAIN(TestDiffAugment)
#include "tst_diffaugment.moc"
