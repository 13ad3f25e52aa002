#include "engine/assessment/contactsheets.h"

#include "engine/core/atomicfile.h"
#include "engine/media/videoreader.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::assessment {
namespace {

constexpr int kGap = 4;  ///< pixels between tiles
constexpr int kJpegQuality = 88;
constexpr int kFaceTile = 190;
constexpr int kMotionTile = 94;
constexpr int kMouthTile = 190;  ///< at least, by whole-number enlargement
constexpr std::size_t kNoseBase = 33;

struct Layout {
    std::size_t most;   ///< frames
    std::int64_t step;  ///< between frames; 0: spread over all
    int columns;
};

Layout layoutOf(Strip strip) {
    switch (strip) {
        case Strip::faces:
            return {6, 0, 6};
        case Strip::mouths:
            return {5, 0, 5};
        case Strip::motion:
            return {24, 2, 12};
    }
    return {0, 0, 1};
}

const face::FaceObservation* usableAt(const face::FaceAnalysis& faces, std::int64_t frame) {
    for (const auto& track : faces.tracks) {
        const auto* seen = track.at(frame);
        if (seen != nullptr && seen->usability == face::FaceUsability::usable) {
            return seen;
        }
    }
    return nullptr;
}

cv::Rect centred(cv::Point2f centre, float width, float height) {
    return {cvRound(centre.x - width / 2), cvRound(centre.y - height / 2), cvRound(width),
            cvRound(height)};
}

/// Depends on the upper face alone: what the mouth does must not move the picture.
cv::Rect regionOf(const face::FaceObservation& seen, Strip strip, float unit) {
    const cv::Point2f nose = seen.stableLandmarks[kNoseBase];
    return strip == Strip::faces
               ? centred(nose, 2.5F * unit, 2.5F * unit)
               : centred(nose + cv::Point2f(0, 0.42F * unit), 1.5F * unit, 1.3F * unit);
}

/// The region, black where it leaves the picture.
core::Result<cv::Mat> pictureOf(const media::VideoFrame& frame, const cv::Rect& region) {
    const cv::Rect inside = region & cv::Rect({}, frame.size());
    cv::Mat tile = cv::Mat::zeros(region.size(), CV_8UC3);
    if (inside.empty()) {
        return tile;
    }
    const auto rgb = frame.rgb(inside);
    if (!rgb) {
        return core::passOn(rgb);
    }
    cv::Mat bytes;
    rgb->convertTo(bytes, CV_8U, rgb->depth() == CV_16U ? 1.0 / 257.0 : 1.0);
    cv::cvtColor(bytes, tile(inside - region.tl()), cv::COLOR_RGB2BGR);
    return tile;
}

cv::Mat scaled(const cv::Mat& tile, Strip strip) {
    cv::Mat result;
    if (strip == Strip::mouths) {
        const int zoom = std::max(1, (kMouthTile + tile.cols - 1) / std::max(tile.cols, 1));
        cv::resize(tile, result, {}, zoom, zoom, cv::INTER_CUBIC);
        return result;
    }
    const int width = strip == Strip::faces ? kFaceTile : kMotionTile;
    const int height = cvRound(static_cast<double>(tile.rows) * width / tile.cols);
    cv::resize(tile, result, {width, height}, 0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat laidOut(const std::vector<cv::Mat>& tiles, int columns) {
    const int count = static_cast<int>(tiles.size());
    const cv::Size cell = tiles.front().size() + cv::Size(kGap, kGap);
    const int rows = (count + columns - 1) / columns;
    cv::Mat sheet(rows * cell.height - kGap, std::min(count, columns) * cell.width - kGap, CV_8UC3,
                  cv::Scalar::all(128));
    for (int i = 0; i < count; ++i) {
        const cv::Point corner(i % columns * cell.width, i / columns * cell.height);
        tiles[static_cast<std::size_t>(i)].copyTo(sheet(cv::Rect(corner, tiles.front().size())));
    }
    return sheet;
}

core::Result<void> writeJpeg(const cv::Mat& sheet, const std::filesystem::path& target) {
    std::vector<std::uint8_t> bytes;
    cv::imencode(".jpg", sheet, bytes, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality});
    return core::writeFileAtomically(target,
                                     {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace

const char* nameOf(Strip strip) {
    switch (strip) {
        case Strip::faces:
            return "faces";
        case Strip::mouths:
            return "mouths";
        case Strip::motion:
            return "motion";
    }
    return "";
}

std::filesystem::path stripPath(const std::filesystem::path& folder, const std::string& clip,
                                const std::string& who, Strip strip) {
    return folder / (clip + "." + who + "." + nameOf(strip) + ".jpg");
}

std::vector<std::int64_t> framesOf(Strip strip, const face::FaceAnalysis& faces,
                                   const std::vector<synthesis::TakeReader>& takes) {
    std::vector<std::int64_t> shown;
    for (const synthesis::TakeReader& reader : takes) {
        for (auto frame = reader.take().firstFrame; frame < reader.take().endFrame(); ++frame) {
            if (usableAt(faces, frame) != nullptr) {
                shown.push_back(frame);
            }
        }
    }
    std::ranges::sort(shown);
    const Layout layout = layoutOf(strip);
    const auto count = std::min(layout.most, shown.size());
    std::vector<std::int64_t> frames;
    const auto length = static_cast<std::size_t>(layout.step) * count;
    const std::size_t start = shown.size() > length ? (shown.size() - length) / 2 : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = layout.step == 0 ? shown.size() * (2 * i + 1) / (2 * count)
                                                : start + i * static_cast<std::size_t>(layout.step);
        if (at < shown.size()) {
            frames.push_back(shown[at]);
        }
    }
    return frames;
}

core::Result<void> writeStrip(const std::filesystem::path& film, const face::FaceAnalysis& faces,
                              Strip strip, const std::vector<std::int64_t>& frames,
                              const std::filesystem::path& target, const std::stop_token& stop) {
    auto reader = media::VideoReader::open(film);
    if (!reader) {
        return core::passOn(reader);
    }
    std::vector<cv::Mat> tiles;
    float unit = 0.0F;
    for (const std::int64_t number : frames) {
        const auto* seen = usableAt(faces, number);
        if (seen == nullptr) {
            continue;
        }
        unit = tiles.empty() ? seen->pose.scale : unit;
        const auto frame = reader->frame(number, stop);
        if (!frame) {
            return core::passOn(frame);
        }
        const auto tile = pictureOf(*frame, regionOf(*seen, strip, unit));
        if (!tile) {
            return core::passOn(tile);
        }
        tiles.push_back(scaled(*tile, strip));
    }
    return tiles.empty() ? core::Result<void>()
                         : writeJpeg(laidOut(tiles, layoutOf(strip).columns), target);
}

}  // namespace lipwright::assessment
