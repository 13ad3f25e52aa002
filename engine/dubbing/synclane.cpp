#include "engine/dubbing/synclane_p.h"
#include "engine/dubbing/syncreason_p.h"
#include "engine/evaluation/syncscorer.h"

#include <cmath>
#include <limits>

namespace lipwright::dubbing {
namespace {

using core::FrameRange;
using core::Result;
using evaluation::SyncCurve;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
/// What a window reaches to each side of its middle, with room for rounding.
constexpr double kWindowReach = 2.0 / nets::kExpertFramesPerSecond - 1e-3;

project::SyncSummary summaryOf(const SyncCurve& curve, std::int64_t measured, std::int64_t frames) {
    const evaluation::SyncScore& score = curve.score;
    project::SyncSummary summary;
    summary.lseC = score.lseC;
    summary.lseD = score.lseD;
    summary.confidence = score.confidenceAtZero;
    summary.coverage =
        frames > 0 ? static_cast<double>(measured) / static_cast<double>(frames) : 0.0;
    summary.offsetFrames = score.avOffset;
    return summary;
}

Result<SyncCurve> score(const LaneJob& job, std::size_t judge, const nets::LipSyncExpert& expert,
                        const evaluation::SyncSound& sound) {
    evaluation::SyncScorer scorer(expert);
    std::int64_t frame = job.sight->frames.first;
    for (const std::vector<float>& values : job.sight->values[judge]) {
        const double seconds = job.index->timeOf(frame++).seconds() - job.soundStart;
        if (const auto pushed = scorer.pushValues(seconds, values); !pushed) {
            return core::passOn(pushed);
        }
    }
    evaluation::SyncOptions options;
    options.reference = job.sight->reference[judge];
    options.curve = evaluation::CurveShift::none;
    return scorer.finish(sound, options);
}

/// The curve's frames that are the segment's.
FrameRange scoredFrames(const LaneJob& job) {
    return core::intersection(job.segment, job.sight->frames);
}

std::int64_t measuredFrames(const LaneJob& job, const SyncCurve& curve) {
    const FrameRange frames = scoredFrames(job);
    return std::count_if(curve.frames.begin() + (frames.first - job.sight->frames.first),
                         curve.frames.begin() + (frames.end - job.sight->frames.first),
                         [](const auto& frame) { return frame.gap == evaluation::SyncGap::none; });
}

void drawCurve(const LaneJob& job, const SyncCurve& curve, SyncLane& lane) {
    const FrameRange frames = scoredFrames(job);
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const auto& found = curve.frames[static_cast<std::size_t>(frame - job.sight->frames.first)];
        lane.points[static_cast<std::size_t>(frame - job.segment.first)] = {
            found.confidence, found.raw, reasonOf(found.gap, *job.sight->track, frame)};
    }
}

}  // namespace

FrameRange framesSeen(FrameRange segment, const face::FaceTrack& track,
                      const media::FrameIndex& index) {
    const FrameRange whole{track.firstFrame, track.endFrame()};
    FrameRange seen = core::intersection(segment, whole);
    if (seen.empty()) {
        return seen;
    }
    const double from = index.timeOf(seen.first).seconds() - kWindowReach;
    const double to = index.timeOf(seen.end - 1).seconds() + kWindowReach;
    while (seen.first > whole.first && index.timeOf(seen.first).seconds() > from) {
        --seen.first;
    }
    while (seen.end < whole.end && index.timeOf(seen.end - 1).seconds() < to) {
        ++seen.end;
    }
    return seen;
}

MeasuredLane emptyLane(FrameRange segment, SyncReason reason) {
    MeasuredLane measured;
    measured.lane.firstFrame = segment.first;
    measured.lane.points.assign(static_cast<std::size_t>(segment.length()), {kNaN, kNaN, reason});
    for (auto& distance : measured.distance) {
        distance.fill(std::numeric_limits<double>::quiet_NaN());
    }
    return measured;
}

Result<MeasuredLane> measureLane(const LaneJob& job,
                                 const std::array<nets::LipSyncExpert, kJudges>& judges,
                                 const std::stop_token& stop) {
    MeasuredLane measured = emptyLane(job.segment, SyncReason::offScreen);
    if (!job.sound || job.sight->frames.empty()) {
        return job.sound ? measured : emptyLane(job.segment, SyncReason::noSound);
    }
    evaluation::SyncSound sound = *job.sound;
    sound.stretch = [&stop, read = sound.stretch](double from, double to) {
        return stop.stop_requested() ? evaluation::SoundStretch() : read(from, to);
    };
    for (std::size_t judge = 0; judge < kJudges; ++judge) {
        const auto curve = score(job, judge, judges[judge], sound);
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        if (!curve) {
            return core::passOn(curve);
        }
        const auto summary = summaryOf(*curve, measuredFrames(job, *curve), job.segment.length());
        if (judge == kExpertLane) {
            measured.lane.expert = summary;
            drawCurve(job, *curve, measured.lane);
        } else {
            measured.lane.judge = summary;
        }
        if (summary.coverage > 0.0) {
            measured.distance[judge] = curve->score.meanDistance;
        }
    }
    return measured;
}

}  // namespace lipwright::dubbing
