#include "engine/report/worstmoments.h"

#include "engine/core/timecode.h"
#include "engine/dubbing/retouchedtake.h"
#include "engine/media/videoreader.h"
#include "engine/synthesis/compositor.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace lipwright::report {

using core::Result;

namespace {

constexpr int kPictureWidth = 320;
constexpr int kPictureHeight = 240;
constexpr double kAround = 1.45;  ///< heights of the patch that are shown
constexpr int kJpegQuality = 88;

double framesPerSecond(const project::Film& film) {
    return static_cast<double>(film.frameDenominator) / film.frameNumerator;
}

/// The lowest frames of one segment, a second apart.
void findIn(const ReportSegment& segment, std::int64_t apart, std::vector<WorstMoment>& moments) {
    const dubbing::SyncLane* lane = laneSeen(segment);
    if (lane == nullptr || !showsTake(segment.segment) || !segment.measured.sync->after) {
        return;
    }
    std::vector<std::pair<float, std::int64_t>> frames;
    for (std::size_t i = 0; i < lane->points.size(); ++i) {
        if (std::isfinite(lane->points[i].confidence)) {
            frames.emplace_back(lane->points[i].confidence,
                                lane->firstFrame + static_cast<std::int64_t>(i));
        }
    }
    std::ranges::sort(frames);
    std::vector<std::int64_t> chosen;
    for (const auto& [confidence, frame] : frames) {
        const bool near = std::ranges::any_of(
            chosen, [&](std::int64_t other) { return std::abs(other - frame) < apart; });
        if (!near) {
            chosen.push_back(frame);
            moments.push_back({segment.number, frame, {}, confidence, {}, {}, 0, 0});
        }
    }
}

/// What is shown of the film around a patch: of the pictures' shape, inside of the film.
cv::Rect viewOf(const cv::Rect& patch, const cv::Size& film) {
    const double wanted =
        kAround * std::max(patch.height, patch.width * kPictureHeight / kPictureWidth);
    const double most = std::min<double>(
        film.height, static_cast<double>(film.width) * kPictureHeight / kPictureWidth);
    const int height = static_cast<int>(std::min(wanted, most));
    const int width = std::min(film.width, height * kPictureWidth / kPictureHeight);
    const int x = patch.x + patch.width / 2 - width / 2;
    const int y = patch.y + patch.height / 2 - height * 9 / 16;  // mouths lie low in faces
    return {std::clamp(x, 0, film.width - width), std::clamp(y, 0, film.height - height), width,
            height};
}

Result<std::string> jpegOf(const media::VideoFrame& frame, const cv::Rect& view) {
    const auto rgb = frame.rgb(view);
    if (!rgb) {
        return core::passOn(rgb);
    }
    cv::Mat small;
    cv::resize(*rgb, small, {kPictureWidth, kPictureHeight}, 0.0, 0.0, cv::INTER_AREA);
    if (small.depth() == CV_16U) {
        small.convertTo(small, CV_8U, 1.0 / 257.0);
    }
    cv::cvtColor(small, small, cv::COLOR_RGB2BGR);
    std::vector<unsigned char> bytes;
    if (!cv::imencode(".jpg", small, bytes, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality})) {
        return core::fail(core::ErrorCode::internal, "a picture could not be compressed");
    }
    return std::string(bytes.begin(), bytes.end());
}

/// A frame without and with its take, and the part of it that is shown.
struct Shown {
    media::VideoFrame film;
    media::VideoFrame take;
    cv::Rect view;
};

Result<Shown> shownAt(std::int64_t frame, const project::Segment& segment,
                      const dubbing::RenderSource& source, media::VideoReader& reader) {
    auto take = dubbing::RetouchedTake::open(
        source.takes / segment.active()->folder,
        std::make_shared<dubbing::RetouchTrack>(segment.retouch, segment.actor, segment.track,
                                                source.faces));
    if (!take) {
        return core::passOn(take);
    }
    const auto film = reader.frame(frame);
    if (!film) {
        return core::passOn(film);
    }
    const auto laid = take->at(*film);
    if (!laid) {
        return core::passOn(laid);
    }
    Shown shown{*film, *film, viewOf({{0, 0}, film->size()}, film->size())};
    if (*laid) {
        shown.view = viewOf((*laid)->made.region, film->size());
        if (auto done = synthesis::composite(shown.take, (*laid)->made, (*laid)->weight); !done) {
            return core::passOn(done);
        }
    }
    return shown;
}

Result<void> draw(WorstMoment& moment, const Shown& shown) {
    auto film = jpegOf(shown.film, shown.view);
    if (!film) {
        return core::passOn(film);
    }
    auto take = jpegOf(shown.take, shown.view);
    if (!take) {
        return core::passOn(take);
    }
    moment.filmPicture = std::move(*film);
    moment.takePicture = std::move(*take);
    moment.width = kPictureWidth;
    moment.height = kPictureHeight;
    return {};
}

}  // namespace

std::vector<WorstMoment> findWorstMoments(const QcReport& report, std::size_t most) {
    const auto format = core::TimecodeFormat::of(
        {report.film.frameNumerator, report.film.frameDenominator}, report.film.startTimecode);
    const auto apart = static_cast<std::int64_t>(std::ceil(framesPerSecond(report.film)));
    std::vector<WorstMoment> moments;
    for (const ReportSegment& segment : report.segments) {
        findIn(segment, apart, moments);
    }
    std::ranges::sort(moments, {}, [](const WorstMoment& moment) {
        return std::pair(moment.confidence, moment.frame);
    });
    moments.resize(std::min(moments.size(), most));
    for (WorstMoment& moment : moments) {
        moment.timecode = core::toTimecode(moment.frame, format);
    }
    return moments;
}

Result<void> drawWorstMoments(QcReport& report, const dubbing::RenderSource& source,
                              std::stop_token stop, const core::ProgressCallback& progress) {
    if (report.worst.empty()) {
        return {};
    }
    auto reader = media::VideoReader::open(source.film, {}, source.index);
    if (!reader) {
        return core::passOn(reader);
    }
    for (std::size_t i = 0; i < report.worst.size(); ++i) {
        if (stop.stop_requested()) {
            return core::fail(core::ErrorCode::cancelled, "stopped");
        }
        core::report(progress,
                     {"pictures", static_cast<std::int64_t>(i), std::ssize(report.worst)});
        WorstMoment& moment = report.worst[i];
        const auto& segment = report.segments[static_cast<std::size_t>(moment.segment - 1)].segment;
        const auto shown = shownAt(moment.frame, segment, source, *reader);
        if (!shown) {
            return core::passOn(shown);
        }
        if (auto drawn = draw(moment, *shown); !drawn) {
            return drawn;
        }
    }
    return {};
}

}  // namespace lipwright::report
