#include "engine/assessment/takemasks.h"

#include <opencv2/imgproc.hpp>

#include <set>

namespace lipwright::assessment {
namespace {

/// Chroma of a written sample reaches two pixels around it when it is interpolated to RGB.
constexpr int kChromaReach = 2;

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

core::Result<FrameMasks> masksOf(std::int64_t frame, cv::Size film,
                                 std::vector<synthesis::TakeReader>& takes) {
    FrameMasks masks{cv::Mat::zeros(film, CV_8UC1), cv::Mat::zeros(film, CV_8UC1)};
    for (synthesis::TakeReader& reader : takes) {
        const synthesis::Take& take = reader.take();
        if (frame < take.firstFrame || frame >= take.endFrame()) {
            continue;
        }
        const auto& plan = take.frames[static_cast<std::size_t>(frame - take.firstFrame)];
        if (!plan.passThroughReason.empty()) {
            continue;
        }
        const auto patch = reader.read(frame);
        if (!patch) {
            return core::passOn(patch);
        }
        const cv::Mat& alpha = patch->patch.alpha;
        masks.written(patch->region).setTo(255, alpha > 0);
        if (plan.weight >= 1.0) {
            masks.made(patch->region).setTo(255, alpha > (alpha.depth() == CV_8U ? 127 : 32767));
        }
    }
    const cv::Mat reach = cv::Mat::ones(2 * kChromaReach + 1, 2 * kChromaReach + 1, CV_8UC1);
    cv::dilate(masks.written, masks.written, reach);
    return masks;
}

cv::Rect changeableArea(const std::vector<synthesis::TakeReader>& takes, cv::Size film) {
    cv::Rect area;
    for (const synthesis::TakeReader& reader : takes) {
        const synthesis::Take& take = reader.take();
        const int ring = take.patchSize.width / 4 + kChromaReach;
        for (const synthesis::FramePlan& plan : take.frames) {
            if (plan.passThroughReason.empty()) {
                area |= cv::Rect(plan.position.x - ring, plan.position.y - ring,
                                 take.patchSize.width + 2 * ring, take.patchSize.height + 2 * ring);
            }
        }
    }
    return area & cv::Rect({}, film);
}

}  // namespace lipwright::assessment
