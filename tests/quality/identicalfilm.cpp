#include "tests/quality/identicalfilm.h"

#include "engine/media/videoreader.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace lipwright::quality {
namespace {

/// Chroma of a written sample reaches two pixels around it when it is interpolated to RGB.
constexpr int kChromaReach = 2;

bool sameTimes(const media::FrameIndex& a, const media::FrameIndex& b) {
    if (a.frameCount() != b.frameCount()) {
        return false;
    }
    const double tick = std::max(a.timeBase().seconds(), b.timeBase().seconds());
    for (std::int64_t n = 0; n < a.frameCount(); ++n) {
        if (std::abs(a.timeOf(n).seconds() - b.timeOf(n).seconds()) > tick) {
            return false;
        }
    }
    return true;
}

cv::Mat writtenMask(const media::VideoFrame& frame, std::vector<synthesis::TakeReader>& takes) {
    cv::Mat mask = cv::Mat::zeros(frame.size(), CV_8UC1);
    for (synthesis::TakeReader& reader : takes) {
        const auto& take = reader.take();
        if (frame.number() < take.firstFrame || frame.number() >= take.endFrame()) {
            continue;
        }
        const auto& plan = take.frames[static_cast<std::size_t>(frame.number() - take.firstFrame)];
        if (!plan.passThroughReason.empty()) {
            continue;
        }
        if (const auto made = reader.read(frame.number())) {
            mask(made->region).setTo(255, made->patch.alpha > 0);
        }
    }
    const cv::Mat reach = cv::Mat::ones(2 * kChromaReach + 1, 2 * kChromaReach + 1, CV_8UC1);
    cv::dilate(mask, mask, reach);
    return mask;
}

}  // namespace

core::Result<FilmComparison> compareFilms(const std::filesystem::path& original,
                                          const std::filesystem::path& dubbed,
                                          std::vector<synthesis::TakeReader>& takes) {
    auto before = media::VideoReader::open(original);
    auto after = media::VideoReader::open(dubbed);
    if (!before || !after) {
        return core::passOn(before ? after : before);
    }
    FilmComparison result;
    const auto& a = before->info();
    const auto& b = after->info();
    result.sameFrames = sameTimes(before->index(), after->index());
    result.sameFormat = a.width == b.width && a.height == b.height &&
                        a.pixelFormat == b.pixelFormat && a.bitDepth == b.bitDepth &&
                        a.colour == b.colour;
    const auto info = media::probe(dubbed);
    if (info && !info->audio.empty()) {
        result.audioStartSeconds = info->audio.front().startTime.seconds();
    }
    while (true) {
        const auto first = before->next();
        const auto second = after->next();
        if (!first || !second) {
            return core::passOn(first ? second : first);
        }
        if (!first->has_value() || !second->has_value()) {
            return result;
        }
        const cv::Rect all({}, (*first)->size());
        const auto rgbA = (*first)->rgb(all);
        const auto rgbB = (*second)->rgb(all);
        if (!rgbA || !rgbB) {
            return core::passOn(rgbA ? rgbB : rgbA);
        }
        cv::Mat different;
        cv::absdiff(*rgbA, *rgbB, different);
        cv::Mat changed = (different.reshape(1, static_cast<int>(different.total())) > 0);
        cv::reduce(changed, changed, 1, cv::REDUCE_MAX);
        changed = changed.reshape(1, all.height);
        const cv::Mat mask = writtenMask(**first, takes);
        result.changedInside += cv::countNonZero(changed & mask);
        result.changedOutside += cv::countNonZero(changed & ~mask);
    }
}

}  // namespace lipwright::quality
