#include "app/jobs/renderorder_p.h"

#include <algorithm>
#include <array>

namespace lipwright::app {
namespace {

constexpr int kUnder = 2'000'000'000;
constexpr int kAfter = 1'900'000'000;
constexpr int kBefore = 900'000'000;
constexpr std::int64_t kFarthest = 800'000'000;

struct Stage {
    std::string_view name;
    double from = 0.0;
    double to = 0.0;
};
/// Rough shares of the time; what matters is that they only grow.
constexpr std::array<Stage, 4> kStages{
    {{"listen", 0.0, 0.05}, {"choose", 0.05, 0.2}, {"collect", 0.2, 0.35}, {"render", 0.35, 1.0}}};

}  // namespace

int renderPriority(core::FrameRange frames, std::int64_t playhead) {
    if (frames.contains(playhead)) {
        return kUnder;
    }
    const bool after = frames.first > playhead;
    const std::int64_t distance = after ? frames.first - playhead : playhead - frames.end + 1;
    return (after ? kAfter : kBefore) -
           static_cast<int>(std::clamp<std::int64_t>(distance, 0, kFarthest));
}

double renderShare(std::string_view stage, double done) {
    const auto found = std::ranges::find(kStages, stage, &Stage::name);
    return found == kStages.end()
               ? 0.0
               : found->from + (found->to - found->from) * std::clamp(done, 0.0, 1.0);
}

}  // namespace lipwright::app
