// What `score` found, frame by frame of the whole film, and how it is told: as a line for people,
// as JSON and as CSV. Plain values.
#pragma once

#include "engine/evaluation/filmscore.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lipwright::cli {

/// The judged face in one frame; NaN where it can not be measured.
struct ScoredFrame {
    double seconds = 0.0;
    std::optional<int> track;  ///< none where the face is not to be seen
    float confidence = std::numeric_limits<float>::quiet_NaN();
    float raw = std::numeric_limits<float>::quiet_NaN();
    float probability = std::numeric_limits<float>::quiet_NaN();
    std::string_view gap;  ///< why it can not be measured, of static storage; empty where it can
};

struct ScoreReport {
    std::string title;  ///< names of film and sound
    std::string judge;
    evaluation::SyncScore score;
    std::vector<ScoredFrame> frames;  ///< one per frame of the film

    [[nodiscard]] bool measurable() const { return score.coverage > 0.0; }
    [[nodiscard]] bool offsetFound() const;
};

/// The frames of a film of these timestamps in which nothing was judged yet.
[[nodiscard]] std::vector<ScoredFrame> unseenFrames(std::span<const double> seconds);

/// Enters the curve of one face track. Where two tracks meet in a frame, the measured one counts.
void enterTrack(const face::FaceTrack& track, const evaluation::SyncCurve& curve,
                std::vector<ScoredFrame>& frames);

/// One line, without the name.
[[nodiscard]] std::string scoreText(const ScoreReport& report);
[[nodiscard]] std::string scoreJson(const ScoreReport& report);
/// A header line and one row per frame; no line end after the last.
[[nodiscard]] std::string scoreCsv(const ScoreReport& report);

/// "+3", "0", "-3".
[[nodiscard]] std::string signedText(int number);

/// The mean distances by AV offset, −15..15, as they are told and drawn.
[[nodiscard]] std::vector<double> distanceByOffset(const evaluation::SyncScore& score);

}  // namespace lipwright::cli
