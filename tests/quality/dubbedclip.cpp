#include "tests/quality/dubbedclip.h"

#include "engine/evaluation/picturemetrics.h"
#include "engine/media/videoreader.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace lipwright::quality {
namespace {

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    double sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sumA += a[i];
        sumB += b[i];
        sumAA += a[i] * a[i];
        sumBB += b[i] * b[i];
        sumAB += a[i] * b[i];
    }
    const double spread = (sumAA - sumA * sumA / n) * (sumBB - sumB * sumB / n);
    return a.size() < 3 || spread <= 0 ? 0.0 : (sumAB - sumA * sumB / n) / std::sqrt(spread);
}

/// The usable observation of an actor's frame, whatever the track.
const face::FaceObservation* seenAt(const face::FaceAnalysis& analysis, std::int64_t frame) {
    for (const face::FaceTrack& track : analysis.tracks) {
        const auto* seen = track.at(frame);
        if (seen != nullptr && seen->usability == face::FaceUsability::usable) {
            return seen;
        }
    }
    return nullptr;
}

/// The frame's mask over the whole picture, 255 where the dub may have written.
cv::Mat wholeMask(const media::VideoFrame& frame, std::vector<synthesis::TakeReader>& takes) {
    cv::Mat mask = cv::Mat::zeros(frame.size(), CV_8UC1);
    for (synthesis::TakeReader& reader : takes) {
        const auto& take = reader.take();
        if (frame.number() < take.firstFrame || frame.number() >= take.endFrame()) {
            continue;
        }
        const auto& plan = take.frames[static_cast<std::size_t>(frame.number() - take.firstFrame)];
        if (!plan.passThroughReason.empty() || plan.weight < 1.0) {
            continue;
        }
        if (const auto made = reader.read(frame.number())) {
            const cv::Mat alpha = made->patch.alpha;
            mask(made->region).setTo(255, alpha > (alpha.depth() == CV_8U ? 127 : 32767));
        }
    }
    return mask;
}

}  // namespace

core::Result<std::vector<synthesis::TakeReader>> openTakes(const std::filesystem::path& folder) {
    std::set<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (std::filesystem::exists(entry.path() / synthesis::kTakeSidecar)) {
            folders.insert(entry.path());
        }
    }
    std::vector<synthesis::TakeReader> takes;
    for (const auto& path : folders) {
        auto take = synthesis::TakeReader::open(path);
        if (!take) {
            return core::passOn(take);
        }
        takes.push_back(std::move(*take));
    }
    return takes;
}

MouthFollowing mouthFollowing(const face::FaceAnalysis& original, const face::FaceAnalysis& dubbed,
                              const std::vector<synthesis::TakeReader>& takes) {
    constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);
    constexpr auto kWidth = static_cast<std::size_t>(face::MouthMeasure::width);
    std::vector<double> wantedOpening, wantedWidth, opening, width, oldOpening;
    for (const synthesis::TakeReader& reader : takes) {
        const synthesis::Take& take = reader.take();
        for (std::size_t i = 0; i < take.frames.size(); ++i) {
            const synthesis::FramePlan& plan = take.frames[i];
            const std::int64_t frame = take.firstFrame + static_cast<std::int64_t>(i);
            const auto* before = seenAt(original, frame);
            const auto* after = seenAt(dubbed, frame);
            if (!plan.passThroughReason.empty() || plan.weight < 1.0 || before == nullptr ||
                after == nullptr) {
                continue;
            }
            wantedOpening.push_back(plan.wanted[kOpening]);
            wantedWidth.push_back(plan.wanted[kWidth]);
            opening.push_back(after->shape[kOpening]);
            width.push_back(after->shape[kWidth]);
            oldOpening.push_back(before->shape[kOpening]);
        }
    }
    return {static_cast<int>(opening.size()), correlation(opening, wantedOpening),
            correlation(width, wantedWidth), correlation(opening, oldOpening)};
}

core::Result<PictureQuality> pictureQuality(const std::filesystem::path& original,
                                            const std::filesystem::path& dubbed,
                                            std::vector<synthesis::TakeReader>& takes) {
    auto before = media::VideoReader::open(original);
    auto after = media::VideoReader::open(dubbed);
    if (!before || !after) {
        return core::passOn(before ? after : before);
    }
    evaluation::DubbingQuality quality;
    while (true) {
        const auto a = before->next();
        const auto b = after->next();
        if (!a || !b) {
            return core::passOn(a ? b : a);
        }
        if (!a->has_value() || !b->has_value()) {
            return PictureQuality{quality.sharpness(), quality.ringFlicker()};
        }
        const cv::Rect all({}, (*a)->size());
        const auto first = (*a)->rgb(all);
        const auto second = (*b)->rgb(all);
        if (!first || !second) {
            return core::passOn(first ? second : first);
        }
        quality.add(*first, *second, wholeMask(**a, takes));
    }
}

}  // namespace lipwright::quality
