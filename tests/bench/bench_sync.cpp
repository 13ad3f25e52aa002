// Speed of the sync meter on features of tracked faces: `bench_sync [SECONDS]` (default 60). Mouth
// crops or mouth values go in, the scored curve comes out; decoding and tracking are not timed.
// Prints seconds of film judged per second, for the expert and for the second judge.
#include "engine/evaluation/syncscorer.h"
#include "engine/models/manifest.h"
#include "engine/nets/device.h"
#include "engine/nets/lipsyncexpert.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

using namespace lipwright;
using Clock = std::chrono::steady_clock;

/// Random features of as many seconds: what is measured does not depend on what is said.
struct Film {
    explicit Film(int seconds) {
        std::mt19937 random(1);
        std::uniform_real_distribution<float> unit(0.0F, 1.0F);
        mel.resize(static_cast<std::size_t>(seconds) * 80 * 80);
        phones.resize(static_cast<std::size_t>(seconds) * 100 * 42);
        crop.resize(std::size_t{nets::kExpertHeight} * nets::kExpertWidth * 3);
        values.resize(nets::kExpertMouthValues);
        for (float& value : mel) {
            value = 8 * unit(random) - 4;
        }
        for (float& value : phones) {
            value = unit(random) / 21;
        }
        for (auto& value : crop) {
            value = static_cast<std::uint8_t>(255 * unit(random));
        }
        for (float& value : values) {
            value = unit(random);
        }
    }
    std::vector<float> mel;
    std::vector<float> phones;
    std::vector<std::uint8_t> crop;
    std::vector<float> values;
};

/// Real time judged per second of the clock; negative when something failed.
double speed(const nets::LipSyncExpert& expert, Film& film, int seconds) {
    const auto begin = Clock::now();
    evaluation::SyncScorer scorer(expert);
    for (int frame = 0; frame < 25 * seconds; ++frame) {
        film.crop[static_cast<std::size_t>(frame) % film.crop.size()] ^= 1;
        film.values[static_cast<std::size_t>(frame) % film.values.size()] += 0.1F;
        const auto pushed = expert.sight() == nets::ExpertSight::pictures
                                ? scorer.pushPicture(frame / 25.0, film.crop)
                                : scorer.pushValues(frame / 25.0, film.values);
        if (!pushed) {
            return -1.0;
        }
    }
    const auto curve = scorer.finish(evaluation::soundOf(film.mel, film.phones, {}));
    const std::chrono::duration<double> taken = Clock::now() - begin;
    return curve ? seconds / taken.count() : -1.0;
}

}  // namespace

int main(int count, char** values) {
    const int seconds = count > 1 ? std::max(1, std::atoi(values[1])) : 60;
    const char* folder = std::getenv("LIPWRIGHT_MODELS");
    const auto library = models::ModelLibrary::open(folder != nullptr ? folder : "models");
    if (!library) {
        std::fprintf(stderr, "%s\n", library.error().text().c_str());
        return 1;
    }
    nets::limitThreads(2);
    Film film(seconds);
    std::printf("| judge | real time judged per second, 2 threads |\n|---|---|\n");
    for (const char* role : {models::kLipSyncExpertRole, models::kLipSyncJudgeRole}) {
        const auto model = library->verified(role);
        const auto expert = model ? nets::LipSyncExpert::load(model->path)
                                  : core::Result<nets::LipSyncExpert>(core::passOn(model));
        if (!expert) {
            std::fprintf(stderr, "%s\n", expert.error().text().c_str());
            return 1;
        }
        std::printf("| %s | %.0f × |\n", role, speed(*expert, film, seconds));
    }
    return 0;
}
