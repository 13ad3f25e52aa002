// What the user chooses of an export, and what it would do: values alone, shared with the dialog.
#pragma once

#include "engine/core/error.h"
#include "engine/core/framerange.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lipwright::dubbing {

enum class ExportPreset { h264, hevc, proRes, dnxhr, ffv1, patches };

struct ExportSettings {
    ExportPreset preset = ExportPreset::h264;
    /// Languages of the project's dub tracks, as they stand in DubTrack::language; one file each.
    std::vector<std::string> languages;
    std::optional<core::FrameRange> range;  ///< nothing: the whole film
    std::filesystem::path folder;
    std::string stem;               ///< "<stem>-<language><extension>"
    int quality = 16;               ///< constant rate factor of h264 and hevc, 0..51
    bool keepOriginalAudio = true;  ///< as a further track
    bool approvedOnly = false;      ///< other segments keep the film's picture
    bool changeLists = true;        ///< EDL, CSV and OTIO beside the film
    bool overwrite = false;
    int threads = 2;
    std::filesystem::path cache;  ///< where analyses are kept; empty: the film is indexed anew
};

/// What an export would do, found without decoding: shown in the dialog before anything is written.
struct ExportPreview {
    struct File {
        std::filesystem::path path;
        std::string language;
        std::string video;  ///< "re-encoded: H.264, yuv420p, CRF 16; 1,234 of 9,000 frames change"
        std::vector<std::string> audio;  ///< "ukr: mixed from 2 tracks, AAC", "original: copied"
        std::int64_t estimatedBytes = 0;
    };
    std::vector<File> files;
    std::vector<std::string> kept;      ///< what stays identical
    std::int64_t freeBytes = -1;        ///< of the disk; -1: unknown
    std::vector<core::Error> problems;  ///< any of them keeps the export from starting
    std::vector<std::string> warnings;  ///< segments without a take, actors without consent, ...
};

}  // namespace lipwright::dubbing
