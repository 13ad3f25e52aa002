// What is found out about media once and then kept on disk by the file's fingerprint: frame index,
// waveform, voice activity, faces, sync of the original. A file of the cache that is damaged or
// foreign is made again, never trusted. Functions are jobs; the object is a path and safe to copy
// and to use from any thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/synccurve.h"
#include "engine/face/facetrack.h"
#include "engine/media/frameindex.h"
#include "engine/media/mediainfo.h"
#include "engine/media/waveform.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

/// One value per film frame; NaN where it can not be measured.
struct ConfidenceCurve {
    std::int64_t firstFrame = 0;
    std::vector<float> values;        ///< SyncPoint::confidence
    std::vector<float> raw;           ///< SyncPoint::raw
    std::vector<SyncReason> reasons;  ///< of the gaps
};

class AnalysisCache {
public:
    explicit AnalysisCache(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    struct IndexedFilm {
        media::MediaInfo info;
        std::shared_ptr<const media::FrameIndex> index;
        std::string fingerprint;
    };
    [[nodiscard]] core::Result<IndexedFilm> film(const std::filesystem::path& path,
                                                 std::stop_token stop = {},
                                                 const core::ProgressCallback& progress = {}) const;
    [[nodiscard]] core::Result<std::shared_ptr<const media::Waveform>> waveform(
        const std::filesystem::path& path, int stream = 0, std::stop_token stop = {},
        const core::ProgressCallback& progress = {}) const;
    /// One byte per 10 ms of the file's first audio stream.
    [[nodiscard]] core::Result<std::vector<std::uint8_t>> voiceActivity(
        const std::filesystem::path& path, std::stop_token stop = {},
        const core::ProgressCallback& progress = {}) const;
    [[nodiscard]] core::Result<std::shared_ptr<const face::FaceAnalysis>> faces(
        const std::filesystem::path& film, std::shared_ptr<const media::FrameIndex> index,
        std::stop_token stop = {}, const core::ProgressCallback& progress = {}) const;
    /// The lip-sync expert's confidence of the film's own sound on its own picture, over all tracks
    /// (the higher where two faces speak). Needs sound; a film without is an error (noAudio).
    [[nodiscard]] core::Result<ConfidenceCurve> originalConfidence(
        const std::filesystem::path& film, std::shared_ptr<const media::FrameIndex> index,
        const face::FaceAnalysis& faces, const std::filesystem::path& models,
        std::stop_token stop = {}, const core::ProgressCallback& progress = {}) const;

    [[nodiscard]] std::int64_t bytes() const;
    /// Removes the oldest files until at most `maximumBytes` are left; returns the bytes freed.
    [[nodiscard]] core::Result<std::int64_t> shrinkTo(std::int64_t maximumBytes) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

}  // namespace lipwright::dubbing
