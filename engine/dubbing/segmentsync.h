// How well a segment's sounds go with its mouths, measured by the lip-sync expert and by the
// independent judge: the film's own sound on its own picture (baseline), the voice on the film's
// picture (before), the voice on a take (after). Keeps what segments share (networks, sounds,
// decoder, what the judges saw of the film) between them. Belongs to one thread; measure() stops
// within a second.
#pragma once

#include "engine/core/progress.h"
#include "engine/core/result.h"
#include "engine/dubbing/segmentrenderer.h"
#include "engine/dubbing/synccurve.h"
#include "engine/project/project.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace lipwright::dubbing {

/// One value per film frame.
struct SyncLane {
    std::int64_t firstFrame = 0;
    std::vector<SyncPoint> points;
    project::SyncSummary expert;
    project::SyncSummary judge;
    friend bool operator==(const SyncLane&, const SyncLane&) = default;
};

/// How far the voice is off the mouth, when it can be told.
struct OffsetEstimate {
    int frames = 0;  ///< of 25 fps; positive: the sound leads, the mouth is late
    /// Of a take: to be added to SegmentSettings::offsetMicroseconds before it is rendered again;
    /// 0 once that is done. Of the film's picture: to be taken from DubTrack::offsetMicroseconds.
    std::int64_t microseconds = 0;
    bool certain = false;  ///< confidence, coverage and both judges allow it
    std::string doubt;     ///< why not: "the judges disagree: 2 and -5 frames"
    bool ofTake = false;   ///< else of the voice on the film's picture
    friend bool operator==(const OffsetEstimate&, const OffsetEstimate&) = default;
};

struct SegmentSync {
    SyncLane baseline;
    SyncLane before;
    std::optional<SyncLane> after;  ///< nothing: no take
    OffsetEstimate offset;          ///< of the take, else of the voice on the film's picture
    friend bool operator==(const SegmentSync&, const SegmentSync&) = default;
};

struct SyncOrder {
    project::Segment segment;  ///< its active take is measured, with its retouch
    project::DubTrack voice;
    std::filesystem::path folder;  ///< of takes
};

class SegmentMeter {
public:
    /// As SegmentRenderer::open; loads nothing heavy yet. `cache`: where what the judges saw of
    /// the film and what was measured is kept; the takes' own folders are only read.
    [[nodiscard]] static core::Result<SegmentMeter> open(RenderSource source,
                                                         std::filesystem::path cache);
    SegmentMeter(SegmentMeter&&) noexcept;
    SegmentMeter& operator=(SegmentMeter&&) noexcept;
    ~SegmentMeter();

    /// Only the segment and the real frames around it are looked at; what was measured before and
    /// has not changed comes from disk.
    [[nodiscard]] core::Result<SegmentSync> measure(const SyncOrder& order,
                                                    std::stop_token stop = {},
                                                    const core::ProgressCallback& progress = {});

private:
    struct State;
    explicit SegmentMeter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

[[nodiscard]] core::Result<SyncOrder> syncOrder(const project::Project& project,
                                                project::Id segment,
                                                const std::filesystem::path& takes);

/// What is usual in this film: quantiles of the baseline's confidence over its measurable frames;
/// thresholds are drawn relative to it.
struct FilmBaseline {
    float low = 0.0F;  ///< 10 % of the frames lie below
    float median = 0.0F;
    std::int64_t frames = 0;  ///< measurable ones; few: thresholds mean little
};
[[nodiscard]] FilmBaseline baselineOf(std::span<const float> confidence);

}  // namespace lipwright::dubbing
