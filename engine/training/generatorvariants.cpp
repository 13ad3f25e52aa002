#include "engine/nets/device_p.h"
#include "engine/training/generatorvariants_p.h"

namespace lipwright::training {

namespace {

AdversarialGame gameOf(GeneratorGame game) {
    switch (game) {
        case GeneratorGame::wasserstein:
            return AdversarialGame::wasserstein;
        case GeneratorGame::wassersteinPenalty:
            return AdversarialGame::wassersteinPenalty;
        case GeneratorGame::nonSaturating:
            break;
    }
    return AdversarialGame::nonSaturating;
}

nets::ReferenceAttention attentionOf(GeneratorVariant variant) {
    if (variant < GeneratorVariant::attention) {
        return nets::ReferenceAttention::mean;
    }
    return variant == GeneratorVariant::full ? nets::ReferenceAttention::scaled
                                             : nets::ReferenceAttention::paper;
}

ReferenceSampling samplingOf(GeneratorVariant variant) {
    switch (variant) {
        case GeneratorVariant::randomReference:
            return ReferenceSampling::random;
        case GeneratorVariant::neighbourReference:
            return ReferenceSampling::neighbours;
        default:
            return ReferenceSampling::clusters;
    }
}

}  // namespace

nets::GeneratorConfig generatorConfig(const GeneratorTrainingOptions& options,
                                      std::int64_t phonetic) {
    nets::GeneratorConfig config;
    config.size = options.size;
    config.width = options.width;
    config.embedding = options.embedding;
    config.phonetic = phonetic;
    config.sound = options.drive != GeneratorDrive::shape;
    config.shape = options.drive != GeneratorDrive::sound;
    config.attention = attentionOf(options.variant);
    config.residual = options.variant >= GeneratorVariant::attention;
    config.driveSkips = options.variant >= GeneratorVariant::driveSkips;
    config.maskHead = options.variant >= GeneratorVariant::mask;
    return config;
}

GeneratorTaskOptions generatorTaskOptions(const GeneratorTrainingOptions& options) {
    GeneratorTaskOptions task;
    task.batch.size = options.size;
    task.batch.sampling = samplingOf(options.variant);
    task.batch.references = task.batch.sampling == ReferenceSampling::clusters
                                ? static_cast<std::size_t>(options.references)
                                : 1;
    task.batch.fillByAugmenting = options.variant >= GeneratorVariant::clustersAugmented;
    task.weights = options.stage == 1 ? LossWeights::stage1() : LossWeights::stage2();
    task.clipsPerStep = options.clipsPerStep;
    task.adequateL1 = options.adequateL1;
    task.game = gameOf(options.game);
    task.device = nets::torchDevice(options.device);
    return task;
}

}  // namespace lipwright::training
