// Lossless storage of patches with alpha: FFV1 in Matroska, every frame a key frame, RGBA of 8 or
// 16 bits per component. The format of takes; also read frame by frame at random.
#pragma once

#include "engine/core/result.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <optional>

namespace lipwright::media {

struct Patch {
    cv::Mat rgb;    ///< CV_8UC3 or CV_16UC3, RGB
    cv::Mat alpha;  ///< CV_8UC1 or CV_16UC1 (same depth), 0 = keep the source's pixel
};

class PatchWriter {
public:
    /// All patches have this size and depth (8 or 16). Atomic: see finish().
    [[nodiscard]] static core::Result<PatchWriter> create(const std::filesystem::path& path,
                                                          cv::Size size, int bitDepth);
    PatchWriter(PatchWriter&&) noexcept;
    PatchWriter& operator=(PatchWriter&&) noexcept;
    ~PatchWriter();

    [[nodiscard]] core::Result<void> write(const Patch& patch);
    [[nodiscard]] core::Result<void> finish();

private:
    struct State;
    explicit PatchWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

class PatchReader {
public:
    [[nodiscard]] static core::Result<PatchReader> open(const std::filesystem::path& path);
    PatchReader(PatchReader&&) noexcept;
    PatchReader& operator=(PatchReader&&) noexcept;
    ~PatchReader();

    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] cv::Size size() const;
    [[nodiscard]] core::Result<Patch> read(std::int64_t number);

private:
    struct State;
    explicit PatchReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::media
