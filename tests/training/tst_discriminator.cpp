#include "engine/training/discriminator_p.h"
#include "engine/training/generatorlosses_p.h"

#include <QtTest>

using namespace lipwright::training;

namespace {

double largestSingularValue(const torch::Tensor& weight) {
    return torch::linalg_svdvals(weight.detach().flatten(1)).max().item<double>();
}

SpectralConvolution convolution(bool normalised = true) {
    torch::manual_seed(5);
    return SpectralConvolution(torch::nn::Conv2dOptions(6, 8, 3).padding(1), normalised);
}

/// Noise, and the same noise without its fine detail: what painters make first.
struct ToyBatch {
    torch::Tensor real, painted;
};

ToyBatch toyBatch(std::int64_t count, std::int64_t frames) {
    const torch::Tensor real = torch::rand({count, 3 * frames, 16, 32});
    const torch::Tensor painted = torch::avg_pool2d(real, 3, 1, 1);
    return {real, painted};
}

torch::Tensor penaltyOf(AdversarialGame game, Discriminator& judge, const ToyBatch& batch) {
    const Critic critic = [&judge](const torch::Tensor& x) { return judge->forward(x); };
    switch (game) {
        case AdversarialGame::nonSaturating:
            return r1Penalty(critic, batch.real);
        case AdversarialGame::wassersteinPenalty:
            return gradientPenalty(critic, batch.real, batch.painted,
                                   torch::rand({batch.real.size(0)}));
        case AdversarialGame::wasserstein:
            break;
    }
    return torch::zeros({});
}

Discriminator judgeAfter(AdversarialGame game, int steps) {
    torch::manual_seed(7);
    Discriminator judge(DiscriminatorConfig{32, 3, 8, game == AdversarialGame::nonSaturating});
    torch::optim::Adam optimizer(judge->parameters(),
                                 torch::optim::AdamOptions(2e-3).betas({0.0, 0.9}));
    for (int step = 0; step < steps; ++step) {
        const ToyBatch batch = toyBatch(8, 3);
        optimizer.zero_grad();
        const torch::Tensor loss =
            discriminatorGameLoss(game, judge->forward(batch.real), judge->forward(batch.painted)) +
            penaltyOf(game, judge, batch);
        loss.backward();
        optimizer.step();
        if (game == AdversarialGame::wasserstein) {
            clipWeights(*judge, 0.05);
        }
    }
    judge->eval();
    return judge;
}

/// Of unseen pictures, real and painted, those on the right side of the middle of the means.
double shareTold(Discriminator judge) {
    const torch::NoGradGuard noGradient;
    torch::manual_seed(11);
    const ToyBatch unseen = toyBatch(64, 3);
    const torch::Tensor real = judge->forward(unseen.real);
    const torch::Tensor painted = judge->forward(unseen.painted);
    const torch::Tensor middle = (real.mean() + painted.mean()) / 2;
    const torch::Tensor right =
        (real > middle).to(torch::kDouble).mean() + (painted < middle).to(torch::kDouble).mean();
    return right.item<double>() / 2;
}

}  // namespace

