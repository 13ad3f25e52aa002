#include "app/cli/scorereport.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace lipwright::cli {
namespace {

constexpr double kDecimals = 1e6;
constexpr double kMillisecondsPerFrame = 1000.0 / evaluation::kSyncFramesPerSecond;

/// JSON has no NaN: what can not be measured is null.
nlohmann::json number(double value) {
    return std::isnan(value) ? nlohmann::json()
                             : nlohmann::json(std::round(value * kDecimals) / kDecimals);
}

std::string field(double value) {
    char text[40] = "";
    if (!std::isnan(value)) {
        std::snprintf(text, sizeof text, "%.6f", value);
    }
    return text;
}

std::string_view reasonOf(const face::FaceObservation& seen, evaluation::SyncGap gap) {
    if (gap != evaluation::SyncGap::noFace) {
        return evaluation::toString(gap);
    }
    return seen.usability != face::FaceUsability::usable ? face::toString(seen.usability)
                                                         : "face comes or goes";
}

nlohmann::json frameJson(std::size_t index, const ScoredFrame& frame) {
    return {{"frame", index},
            {"seconds", number(frame.seconds)},
            {"track", frame.track ? nlohmann::json(*frame.track) : nlohmann::json()},
            {"confidence", number(frame.confidence)},
            {"raw", number(frame.raw)},
            {"probability", number(frame.probability)},
            {"gap", frame.gap.empty() ? nlohmann::json() : nlohmann::json(frame.gap)}};
}

}  // namespace

bool ScoreReport::offsetFound() const {
    return measurable() && std::abs(score.avOffset) < evaluation::kSyncReach;
}

std::vector<ScoredFrame> unseenFrames(std::span<const double> seconds) {
    std::vector<ScoredFrame> frames(seconds.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i].seconds = seconds[i];
        frames[i].gap = face::toString(face::FaceUsability::noFace);
    }
    return frames;
}

void enterTrack(const face::FaceTrack& track, const evaluation::SyncCurve& curve,
                std::vector<ScoredFrame>& frames) {
    for (std::size_t i = 0; i < curve.frames.size(); ++i) {
        const auto at = static_cast<std::size_t>(track.firstFrame) + i;
        if (at >= frames.size() || (frames[at].track && frames[at].gap.empty())) {
            continue;
        }
        const evaluation::FrameConfidence& judged = curve.frames[i];
        frames[at] = {judged.seconds,     track.id,
                      judged.confidence,  judged.raw,
                      judged.probability, reasonOf(track.observations[i], judged.gap)};
    }
}

std::string scoreText(const ScoreReport& report) {
    if (!report.measurable()) {
        return "not measurable: nobody speaks while a usable face is to be seen";
    }
    if (!report.offsetFound()) {
        return "AV offset not found within 15 frames: the judge can not tell on this face or sound";
    }
    const evaluation::SyncScore& score = report.score;
    char delay[60] = "";
    if (score.avOffset != 0) {
        std::snprintf(delay, sizeof delay, " (the sound is %.0f ms %s)",
                      std::abs(score.avOffset) * kMillisecondsPerFrame,
                      score.avOffset > 0 ? "early" : "late");
    }
    char line[200];
    std::snprintf(
        line, sizeof line, "AV offset %s frames%s, LSE-C %.3f, LSE-D %.3f, coverage %.0f %%",
        signedText(score.avOffset).c_str(), delay, score.lseC, score.lseD, score.coverage * 100);
    return line;
}

std::string scoreJson(const ScoreReport& report) {
    const evaluation::SyncScore& score = report.score;
    const auto measured = [&report](double value) {
        return report.measurable() ? number(value) : nlohmann::json();
    };
    nlohmann::json json{{"judge", report.judge},
                        {"av_offset_frames",
                         report.measurable() ? nlohmann::json(score.avOffset) : nlohmann::json()},
                        {"offset_found", report.offsetFound()},
                        {"lse_c", measured(score.lseC)},
                        {"lse_d", measured(score.lseD)},
                        {"confidence_at_zero", measured(score.confidenceAtZero)},
                        {"coverage", number(score.coverage)},
                        {"windows", score.windows},
                        {"mean_distance", nlohmann::json::array()},
                        {"frames", nlohmann::json::array()}};
    for (const double distance : distanceByOffset(score)) {
        json["mean_distance"].push_back(measured(distance));
    }
    for (std::size_t i = 0; i < report.frames.size(); ++i) {
        json["frames"].push_back(frameJson(i, report.frames[i]));
    }
    return json.dump(1);
}

std::string scoreCsv(const ScoreReport& report) {
    std::string text = "frame,seconds,track,confidence,raw,probability,gap";
    for (std::size_t i = 0; i < report.frames.size(); ++i) {
        const ScoredFrame& frame = report.frames[i];
        text += '\n' + std::to_string(i) + ',' + field(frame.seconds) + ',' +
                (frame.track ? std::to_string(*frame.track) : std::string()) + ',' +
                field(frame.confidence) + ',' + field(frame.raw) + ',' + field(frame.probability) +
                ',' + std::string(frame.gap);
    }
    return text;
}

std::string signedText(int number) {
    return (number > 0 ? "+" : "") + std::to_string(number);
}

std::vector<double> distanceByOffset(const evaluation::SyncScore& score) {
    // The engine counts how much later the sound is; the AV offset is the negative of that.
    return {score.meanDistance.rbegin(), score.meanDistance.rend()};
}

}  // namespace lipwright::cli
