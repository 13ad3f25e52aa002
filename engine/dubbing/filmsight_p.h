// What the lip-sync expert sees of a film's faces, one row of values per frame: looked at once,
// then kept on disk by stretches of face tracks. A stretch is long enough to tell what is usual of
// the face and short enough to be had in seconds.
#pragma once

#include "engine/core/framerange.h"
#include "engine/core/result.h"
#include "engine/face/facetrack.h"
#include "engine/nets/lipsyncexpert.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lipwright::dubbing {

struct SeenStretch {
    core::FrameRange frames;
    std::vector<std::uint8_t> seen;  ///< of every frame: 1 when it has a row
    std::vector<float> values;       ///< (rows, kExpertPictureValues)

    /// Of every frame; empty where there is nothing to see.
    [[nodiscard]] std::vector<std::span<const float>> rows() const;
};

/// The parts of a track that are looked at as one, in order: equally long, about a minute each.
[[nodiscard]] std::vector<core::FrameRange> stretchesOf(const face::FaceTrack& track);

/// Frames of a stretch in order; pictures are handed to the network in batches.
class SightRecorder {
public:
    SightRecorder(const nets::LipSyncExpert& expert, core::FrameRange frames)
        : m_expert(&expert), m_stretch{frames, {}, {}} {}

    [[nodiscard]] std::int64_t nextFrame() const {
        return m_stretch.frames.first + static_cast<std::int64_t>(m_stretch.seen.size());
    }
    /// `crop`: bytes of a mouth crop; empty when there is nothing to see.
    [[nodiscard]] core::Result<void> push(std::span<const std::uint8_t> crop);
    /// After the last frame; the recorder is spent.
    [[nodiscard]] core::Result<SeenStretch> finish();

private:
    [[nodiscard]] core::Result<void> lookAtPending();

    const nets::LipSyncExpert* m_expert;
    SeenStretch m_stretch;
    std::vector<std::uint8_t> m_pending;
};

/// The disk's share; safe to copy.
class SightStore {
public:
    /// `weights`: hash of the expert's.
    SightStore(std::filesystem::path cache, std::string film, std::string weights)
        : m_cache(std::move(cache)), m_film(std::move(film)), m_weights(std::move(weights)) {}

    /// Nothing: not yet looked at, or the face was found elsewhere since.
    [[nodiscard]] std::optional<SeenStretch> find(const face::FaceTrack& track,
                                                  core::FrameRange frames) const;
    void keep(const face::FaceTrack& track, const SeenStretch& stretch) const;

private:
    [[nodiscard]] std::filesystem::path placeOf(const face::FaceTrack& track,
                                                core::FrameRange frames) const;

    std::filesystem::path m_cache;
    std::string m_film;
    std::string m_weights;
};

}  // namespace lipwright::dubbing
