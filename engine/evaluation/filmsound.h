// The sound of a file as the sync meter hears it: voice activity and cepstra of the whole (5 kB per
// second) or of what lies around a stretch, mel columns and phones of the stretch asked for, whose
// samples are read from the file again, so that hours of sound never sit in memory. Belongs to one
// thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/evaluation/syncsound.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace lipwright::speech {
class AcousticModel;
}

namespace lipwright::evaluation {

class FilmSound {
public:
    /// Reads the file's first audio stream once. ErrorCode::noAudio when there is none.
    [[nodiscard]] static core::Result<FilmSound> open(const std::filesystem::path& path,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});
    /// Hears no more of an audio stream than is needed to judge windows of [startSeconds,
    /// endSeconds): instants of the file, those outside of it allowed.
    [[nodiscard]] static core::Result<FilmSound> openAround(
        const std::filesystem::path& path, int stream, double startSeconds, double endSeconds,
        std::shared_ptr<const speech::AcousticModel> acoustics, std::stop_token stop = {});
    FilmSound(FilmSound&&) noexcept;
    FilmSound& operator=(FilmSound&&) noexcept;
    ~FilmSound();

    /// Refers to this object; the stretch asked for last is kept, as two judges ask for the same.
    /// A stretch that can not be read is empty.
    [[nodiscard]] SyncSound sound();

private:
    struct State;
    explicit FilmSound(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::evaluation
