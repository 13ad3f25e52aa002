#include "engine/dubbing/segmentsync.h"

#include "engine/core/robustspread.h"
#include "engine/dubbing/analysedfilm_p.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/dubbing/segmentmeasuring_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::dubbing {
namespace {

using core::Result;

constexpr double kLowShare = 0.1;

}  // namespace

struct SegmentMeter::State {
    MeterParts parts;
};

SegmentMeter::SegmentMeter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SegmentMeter::SegmentMeter(SegmentMeter&&) noexcept = default;
SegmentMeter& SegmentMeter::operator=(SegmentMeter&&) noexcept = default;
SegmentMeter::~SegmentMeter() = default;

Result<SegmentMeter> SegmentMeter::open(RenderSource source, std::filesystem::path cache) {
    auto film = openAnalysedFilm(source);
    if (!film) {
        return core::passOn(film);
    }
    const auto library = models::ModelLibrary::open(source.models);
    if (!library) {
        return core::passOn(library);
    }
    auto expert = library->verified(models::kLipSyncExpertRole);
    if (!expert) {
        return core::passOn(expert);
    }
    auto judge = library->verified(models::kLipSyncJudgeRole);
    if (!judge) {
        return core::passOn(judge);
    }
    return SegmentMeter(
        std::unique_ptr<State>(new State{MeterParts{std::move(source),
                                                    std::move(cache),
                                                    std::move(film->fingerprint),
                                                    {std::move(*expert), std::move(*judge)},
                                                    std::move(film->reader),
                                                    {},
                                                    nullptr,
                                                    nullptr,
                                                    nullptr}}));
}

Result<SegmentSync> SegmentMeter::measure(const SyncOrder& order, std::stop_token stop,
                                          const core::ProgressCallback& progress) {
    if (const auto checked = checkFrames(order.segment, *m_state->parts.source.index); !checked) {
        return core::passOn(checked);
    }
    return measureSegment(m_state->parts, order, stop, progress);
}

Result<SyncOrder> syncOrder(const project::Project& project, project::Id segment,
                            const std::filesystem::path& takes) {
    const auto voiced = voicedSegment(project, segment);
    if (!voiced) {
        return core::passOn(voiced);
    }
    SyncOrder order{*voiced->segment, *voiced->voice, takes};
    std::erase_if(order.segment.takes,
                  [active = order.segment.activeTake](const project::Take& take) {
                      return take.id != active;
                  });
    return order;
}

FilmBaseline baselineOf(std::span<const float> confidence) {
    std::vector<float> known;
    std::ranges::copy_if(confidence, std::back_inserter(known),
                         [](float value) { return !std::isnan(value); });
    FilmBaseline baseline;
    baseline.frames = std::ssize(known);
    if (known.empty()) {
        return baseline;
    }
    std::ranges::sort(known);
    baseline.low = core::quantileOf(known, kLowShare);
    baseline.median = core::quantileOf(known, 0.5);
    return baseline;
}

}  // namespace lipwright::dubbing
