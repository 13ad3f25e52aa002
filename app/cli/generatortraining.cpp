#include "app/cli/training.h"
#include "engine/training/generatortrainer.h"

#include <map>
#include <memory>

namespace lipwright::cli {
namespace {

using training::GeneratorDrive;
using training::GeneratorGame;
using training::GeneratorVariant;

struct GeneratorOptions {
    training::GeneratorTrainingOptions training;
    DeviceOptions device;
};

const std::map<std::string, GeneratorDrive>& drives() {
    static const std::map<std::string, GeneratorDrive> names = {{"sound", GeneratorDrive::sound},
                                                                {"shape", GeneratorDrive::shape},
                                                                {"both", GeneratorDrive::both}};
    return names;
}

const std::map<std::string, GeneratorVariant>& variants() {
    static const std::map<std::string, GeneratorVariant> names = {
        {"random", GeneratorVariant::randomReference},
        {"neighbour", GeneratorVariant::neighbourReference},
        {"clusters", GeneratorVariant::clusters},
        {"clusters-augmented", GeneratorVariant::clustersAugmented},
        {"attention", GeneratorVariant::attention},
        {"drive-skips", GeneratorVariant::driveSkips},
        {"mask", GeneratorVariant::mask},
        {"full", GeneratorVariant::full}};
    return names;
}

const std::map<std::string, GeneratorGame>& games() {
    static const std::map<std::string, GeneratorGame> names = {
        {"non-saturating", GeneratorGame::nonSaturating},
        {"wgan", GeneratorGame::wasserstein},
        {"wgan-gp", GeneratorGame::wassersteinPenalty}};
    return names;
}

void declareChoices(CLI::App& app, training::GeneratorTrainingOptions& options) {
    app.add_option("--stage", options.stage,
                   "1: pictures and sync; 2: goes on from --initial-weights with a discriminator")
        ->check(CLI::Range(1, 2))
        ->capture_default_str();
    app.add_option("--drive", options.drive, "What moves the mouth")
        ->transform(CLI::CheckedTransformer(drives()));
    app.add_option("--variant", options.variant,
                   "A row of the paper's ablation table (each has what the rows before it have); "
                   "full: this project's")
        ->transform(CLI::CheckedTransformer(variants()));
    app.add_option("--game", options.game, "What generator and discriminator play for in stage 2")
        ->transform(CLI::CheckedTransformer(games()));
}

void declareSizes(CLI::App& app, training::GeneratorTrainingOptions& options) {
    app.add_option("--expert", options.expert,
                   "Weights of the lip-sync expert that teaches (default: the installed ones)");
    app.add_option("--initial-weights", options.initialWeights, "Exported weights to begin from");
    app.add_option("--size", options.size, "Side of the face crop in pixels, a multiple of 32")
        ->capture_default_str();
    app.add_option("--references", options.references, "Reference mouths, K")
        ->check(CLI::Range(1, 32))
        ->capture_default_str();
    app.add_option("--clips", options.clipsPerStep, "Clips per step, five frames each")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option("--anneal-steps", options.annealSteps, "Last steps, of a falling learning rate")
        ->capture_default_str();
    app.add_option("--adequate-l1", options.adequateL1,
                   "Masked L1 on held-out speakers below which the expert's loss counts")
        ->capture_default_str();
    app.add_option("--patience", options.patience,
                   "Validations without a better score after which to stop (0: never)")
        ->capture_default_str();
}

core::Result<void> train(GeneratorOptions& options, bool evaluateToo, Session& session) {
    training::GeneratorTrainingOptions& training = options.training;
    if (const auto applied = options.device.applyTo(training); !applied) {
        return applied;
    }
    if (const auto named = defaultToInstalledExpert(training.expert, session); !named) {
        return named;
    }
    const auto evaluate = [&training](const auto& dataset, const auto& weights,
                                      const std::string& split, int threads) {
        return training::evaluateGenerator(dataset, weights, training.expert, split, threads);
    };
    return trainAndJudge(training, evaluateToo, &training::trainGenerator, evaluate, session);
}

}  // namespace

TrainingKind declareGenerator(CLI::App& parent) {
    auto options = std::make_shared<GeneratorOptions>();
    CLI::App* app = parent.add_subcommand(
        "generator", "The painted mouth; needs a data set made with 'dataset --faces'");
    declareCommon(*app, options->training);
    declareChoices(*app, options->training);
    declareSizes(*app, options->training);
    options->device.declare(*app);
    app->footer(
        "Example:\n  lipwright-cli train generator prepared runs/painted\n"
        "  lipwright-cli train generator prepared runs/painted2 --stage 2 \\\n"
        "      --initial-weights runs/painted/mouth-generator.weights");
    return {app,
            [options](bool evaluateToo, Session& session) {
                return train(*options, evaluateToo, session);
            },
            [options] { return options->training.folder; }};
}

}  // namespace lipwright::cli
