// What a SegmentMeter keeps between measurements, and one measurement.
#pragma once

#include "engine/dubbing/filmwatch_p.h"
#include "engine/dubbing/segmentsync.h"
#include "engine/dubbing/soundshelf_p.h"
#include "engine/face/facemodels.h"
#include "engine/media/videoreader.h"
#include "engine/models/manifest.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace lipwright::dubbing {

using Judges = std::array<nets::LipSyncExpert, kJudges>;

struct MeterParts {
    RenderSource source;
    std::filesystem::path cache;
    std::string film;  ///< fingerprint
    std::array<models::ModelLibrary::VerifiedModel, kJudges> models;
    media::VideoReader reader;
    SoundShelf sounds;
    std::unique_ptr<Judges> judges;    ///< null until loaded
    std::unique_ptr<FilmWatch> watch;  ///< likewise
    std::shared_ptr<const face::FaceModels> faceModels;

    [[nodiscard]] core::Result<void> loadJudges();
    [[nodiscard]] core::Result<void> loadFaceModels();
};

[[nodiscard]] core::Result<SegmentSync> measureSegment(MeterParts& parts, const SyncOrder& order,
                                                       const std::stop_token& stop,
                                                       const core::ProgressCallback& progress);

}  // namespace lipwright::dubbing
