#include "engine/training/generatorlosses_p.h"

#include <QtTest>
#include <cmath>

using namespace lipwright::training;

namespace {

/// A picture (1, 3, 1, n) whose three channels are alike.
torch::Tensor grey(const std::vector<double>& values) {
    return torch::tensor(values, torch::kDouble)
        .view({1, 1, 1, static_cast<std::int64_t>(values.size())})
        .expand({1, 3, 1, -1})
        .clone();
}

torch::Tensor masked(const std::vector<double>& values) {
    return grey(values).narrow(1, 0, 1).clone();
}

torch::Tensor numbers(const std::vector<double>& values) {
    return torch::tensor(values, torch::kDouble);
}

bool near(const torch::Tensor& value, double expected, double tolerance = 1e-6) {
    if (std::abs(value.item<double>() - expected) <= tolerance) {
        return true;
    }
    qWarning("%.9g instead of %.9g", value.item<double>(), expected);
    return false;
}

/// D(x) = w·x for (N, 3): its gradient is w everywhere.
Critic linearCritic(const torch::Tensor& weight) {
    return [weight](const torch::Tensor& x) { return x.mv(weight); };
}

}  // namespace

class TestGeneratorLosses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void maskedL1ByHand() {
        // Channels differ by 0.2, 0.4 and 0.6 at the first place: 0.4 in the mean; by 0.5 at the
        // second. (1 · 0.4 + 0.5 · 0.5) / 1.5 = 0.433333
        const torch::Tensor real = grey({0.0, 0.0, 0.0});
        torch::Tensor painted = grey({0.4, 0.5, 0.9});
        painted[0][0][0][0] = 0.2;
        painted[0][2][0][0] = 0.6;
        const torch::Tensor loss = maskedL1(painted, real, masked({1.0, 0.5, 0.0}));
        QVERIFY(near(loss, 0.65 / 1.5));
        QVERIFY(near(maskedL1(painted, real, masked({0.0, 0.0, 0.0})), 0.0));
    }

    void maskedL1MovesThePictureOnly() {
        torch::Tensor painted = grey({0.2, 0.7, 0.9}).requires_grad_(true);
        torch::Tensor mask = masked({1.0, 1.0, 0.0}).requires_grad_(true);
        maskedL1(painted, grey({0.5, 0.5, 0.5}), mask).backward();
        // Three channels of two places share the slope 1: −1/6, +1/6 and nothing.
        QVERIFY(near(painted.grad()[0][0][0][0], -1.0 / 6.0));
        QVERIFY(near(painted.grad()[0][1][0][1], 1.0 / 6.0));
        QVERIFY(near(painted.grad()[0][2][0][2], 0.0));
        QVERIFY(!mask.grad().defined());
    }

    void perceptualByHand() {
        // Level one, 2 · 1 · 2 values: (1 + 4 + 0 + 9) / 4 = 3.5. Level two, one value: 0.25.
        // A second sample without any difference halves both: 1.875.
        const torch::Tensor first = torch::tensor({1.0, -2.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0});
        const std::vector<torch::Tensor> painted{first.view({2, 2, 1, 2}),
                                                 torch::tensor({0.5, 0.0}).view({2, 1, 1, 1})};
        const std::vector<torch::Tensor> real{torch::zeros({2, 2, 1, 2}),
                                              torch::zeros({2, 1, 1, 1})};
        QVERIFY(near(perceptualLoss(painted, real), 1.875));
        QVERIFY_EXCEPTION_THROWN((void)perceptualLoss(painted, {real.front()}), c10::Error);
    }

    void expertByHand() {
        // −log 1 = 0, −log 0.5 = 0.693147, −log 0.001 = 6.907755 for what is clipped.
        QVERIFY(near(expertLoss(numbers({1.0, 0.5})), 0.693147 / 2.0));
        QVERIFY(near(expertLoss(numbers({1e-9, 0.001})), 6.907755));
        QVERIFY(near(expertLoss(numbers({0.0})), 6.907755));
        QVERIFY(near(expertLoss(numbers({1.5})), 0.0));
    }

    void expertGradientIsClippedToo() {
        torch::Tensor d = numbers({0.5, 1e-5, 0.0}).requires_grad_(true);
        expertLoss(d).backward();
        QVERIFY(near(d.grad()[0], -2.0 / 3.0));  // −1/d, a third of it
        QVERIFY(near(d.grad()[1], 0.0));
        QVERIFY(near(d.grad()[2], 0.0));
    }

    void maskByHand() {
        // −log 0.8 = 0.223144, −log(1 − 0.3) = 0.356675, mean 0.289909
        QVERIFY(near(maskLoss(masked({0.8, 0.3}), masked({1.0, 0.0})), 0.289909));
        // A soft truth: −(0.5 log 0.8 + 0.5 log 0.2) = 0.916291
        QVERIFY(near(maskLoss(masked({0.8}), masked({0.5})), 0.916291));
    }

    void maskLossOfCertainErrorsIsFinite() {
        torch::Tensor mask = masked({0.0, 1.0}).to(torch::kFloat).requires_grad_(true);
        const torch::Tensor loss = maskLoss(mask, masked({1.0, 0.0}).to(torch::kFloat));
        loss.backward();
        QVERIFY(near(loss, 13.8155, 0.1));  // −log 1e-6
        QVERIFY(torch::isfinite(mask.grad()).all().item<bool>());
    }

    void blendByHand() {
        // Kernel exp(−x²/18) over −2…2, normalised: 0.178203, 0.210522, 0.222549, 0.210522,
        // 0.178203. Rows are alike, so only columns matter; the border is repeated.
        const torch::Tensor mask = masked({0.0, 0.0, 0.0, 1.0, 1.0, 1.0});
        const torch::Tensor result =
            blended(grey({1, 1, 1, 1, 1, 1}), grey({0, 0, 0, 0, 0, 0}), mask);
        const std::vector<double> expected{0.0, 0.178203, 0.388726, 0.611275, 0.821797, 1.0};
        for (std::int64_t i = 0; i < 6; ++i) {
            QVERIFY(near(result[0][1][0][i], expected[static_cast<std::size_t>(i)]));
        }
        // Alike in both directions.
        const torch::Tensor turned = blended(torch::ones({1, 3, 6, 1}), torch::zeros({1, 3, 6, 1}),
                                             mask.transpose(2, 3).to(torch::kFloat));
        QVERIFY(torch::allclose(turned.transpose(2, 3).to(torch::kDouble), result, 1e-5, 1e-6));
        // 0.5 · 0.2 + 0.5 · 0.6 = 0.4; where the mask is empty the picture is the real one.
        QVERIFY(near(blended(grey({0.2}), grey({0.6}), masked({0.5}))[0][0][0][0], 0.4));
        QVERIFY(near(blended(grey({0.2}), grey({0.6}), masked({0.0}))[0][0][0][0], 0.6));
    }

    void blendLeavesTheMaskAlone() {
        torch::Tensor painted = grey({0.2, 0.3}).requires_grad_(true);
        torch::Tensor mask = masked({0.5, 0.5}).requires_grad_(true);
        blended(painted, grey({0.6, 0.6}), mask).sum().backward();
        QVERIFY(!mask.grad().defined());
        QVERIFY(near(painted.grad().sum(), 6 * 0.5));
    }

    void gamesByHand_data() {
        QTest::addColumn<int>("game");
        QTest::addColumn<double>("generator");
        QTest::addColumn<double>("discriminator");
        // log(1 + e^-1) = 0.313262, log(1 + e^2) = 2.126928: mean 1.220095 for logits 1 and −2.
        // Real 2 and 0: log(1 + e^-2) = 0.126928, log 2 = 0.693147, mean 0.410038; painted 1 and
        // −2: log(1 + e) = 1.313262, log(1 + e^-2) = 0.126928, mean 0.720095. Sum 1.130133.
        QTest::newRow("non-saturating")
            << static_cast<int>(AdversarialGame::nonSaturating) << 1.220095 << 1.130133;
        // Means: painted −0.5, real 1.
        QTest::newRow("wasserstein")
            << static_cast<int>(AdversarialGame::wasserstein) << 0.5 << -1.5;
        QTest::newRow("wasserstein with penalty")
            << static_cast<int>(AdversarialGame::wassersteinPenalty) << 0.5 << -1.5;
    }
    void gamesByHand() {
        QFETCH(int, game);
        QFETCH(double, generator);
        QFETCH(double, discriminator);
        const auto played = static_cast<AdversarialGame>(game);
        const torch::Tensor painted = numbers({1.0, -2.0});
        QVERIFY(near(generatorGameLoss(played, painted), generator));
        QVERIFY(near(discriminatorGameLoss(played, numbers({2.0, 0.0}), painted), discriminator));
    }

    void aSureDiscriminatorStillTeaches() {
        torch::Tensor logits = numbers({-500.0}).requires_grad_(true);
        const torch::Tensor loss = generatorGameLoss(AdversarialGame::nonSaturating, logits);
        loss.backward();
        QVERIFY(near(loss, 500.0));
        QVERIFY(near(logits.grad()[0], -1.0));
    }

    void r1OfALinearCritic() {
        // ‖(2, −1, 2)‖² = 9 wherever it is looked at: 10/2 · 9 = 45.
        torch::Tensor weight = numbers({2.0, -1.0, 2.0}).requires_grad_(true);
        const torch::Tensor real = torch::rand({4, 3}, torch::kDouble);
        const torch::Tensor penalty = r1Penalty(linearCritic(weight), real);
        QVERIFY(near(penalty, 45.0));
        QVERIFY(near(r1Penalty(linearCritic(weight), real, 1.0), 4.5));
        penalty.backward();  // γ·w
        QVERIFY(torch::allclose(weight.grad(), numbers({20.0, -10.0, 20.0})));
    }

    void r1OfACurvedCritic() {
        // D(x) = Σ x²: gradient 2x. Samples (1, 0, 0) and (1, 1, 1): (4 + 12) / 2 = 8 in the mean.
        const Critic curved = [](const torch::Tensor& x) { return x.square().sum(1); };
        const torch::Tensor real = numbers({1, 0, 0, 1, 1, 1}).view({2, 3});
        QVERIFY(near(r1Penalty(curved, real, 2.0), 8.0));
        const torch::NoGradGuard noGradient;  // measured where nothing is learnt, too
        QVERIFY(near(r1Penalty(curved, real, 2.0), 8.0));
    }

    void penaltyOfALinearCritic() {
        // (‖w‖ − 1)² = (3 − 1)² = 4, times 10; its slope is 2 · 10 · (3 − 1) · w/‖w‖.
        torch::Tensor weight = numbers({2.0, -1.0, 2.0}).requires_grad_(true);
        const torch::Tensor penalty =
            gradientPenalty(linearCritic(weight), torch::rand({2, 3}, torch::kDouble),
                            torch::rand({2, 3}, torch::kDouble), numbers({0.3, 0.9}));
        QVERIFY(near(penalty, 40.0));
        penalty.backward();
        QVERIFY(torch::allclose(weight.grad(), numbers({2.0, -1.0, 2.0}) * (40.0 / 3.0)));
    }

    void penaltyIsTakenBetweenRealAndPainted() {
        // D(x) = x²/2 has the slope |x|. Real 4, painted 2: 0.75 of real is 3.5, 0 of it is 2.
        // ((3.5 − 1)² + (2 − 1)²) / 2 = 3.625
        const Critic curved = [](const torch::Tensor& x) {
            return x.square().flatten(1).sum(1) / 2;
        };
        const torch::Tensor real = torch::full({2, 1, 1, 1}, 4.0);
        const torch::Tensor painted = torch::full({2, 1, 1, 1}, 2.0);
        QVERIFY(near(gradientPenalty(curved, real, painted, torch::tensor({0.75, 0.0}), 1.0), 3.625,
                     1e-5));
    }

    void penaltyOfAFlatCriticIsFinite() {
        torch::Tensor weight = torch::zeros({3}, torch::kDouble).requires_grad_(true);
        const torch::Tensor samples = torch::rand({2, 3}, torch::kDouble);
        const torch::Tensor penalty =
            gradientPenalty(linearCritic(weight), samples, samples, numbers({0.5, 0.5}));
        penalty.backward();
        QVERIFY(near(penalty, 10.0, 1e-3));
        QVERIFY(torch::isfinite(weight.grad()).all().item<bool>());
    }

    void penaltiesDoNotReachThePainter() {
        torch::Tensor weight = numbers({2.0, -1.0, 2.0}).requires_grad_(true);
        torch::Tensor painted = torch::rand({2, 3}, torch::kDouble).requires_grad_(true);
        const Critic curved = [&weight](const torch::Tensor& x) { return x.square().mv(weight); };
        gradientPenalty(curved, torch::rand({2, 3}, torch::kDouble), painted, numbers({0.5, 0.5}))
            .backward();
        QVERIFY(weight.grad().defined());
        QVERIFY(!painted.grad().defined());
    }

    void sumByHand() {
        LossTerms terms;
        terms.l1 = torch::tensor(2.0);
        terms.perceptual = torch::tensor(4.0);
        terms.expert = torch::tensor(10.0);
        terms.mask = torch::tensor(0.5);
        terms.adversarial = torch::tensor(30.0);
        // 2 + 0.5 · 4 + 0.01 · 10 + 0.5 = 4.6, and 2 + 2 + 1 + 0.5 + 0.01 · 30 = 5.8
        QVERIFY(near(totalLoss(terms, LossWeights::stage1()), 4.6));
        QVERIFY(near(totalLoss(terms, LossWeights::stage2()), 5.8));
        terms.expert = torch::Tensor();
        QVERIFY(near(totalLoss(terms, LossWeights::stage2()), 4.8));
        // What weighs nothing cannot spoil the sum.
        terms.adversarial = torch::tensor(std::nan(""));
        QVERIFY(near(totalLoss(terms, LossWeights::stage1()), 4.5));
        QVERIFY_EXCEPTION_THROWN((void)totalLoss({}, LossWeights::stage1()), c10::Error);
    }

    void halfPrecisionIsWidened() {
        const torch::Tensor painted = torch::full({1, 3, 64, 64}, 0.75, torch::kBFloat16);
        const torch::Tensor real = torch::full({1, 3, 64, 64}, 0.5, torch::kBFloat16);
        const torch::Tensor loss = maskedL1(painted, real, torch::ones({1, 1, 64, 64}));
        QCOMPARE(loss.scalar_type(), torch::kFloat);
        QVERIFY(near(loss, 0.25));
    }
};

QTEST_GUILESS_MAIN(TestGeneratorLosses)
#include "tst_generatorlosses.moc"
