// Frames per second of the painted mouth's generator at 96 pixels, beside a U-Net of the size and
// shape of Wav2Lip's (36 million parameters) in the same run: both on two threads, random weights.
// An argument names a weights file to measure instead of the usual configuration.
#include "engine/nets/generatormodel_p.h"
#include "engine/nets/mouthgenerator.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <vector>

using namespace lipwright;
namespace nn = torch::nn;

namespace {

constexpr int kThreads = 2;
constexpr double kSecondsEach = 3.0;
constexpr int kReferences = 10;

struct LayerShape {
    std::int64_t in = 1;
    std::int64_t out = 1;
    std::int64_t kernel = 3;
    std::vector<std::int64_t> stride = {1, 1};
    std::int64_t padding = 1;
    int residuals = 0;  ///< of the same width behind it
};

struct ConvolutionImpl : nn::Module {
    ConvolutionImpl(const LayerShape& shape, bool residual) : m_residual(residual) {
        m_layers->push_back(nn::Conv2d(nn::Conv2dOptions(shape.in, shape.out, shape.kernel)
                                           .stride(shape.stride)
                                           .padding(shape.padding)));
        m_layers->push_back(nn::BatchNorm2d(shape.out));
        register_module("layers", m_layers);
    }
    torch::Tensor forward(const torch::Tensor& input) {
        const torch::Tensor made = m_layers->forward(input);
        return torch::relu(m_residual ? made + input : made);
    }

private:
    bool m_residual;
    nn::Sequential m_layers;
};
TORCH_MODULE(Convolution);

void addResiduals(nn::Sequential& block, std::int64_t width, int count) {
    for (int k = 0; k < count; ++k) {
        block->push_back(Convolution(LayerShape{width, width}, true));
    }
}

nn::Sequential convolutions(const std::vector<LayerShape>& shapes) {
    nn::Sequential block;
    for (const LayerShape& shape : shapes) {
        block->push_back(Convolution(shape, false));
        addResiduals(block, shape.out, shape.residuals);
    }
    return block;
}

/// A transposed convolution that doubles both sides (or makes 3 × 3 of 1 × 1), then residuals.
nn::Sequential enlarging(std::int64_t in, std::int64_t out, bool first) {
    nn::Sequential block;
    auto options = nn::ConvTranspose2dOptions(in, out, 3);
    if (!first) {
        options.stride(2).padding(1).output_padding(1);
    }
    block->push_back(nn::ConvTranspose2d(options));
    block->push_back(nn::BatchNorm2d(out));
    block->push_back(nn::ReLU());
    addResiduals(block, out, first ? 1 : 2);
    return block;
}

/// The published layout of Wav2Lip's generator.
struct LargeUNetImpl : nn::Module {
    LargeUNetImpl() {
        const std::vector<std::vector<LayerShape>> encoder = {
            {{6, 16, 7, {1, 1}, 3}},
            {{16, 32, 3, {2, 2}, 1, 2}},
            {{32, 64, 3, {2, 2}, 1, 3}},
            {{64, 128, 3, {2, 2}, 1, 2}},
            {{128, 256, 3, {2, 2}, 1, 2}},
            {{256, 512, 3, {2, 2}, 1, 1}},
            {{512, 512, 3, {1, 1}, 0}, {512, 512, 1, {1, 1}, 0}}};
        for (const auto& shapes : encoder) {
            m_encoder.push_back(register_module("encoder" + std::to_string(m_encoder.size()),
                                                convolutions(shapes)));
        }
        m_sound = register_module("sound", convolutions({{1, 32, 3, {1, 1}, 1, 2},
                                                         {32, 64, 3, {3, 1}, 1, 2},
                                                         {64, 128, 3, {3, 3}, 1, 2},
                                                         {128, 256, 3, {3, 2}, 1, 1},
                                                         {256, 512, 3, {1, 1}, 0},
                                                         {512, 512, 1, {1, 1}, 0}}));
        m_decoder.push_back(register_module("decoder0", convolutions({{512, 512, 1, {1, 1}, 0}})));
        const std::vector<std::pair<std::int64_t, std::int64_t>> widths = {
            {1024, 512}, {1024, 512}, {768, 384}, {512, 256}, {320, 128}, {160, 64}};
        for (const auto& [in, out] : widths) {
            m_decoder.push_back(register_module("decoder" + std::to_string(m_decoder.size()),
                                                enlarging(in, out, m_decoder.size() == 1)));
        }
        m_output = register_module("output", convolutions({{80, 32}, {32, 3, 1, {1, 1}, 0}}));
    }

