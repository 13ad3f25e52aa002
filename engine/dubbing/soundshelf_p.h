// The sounds of the segments measured last, so that a segment that is measured again is not
// listened to again.
#pragma once

#include "engine/core/result.h"
#include "engine/evaluation/filmsound.h"
#include "engine/speech/acousticmodel.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace lipwright::dubbing {

class SoundShelf {
public:
    struct Stretch {
        std::filesystem::path path;
        int stream = 0;
        double from = 0.0;  ///< seconds of the file
        double to = 0.0;
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    /// Valid until two others were asked for.
    [[nodiscard]] core::Result<evaluation::SyncSound> around(const Stretch& stretch,
                                                             const std::stop_token& stop);

private:
    struct Kept {
        Stretch stretch;
        evaluation::FilmSound sound;
    };
    std::shared_ptr<const speech::AcousticModel> m_acoustics;
    std::deque<Kept> m_kept;  ///< used last comes last
};

}  // namespace lipwright::dubbing
