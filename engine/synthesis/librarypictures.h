// The pixels of the library frames that a plan chose: one sequential pass over the film spools the
// lower faces to a temporary file, after which any of them can be had at once. Memory does not grow
// with their number. One object belongs to one thread.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"

#include <opencv2/core.hpp>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace lipwright::media {
class VideoReader;
}

namespace lipwright::synthesis {

/// A region of a film frame, upright pixels.
struct PictureRequest {
    std::int64_t frame = 0;
    cv::Rect region;

    friend bool operator==(const PictureRequest&, const PictureRequest&) = default;
};

class LibraryPictures {
public:
    /// Reads every requested region once, in film order; requests may repeat. Those that `earlier`
    /// has of the same film are copied from there. The spool file lies in `folder` without a name
    /// and vanishes with this object, even when the process is killed.
    [[nodiscard]] static core::Result<LibraryPictures> collect(
        media::VideoReader& reader, std::vector<PictureRequest> requests,
        const std::filesystem::path& folder, std::stop_token stop = {},
        const core::ProgressCallback& progress = {}, const LibraryPictures* earlier = nullptr);

    LibraryPictures(LibraryPictures&&) noexcept;
    LibraryPictures& operator=(LibraryPictures&&) noexcept;
    ~LibraryPictures();

    /// (h, w) CV_8UC3 or CV_16UC3 RGB as media::VideoFrame::rgb() gives it.
    [[nodiscard]] core::Result<cv::Mat> rgb(const PictureRequest& request) const;

    /// What collect() would spool, to split very long jobs beforehand.
    [[nodiscard]] static std::int64_t bytesFor(std::vector<PictureRequest> requests, int bitDepth);

private:
    struct State;
    explicit LibraryPictures(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::synthesis
