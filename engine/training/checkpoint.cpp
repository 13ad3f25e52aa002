#include "engine/core/atomicfile.h"
#include "engine/training/checkpoint_p.h"

#include <cstring>
#include <sstream>

namespace lipwright::training {

namespace {

using torch::serialize::InputArchive;
using torch::serialize::OutputArchive;

constexpr const char* kModule = "module";
constexpr const char* kOptimizer = "optimizer";
constexpr const char* kOpponent = "opponent_";

torch::Tensor bytesOf(const std::string& text) {
    torch::Tensor bytes = torch::empty({static_cast<std::int64_t>(text.size())}, torch::kByte);
    std::memcpy(bytes.data_ptr<std::uint8_t>(), text.data(), text.size());
    return bytes;
}

std::string textOf(const torch::Tensor& bytes) {
    const torch::Tensor plain = bytes.contiguous();
    return {reinterpret_cast<const char*>(plain.data_ptr<std::uint8_t>()),
            static_cast<std::size_t>(plain.numel())};
}

/// Archive keys may not contain dots, so the tensors go by their place in the sorted map.
void writeMap(OutputArchive& archive, const std::string& prefix, const nets::TensorMap& tensors) {
    archive.write(prefix + "Count",
                  torch::full({1}, static_cast<std::int64_t>(tensors.size()), torch::kLong));
    std::size_t i = 0;
    for (const auto& [name, tensor] : tensors) {
        archive.write(prefix + "Name" + std::to_string(i), bytesOf(name));
        archive.write(prefix + std::to_string(i++), tensor);
    }
}

torch::Tensor readTensor(InputArchive& archive, const std::string& key) {
    torch::Tensor tensor;
    archive.read(key, tensor);
    return tensor;
}

nets::TensorMap readMap(InputArchive& archive, const std::string& prefix) {
    nets::TensorMap tensors;
    const auto count = readTensor(archive, prefix + "Count").item<std::int64_t>();
    for (std::int64_t i = 0; i < count; ++i) {
        tensors[textOf(readTensor(archive, prefix + "Name" + std::to_string(i)))] =
            readTensor(archive, prefix + std::to_string(i));
    }
    return tensors;
}

void writePlayer(OutputArchive& archive, const std::string& prefix, const Player& player) {
    OutputArchive weights;
    player.module->save(weights);
    archive.write(prefix + kModule, weights);
    OutputArchive moments;
    player.optimizer->save(moments);
    archive.write(prefix + kOptimizer, moments);
}

void readPlayer(InputArchive& archive, const std::string& prefix, const Player& player) {
    InputArchive weights;
    archive.read(prefix + kModule, weights);
    player.module->load(weights);
    InputArchive moments;
    archive.read(prefix + kOptimizer, moments);
    player.optimizer->load(moments);
}

bool hasPlayer(InputArchive& archive, const std::string& prefix) {
    InputArchive weights;
    return archive.try_read(prefix + kModule, weights);
}

/// One row of numbers per entry: validation, step, seconds and a metric's value, whose name is a
/// line of the text.
void writeValidations(OutputArchive& archive, const std::vector<Validation>& validations) {
    std::string names;
    std::vector<double> rows;
    for (std::size_t i = 0; i < validations.size(); ++i) {
        for (const auto& [name, value] : validations[i].metrics) {
            names += name + '\n';
            rows.insert(rows.end(),
                        {static_cast<double>(i), static_cast<double>(validations[i].step),
                         validations[i].seconds, value});
        }
    }
    archive.write("validationNames", bytesOf(names));
    archive.write("validations", torch::tensor(rows, torch::kDouble).view({-1, 4}));
}

std::vector<Validation> readValidations(InputArchive& archive) {
    std::istringstream names(textOf(readTensor(archive, "validationNames")));
    const torch::Tensor rows = readTensor(archive, "validations");
    std::vector<Validation> validations;
    std::string name;
    for (std::int64_t i = 0; i < rows.size(0) && std::getline(names, name); ++i) {
        const torch::Tensor row = rows[i];
        const auto at = static_cast<std::size_t>(row[0].item<double>());
        if (at == validations.size()) {
            validations.push_back(
                {static_cast<std::int64_t>(row[1].item<double>()), row[2].item<double>(), {}});
        }
        validations.at(at).metrics[name] = row[3].item<double>();
    }
    return validations;
}

void writeState(OutputArchive& archive, const RunState& state) {
    archive.write("counters", torch::tensor({state.step, state.bestStep}, torch::kLong));
    archive.write("seconds", torch::tensor({state.seconds}, torch::kDouble));
    writeValidations(archive, state.validations);
    archive.write("bestScore", torch::tensor({state.bestScore}, torch::kDouble));
    writeMap(archive, "average", state.average);
    writeMap(archive, "best", state.best);
    std::ostringstream random;
    Random copy = state.random;
    random << copy.engine();
    archive.write("random", bytesOf(random.str()));
    archive.write("torchRandom", at::detail::getDefaultCPUGenerator().get_state());
}

void readState(InputArchive& archive, RunState& state) {
    const torch::Tensor numbers = readTensor(archive, "counters");
    state.step = numbers[0].item<std::int64_t>();
    state.bestStep = numbers[1].item<std::int64_t>();
    if (torch::Tensor seconds; archive.try_read("seconds", seconds)) {  // not in the oldest ones
        state.seconds = seconds.item<double>();
        state.validations = readValidations(archive);
    }
    state.bestScore = readTensor(archive, "bestScore").item<double>();
    state.average = readMap(archive, "average");
    state.best = readMap(archive, "best");
    std::istringstream random(textOf(readTensor(archive, "random")));
    random >> state.random.engine();
    at::Generator generator = at::detail::getDefaultCPUGenerator();
    generator.set_state(readTensor(archive, "torchRandom"));
}

}  // namespace

core::Result<void> writeCheckpoint(const std::filesystem::path& path, const RunState& state,
                                   const Player& player, const Player& opponent) {
    auto file = core::AtomicFile::create(path);
    if (!file) {
        return core::passOn(file);
    }
    try {
        OutputArchive archive;
        writePlayer(archive, "", player);
        if (opponent.module != nullptr) {
            writePlayer(archive, kOpponent, opponent);
        }
        writeState(archive, state);
        archive.save_to(file->temporaryPath().string());
    } catch (const std::exception& error) {
        return core::fail(core::ErrorCode::ioFailure,
                          std::string("the checkpoint could not be written: ") + error.what(),
                          path.string(), "Check the free space of the disk");
    }
    return file->commit();
}

core::Result<void> readCheckpoint(const std::filesystem::path& path, RunState& state,
                                  const Player& player, const Player& opponent) {
    try {
        InputArchive archive;
        archive.load_from(path.string());
        readPlayer(archive, "", player);
        if (opponent.module != nullptr && hasPlayer(archive, kOpponent)) {
            readPlayer(archive, kOpponent, opponent);
        }
        readState(archive, state);
    } catch (const std::exception&) {
        return core::fail(core::ErrorCode::modelInvalid,
                          "the checkpoint is damaged or of another network", path.string(),
                          "Delete it to begin the training anew");
    }
    return {};
}

}  // namespace lipwright::training
