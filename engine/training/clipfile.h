// One training clip on disk: everything the trainers need of it, so that no video is decoded twice.
// A flat binary file, read by mapping it, so a data set larger than memory can be trained on.
// Files are little-endian and belong to the machine that made them; they are never distributed.
// Hostile until checked: a size that does not match the header is an error. Reading is thread-safe.
#pragma once

#include "engine/core/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace lipwright::training {

inline constexpr int kClipMeasures = 6;     ///< face::MouthShape, in its order
inline constexpr int kClipPose = 4;         ///< yaw, pitch, roll (radians), scale (pixels)
inline constexpr int kClipLandmarks = 136;  ///< 68 × (x, y)
inline constexpr int kClipMelBands = 80;
inline constexpr int kClipCropHeight = 48;
inline constexpr int kClipCropWidth = 96;
inline constexpr std::size_t kClipCropBytes = std::size_t{kClipCropHeight} * kClipCropWidth * 3;

inline constexpr int kLargestFace = 512;

/// N frames, T mel columns (80 per second), V voice activity steps (100 per second), U phonetic
/// rows (100 per second) of P values; all row-major.
struct ClipData {
    std::vector<double> seconds;         ///< (N) timestamps
    std::vector<std::uint8_t> usable;    ///< (N) 1 where the face can be trusted
    std::vector<float> measures;         ///< (N, 6) mouth in head units, pose removed
    std::vector<float> poses;            ///< (N, 4)
    std::vector<float> headLandmarks;    ///< (N, 136) head coordinates
    std::vector<std::uint8_t> crops;     ///< (N, 48, 96, 3) RGB, lower half of the face crop
    std::vector<float> mel;              ///< (T, 80)
    std::vector<std::uint8_t> activity;  ///< (V)
    std::vector<float> phonetic;         ///< (U, P)
    std::uint32_t phoneticSize = 0;      ///< P
    std::uint32_t faceSize = 0;          ///< S, at most kLargestFace; 0: no faces
    std::vector<std::uint8_t> faces;     ///< (N, S, S, 3) RGB, the whole face crop
    std::vector<float> faceLandmarks;    ///< (N, 136) in pixels of the face crop
};

[[nodiscard]] core::Result<void> writeClip(const std::filesystem::path& path, const ClipData& clip);

/// The same, as views of the mapped file. Copies share the mapping.
class MappedClip {
public:
    [[nodiscard]] static core::Result<MappedClip> open(const std::filesystem::path& path);

    [[nodiscard]] std::size_t frames() const { return seconds.size(); }
    [[nodiscard]] std::size_t melColumns() const { return mel.size() / kClipMelBands; }
    [[nodiscard]] std::span<const std::uint8_t> face(std::size_t frame) const {
        const std::size_t bytes = std::size_t{faceSize} * faceSize * 3;
        return faces.subspan(frame * bytes, bytes);
    }
    [[nodiscard]] std::span<const std::uint8_t> crop(std::size_t frame) const {
        return crops.subspan(frame * kClipCropBytes, kClipCropBytes);
    }

    std::span<const double> seconds;
    std::span<const std::uint8_t> usable;
    std::span<const float> measures;
    std::span<const float> poses;
    std::span<const float> headLandmarks;
    std::span<const std::uint8_t> crops;
    std::span<const float> mel;
    std::span<const std::uint8_t> activity;
    std::span<const float> phonetic;
    std::uint32_t phoneticSize = 0;
    std::uint32_t faceSize = 0;
    std::span<const std::uint8_t> faces;
    std::span<const float> faceLandmarks;

private:
    std::shared_ptr<const void> m_mapping;
};

}  // namespace lipwright::training
