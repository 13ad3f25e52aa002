// Whether a losslessly dubbed film is its source in everything but the masked pixels.
#pragma once

#include "engine/core/result.h"
#include "engine/synthesis/take.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lipwright::quality {

struct FilmComparison {
    bool sameFrames = false;          ///< count and every timestamp (to the container's tick)
    bool sameFormat = false;          ///< size, pixel format, bit depth, colour tags
    std::int64_t changedOutside = 0;  ///< pixels that differ where no mask was written
    std::int64_t changedInside = 0;
    double audioStartSeconds = 0.0;  ///< of the dubbed film's first audio stream
};

[[nodiscard]] core::Result<FilmComparison> compareFilms(const std::filesystem::path& original,
                                                        const std::filesystem::path& dubbed,
                                                        std::vector<synthesis::TakeReader>& takes);

}  // namespace lipwright::quality
