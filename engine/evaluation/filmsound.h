// The sound of a file as the sync meter hears it: voice activity and cepstra of the whole (5 kB per
// second), mel columns and phones of the stretch asked for, whose samples are read from the file
// again, so that hours of sound never sit in memory. Belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/evaluation/syncsound.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace lipwright::evaluation {

class FilmSound {
public:
    /// Reads the file's first audio stream once. ErrorCode::noAudio when there is none.
    [[nodiscard]] static core::Result<FilmSound> open(const std::filesystem::path& path,
                                                      std::stop_token stop = {},
                                                      const core::ProgressCallback& progress = {});
    FilmSound(FilmSound&&) noexcept;
    FilmSound& operator=(FilmSound&&) noexcept;
    ~FilmSound();

    /// Refers to this object. A stretch that can not be read is empty.
    [[nodiscard]] SyncSound sound();

private:
    struct State;
    explicit FilmSound(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::evaluation