class TestDiscriminator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void largestSingularValueIsOne() {
        SpectralConvolution layer = convolution();
        for (int i = 0; i < 50; ++i) {
            (void)layer->forward(torch::rand({1, 6, 4, 4}));
        }
        QVERIFY(largestSingularValue(layer->convolution->weight) > 0.0);
        QVERIFY(std::abs(largestSingularValue(layer->effectiveWeight()) - 1.0) < 1e-2);
    }

    void growingWeightsChangeNothing() {
        SpectralConvolution layer = convolution();
        layer->eval();
        layer->convolution->bias.detach().zero_();
        const torch::Tensor input = torch::rand({1, 6, 4, 4});
        const torch::Tensor before = layer->forward(input);
        layer->convolution->weight.detach().mul_(100.0);
        QVERIFY(torch::allclose(layer->forward(input), before, 1e-4, 1e-5));
    }

    void gradientKeepsTheLengthOfTheWeight() {
        // The normalised weight does not depend on the length of the weight, so that the gradient
        // stands upright on it: only where the gradient flows through the singular value, too.
        SpectralConvolution layer = convolution();
        layer->forward(torch::rand({2, 6, 4, 4})).square().sum().backward();
        const torch::Tensor weight = layer->convolution->weight;
        const double along = (weight.grad() * weight.detach()).sum().item<double>();
        const double whole = weight.grad().norm().item<double>() * weight.norm().item<double>();
        QVERIFY(whole > 1.0);
        QVERIFY(std::abs(along) < 1e-4 * whole);
    }

    void iteratesInTrainingOnly() {
        SpectralConvolution layer = convolution();
        layer->convolution->weight.detach().normal_();
        const torch::Tensor first = layer->left.clone();
        layer->eval();
        (void)layer->forward(torch::rand({1, 6, 4, 4}));
        QVERIFY(torch::equal(layer->left, first));
        layer->train();
        (void)layer->forward(torch::rand({1, 6, 4, 4}));
        QVERIFY(!torch::equal(layer->left, first));
        QVERIFY(std::abs(layer->left.norm().item<double>() - 1.0) < 1e-5);
    }

    void seedDecidesTheWeights() {
        QVERIFY(torch::equal(convolution()->effectiveWeight(), convolution()->effectiveWeight()));
        QCOMPARE(convolution(true)->buffers().size(), std::size_t{2});
        const SpectralConvolution plain = convolution(false);
        QVERIFY(plain->buffers().empty());
        QVERIFY(torch::equal(plain->effectiveWeight(), plain->convolution->weight));
    }

    void twoPassesBeforeOneGradient() {
        SpectralConvolution layer = convolution();
        const torch::Tensor first = layer->forward(torch::rand({1, 6, 4, 4}));
        const torch::Tensor second = layer->forward(torch::rand({1, 6, 4, 4}));
        (first.sum() + second.sum()).backward();
        QVERIFY(torch::isfinite(layer->convolution->weight.grad()).all().item<bool>());
    }

    void oneLogitPerStack_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("layers");
        QTest::newRow("small") << 32 << 1 << 3;    // 16, 8, 4 rows
        QTest::newRow("96 px") << 96 << 5 << 5;    // 48, 24, 12, 6, 3 rows
        QTest::newRow("160 px") << 160 << 5 << 6;  // 80, 40, 20, 10, 5, 2 rows
    }
    void oneLogitPerStack() {
        QFETCH(int, size);
        QFETCH(int, frames);
        QFETCH(int, layers);
        Discriminator judge(DiscriminatorConfig{size, frames, 4, true});
        QCOMPARE(static_cast<int>(judge->layers.size()), layers);
        const torch::Tensor stacks =
            stackedFrames(torch::rand({2 * frames, 3, size / 2, size}), frames);
        const torch::Tensor logits = judge->forward(stacks);
        QVERIFY(logits.sizes() == torch::IntArrayRef({2}));
        QVERIFY(logits[0].item<double>() != logits[1].item<double>());
        QCOMPARE(judge->buffers().size(), judge->layers.size() * 2);
    }

    void framesAreStackedInTheirOrder() {
        const torch::Tensor frames = torch::rand({6, 3, 2, 4});
        const torch::Tensor stacks = stackedFrames(frames, 3);
        QVERIFY(stacks.sizes() == torch::IntArrayRef({2, 9, 2, 4}));
        QVERIFY(torch::equal(stacks[1].narrow(0, 6, 3), frames[5]));
        QVERIFY(torch::equal(stacks[0].narrow(0, 3, 3), frames[1]));
    }

    void clipsEveryParameter() {
        Discriminator judge(DiscriminatorConfig{32, 1, 4, false});
        const torch::Tensor small = torch::full({4}, 0.005);
        judge->layers.front()->convolution->bias.detach().copy_(small);
        clipWeights(*judge, 0.01);
        double largest = 0.0;
        for (const torch::Tensor& parameter : judge->parameters()) {
            largest = std::max(largest, parameter.abs().max().item<double>());
        }
        QVERIFY(std::abs(largest - 0.01) < 1e-7);
        QVERIFY(torch::equal(judge->layers.front()->convolution->bias.detach(), small));
    }

    void tellsTexturedFromBlurred_data() {
        QTest::addColumn<int>("game");
        QTest::newRow("non-saturating, R1") << static_cast<int>(AdversarialGame::nonSaturating);
        QTest::newRow("wasserstein, clipped") << static_cast<int>(AdversarialGame::wasserstein);
        QTest::newRow("wasserstein, penalty")
            << static_cast<int>(AdversarialGame::wassersteinPenalty);
    }
    void tellsTexturedFromBlurred() {
        QFETCH(int, game);
        const double untrained = shareTold(judgeAfter(static_cast<AdversarialGame>(game), 0));
        const double trained = shareTold(judgeAfter(static_cast<AdversarialGame>(game), 60));
        QVERIFY2(untrained < 0.75, qPrintable(QString::number(untrained)));
        QVERIFY2(trained > 0.95, qPrintable(QString::number(trained)));
    }
};

QTEST_GUILESS_MAIN(TestDiscriminator)
#include "tst_discriminator.moc"
