#include "app/session/sample.h"

#include "app/presenter/filmfile.h"
#include "app/presenter/presenter.h"
#include "engine/voice/wavfile.h"
#include "engine/core/error.h"

namespace lipwright::app {
namespace {

presenter::PresenterOptions options(int seed, const char* language) {
    presenter::PresenterOptions result;
    result.seed = seed;
    result.language = language;
    result.seconds = 12.0;
    result.size = {1280, 720};
    return result;
}

core::Result<void> makeVoice(const std::filesystem::path& path) {
    const auto spoken = presenter::Presenter::create(options(2, "es"));
    if (!spoken) {
        return core::passOn(spoken);
    }
    return voice::writeWav(path, spoken->sound(), spoken->soundRate());
}

core::Result<void> makeFilm(const std::filesystem::path& path, const std::stop_token& stop,
                            const core::ProgressCallback& progress) {
    const auto spoken = options(1, "en");
    auto drawn = presenter::Presenter::create(spoken);
    if (!drawn) {
        return core::passOn(drawn);
    }
    return presenter::writeFilm(*drawn, spoken, path, stop, progress);
}

}  // namespace

core::Result<Sample> makeSample(const std::filesystem::path& folder, std::stop_token stop,
                                const core::ProgressCallback& progress) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        return core::Failure(core::errorFromErrno(problem.value(), folder.string(),
                                                  "can not make the folder of the sample"));
    }
    const Sample sample{folder / "sample.mp4", folder / "sample-voice-es.wav"};
    if (!std::filesystem::exists(sample.voice, problem)) {
        if (const auto made = makeVoice(sample.voice); !made) {
            return core::passOn(made);
        }
    }
    if (!std::filesystem::exists(sample.film, problem)) {
        if (const auto made = makeFilm(sample.film, stop, progress); !made) {
            return core::passOn(made);
        }
    }
    return sample;
}

}  // namespace lipwright::app
