#include "tests/quality/contactsheet.h"

#include "engine/media/videoreader.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace lipwright::quality {
namespace {

constexpr int kTile = 320;

cv::Rect faceRegion(const face::FaceAnalysis& faces, std::int64_t frame, cv::Size size) {
    const cv::Rect all({}, size);
    for (const auto& track : faces.tracks) {
        const auto* seen = track.at(frame);
        if (seen == nullptr || seen->usability != face::FaceUsability::usable) {
            continue;
        }
        const auto& box = seen->box;
        const float side = 1.5F * std::max(box.width, box.height);
        const cv::Point2f centre(box.x + box.width / 2, box.y + box.height * 0.6F);
        const cv::Rect region(static_cast<int>(centre.x - side / 2),
                              static_cast<int>(centre.y - side / 2), static_cast<int>(side),
                              static_cast<int>(side));
        if (!(region & all).empty()) {
            return region & all;
        }
    }
    return all;
}

core::Result<cv::Mat> picture(media::VideoReader& reader, std::int64_t number,
                              const cv::Rect& region) {
    const auto frame = reader.frame(number);
    if (!frame) {
        return core::passOn(frame);
    }
    auto rgb = frame->rgb(region);
    if (!rgb) {
        return rgb;
    }
    cv::Mat bgr;
    rgb->convertTo(bgr, CV_8U, rgb->depth() == CV_16U ? 1.0 / 257.0 : 1.0);
    cv::cvtColor(bgr, bgr, cv::COLOR_RGB2BGR);
    return bgr;
}

}  // namespace

core::Result<void> writeContactSheet(const std::filesystem::path& original,
                                     const std::filesystem::path& dubbed,
                                     const face::FaceAnalysis& faces,
                                     const std::vector<std::int64_t>& frames,
                                     const std::filesystem::path& stem) {
    auto before = media::VideoReader::open(original);
    auto after = media::VideoReader::open(dubbed);
    if (!before || !after) {
        return core::passOn(before ? after : before);
    }
    const cv::Size size(before->info().width, before->info().height);
    std::vector<cv::Mat> columns;
    cv::Mat full;
    for (const std::int64_t number : frames) {
        cv::Mat tiles[2];
        cv::Mat wholes[2];
        media::VideoReader* readers[2] = {&*before, &*after};
        for (int i = 0; i < 2; ++i) {
            auto tile = picture(*readers[i], number, faceRegion(faces, number, size));
            auto whole = picture(*readers[i], number, cv::Rect({}, size));
            if (!tile || !whole) {
                return core::passOn(tile ? whole : tile);
            }
            cv::resize(*tile, tiles[i], {kTile, kTile}, 0, 0, cv::INTER_AREA);
            wholes[i] = *whole;
        }
        cv::Mat column;
        cv::vconcat(tiles, 2, column);
        columns.push_back(column);
        cv::hconcat(wholes, 2, full);
    }
    if (!columns.empty()) {
        cv::Mat sheet;
        cv::hconcat(columns, sheet);
        cv::imwrite(stem.string() + "-sheet.png", sheet);
        cv::imwrite(stem.string() + "-full.png", full);
    }
    return {};
}

}  // namespace lipwright::quality