    torch::Tensor forward(const torch::Tensor& faces, const torch::Tensor& mel) {
        std::vector<torch::Tensor> seen;
        torch::Tensor features = faces;
        for (nn::Sequential& block : m_encoder) {
            features = block->forward(features);
            seen.push_back(features);
        }
        features = m_sound->forward(mel);
        for (nn::Sequential& block : m_decoder) {
            features = torch::cat({block->forward(features), seen.back()}, 1);
            seen.pop_back();
        }
        return torch::sigmoid(m_output->forward(features));
    }

private:
    std::vector<nn::Sequential> m_encoder;
    std::vector<nn::Sequential> m_decoder;
    nn::Sequential m_sound{nullptr};
    nn::Sequential m_output{nullptr};
};
TORCH_MODULE(LargeUNet);

/// Frames per second of work that does `frames` at a time, the best of several stretches: other
/// programs only ever make it slower.
double framesPerSecond(int frames, const std::function<void()>& work) {
    using Clock = std::chrono::steady_clock;
    work();
    double best = 0.0;
    for (const auto begin = Clock::now();
         Clock::now() - begin < std::chrono::duration<double>(kSecondsEach);) {
        const auto start = Clock::now();
        work();
        const std::chrono::duration<double> taken = Clock::now() - start;
        best = std::max(best, frames / taken.count());
    }
    return best;
}

std::filesystem::path usualWeights(const std::filesystem::path& folder) {
    torch::manual_seed(1);
    nets::GeneratorModel model(nets::GeneratorConfig{});
    model->eval();
    const auto file = folder / "bench-generator.weights";
    const auto written =
        nets::writeTensors(file, nets::generatorArchive(*model), nets::StoredPrecision::full);
    return written ? file : std::filesystem::path();
}

double painted(const nets::MouthGenerator& generator, int frames) {
    const auto half = static_cast<std::size_t>(generator.size() * generator.size() / 2 * 3);
    const std::vector<std::uint8_t> pictures(half * kReferences, 128);
    const auto references = generator.encodeReferences(pictures, kReferences);
    const std::vector<std::uint8_t> upper(half * static_cast<std::size_t>(frames), 90);
    const std::vector<float> drives(static_cast<std::size_t>(frames * generator.driveValues()),
                                    0.1F);
    return framesPerSecond(frames, [&] {
        if (!generator.paint(upper, drives, frames, *references)) {
            std::fprintf(stderr, "painting failed\n");
        }
    });
}

double largeUNet(int frames) {
    const c10::InferenceMode inference;
    LargeUNet network;
    network->eval();
    std::int64_t parameters = 0;
    for (const torch::Tensor& parameter : network->parameters()) {
        parameters += parameter.numel();
    }
    const torch::Tensor faces = torch::rand({frames, 6, 96, 96});
    const torch::Tensor mel = torch::rand({frames, 1, 80, 16});
    const double speed = framesPerSecond(frames, [&] { (void)network->forward(faces, mel); });
    std::printf("%-34s batch %d  %8.1f frames/s  (%.1f million parameters)\n",
                "U-Net as Wav2Lip's, float32", frames, speed,
                static_cast<double>(parameters) / 1e6);
    return speed;
}

}  // namespace

int main(int argc, char** argv) {
    nets::limitThreads(kThreads);
    const auto folder = std::filesystem::temp_directory_path();
    const std::filesystem::path weights = argc > 1 ? argv[1] : usualWeights(folder);
    double large = 0.0;
    for (const int frames : {1, 8}) {
        large = std::max(large, largeUNet(frames));
    }
    for (const auto precision :
         {nets::GeneratorPrecision::float32, nets::GeneratorPrecision::bfloat16}) {
        const auto generator =
            nets::MouthGenerator::load(weights, {nets::Device::cpu, precision, 16});
        if (!generator) {
            std::fprintf(stderr, "%s\n", generator.error().text().c_str());
            return 1;
        }
        const bool whole = precision == nets::GeneratorPrecision::float32;
        for (const int frames : {1, 8}) {
            const double speed = painted(*generator, frames);
            std::printf("%-34s batch %d  %8.1f frames/s  %.1f x the U-Net's best\n",
                        whole ? "painted generator, float32" : "painted generator, bfloat16",
                        frames, speed, speed / large);
        }
    }
    const auto chosen = nets::MouthGenerator::load(weights);
    if (chosen) {
        std::printf("chosen at load: %s\n", chosen->precision() == nets::GeneratorPrecision::float32
                                                ? "float32"
                                                : "bfloat16");
    }
    return 0;
}
