#include "engine/dubbing/segmentsync.h"

#include "engine/core/hash.h"
#include "engine/dubbing/segmentjob_p.h"
#include "engine/dubbing/segmentmeasuring_p.h"

#include <algorithm>
#include <cmath>

namespace lipwright::dubbing {
namespace {

using core::ErrorCode;
using core::FrameRange;
using core::Result;

constexpr int kCachedFrames = 2;
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
    if (!source.index || !source.faces || source.faces->frameCount != source.index->frameCount()) {
        return core::fail(ErrorCode::invalidArgument, "the film has not been analysed",
                          source.film.string(), "Wait for the analysis, or start it again");
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
    auto film = core::fingerprintOfFile(source.film);
    if (!film) {
        return core::passOn(film);
    }
    media::VideoReader::Options options;
    options.decoderThreads = source.threads;
    options.cachedFrames = kCachedFrames;
    auto reader = media::VideoReader::open(source.film, options, source.index);
    if (!reader) {
        return core::passOn(reader);
    }
    return SegmentMeter(
        std::unique_ptr<State>(new State{MeterParts{std::move(source),
                                                    std::move(cache),
                                                    std::move(*film),
                                                    {std::move(*expert), std::move(*judge)},
                                                    std::move(*reader),
                                                    {},
                                                    nullptr,
                                                    nullptr,
                                                    nullptr}}));
}

Result<SegmentSync> SegmentMeter::measure(const SyncOrder& order, std::stop_token stop,
                                          const core::ProgressCallback& progress) {
    const FrameRange frames = order.segment.frames;
    if (frames.empty() || frames.first < 0 ||
        frames.end > m_state->parts.source.index->frameCount()) {
        return core::fail(ErrorCode::invalidArgument, "the segment lies outside of the film",
                          placeOf(order.segment), "Trim it to the film's frames");
    }
    return measureSegment(m_state->parts, order, stop, progress);
}

Result<SyncOrder> syncOrder(const project::Project& project, project::Id segment,
                            const std::filesystem::path& takes) {
    const project::Segment* const wanted = project.segment(segment);
    if (wanted == nullptr) {
        return core::fail(ErrorCode::invalidArgument,
                          "there is no segment " + std::to_string(segment));
    }
    const project::DubTrack* const voice = project.dub(wanted->dubTrack);
    if (voice == nullptr) {
        return core::fail(ErrorCode::invalidArgument, "the segment has no voice",
                          "segment " + std::to_string(segment), "Choose a dub track for it");
    }
    SyncOrder order{*wanted, *voice, takes};
    std::erase_if(order.segment.takes, [active = wanted->activeTake](const project::Take& take) {
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
    const auto at = [&known](double share) {
        return known[static_cast<std::size_t>(share * static_cast<double>(known.size() - 1))];
    };
    baseline.low = at(kLowShare);
    baseline.median = at(0.5);
    return baseline;
}

}  // namespace lipwright::dubbing
