#include "engine/assessment/mouthmeasures.h"

#include "engine/core/correlation.h"
#include "engine/core/robustspread.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace lipwright::assessment {
namespace {

using face::MouthMeasure;

constexpr double kClosedQuantile = 0.05;
constexpr std::size_t kFewestFrames = 3;

/// 0 where either does not move.
double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    core::Correlation pairs;
    for (std::size_t i = 0; i < a.size(); ++i) {
        pairs.add(a[i], b[i]);
    }
    const double value = pairs.value();
    return std::isnan(value) ? 0.0 : value;
}

/// The usable observation of a frame, whatever the track.
const face::FaceObservation* seenAt(const face::FaceAnalysis& analysis, std::int64_t frame) {
    for (const face::FaceTrack& track : analysis.tracks) {
        const auto* seen = track.at(frame);
        if (seen != nullptr && seen->usability == face::FaceUsability::usable) {
            return seen;
        }
    }
    return nullptr;
}

struct MadeFrame {
    std::int64_t frame;
    const synthesis::FramePlan& plan;
    const face::FaceObservation& before;
    const face::FaceObservation& after;
};

/// Every frame that a take made whole and that shows a face before and after.
void forEachMade(const DubbedMouth& mouth, const std::function<void(const MadeFrame&)>& visit) {
    for (const synthesis::TakeReader& reader : mouth.takes) {
        const synthesis::Take& take = reader.take();
        for (std::size_t i = 0; i < take.frames.size(); ++i) {
            const synthesis::FramePlan& plan = take.frames[i];
            const std::int64_t frame = take.firstFrame + static_cast<std::int64_t>(i);
            const auto* before = seenAt(mouth.original, frame);
            const auto* after = seenAt(mouth.dubbed, frame);
            if (plan.passThroughReason.empty() && plan.weight >= 1.0 && before != nullptr &&
                after != nullptr) {
                visit({frame, plan, *before, *after});
            }
        }
    }
}

double measureOf(const face::MouthShape& shape, MouthMeasure measure) {
    return shape[static_cast<std::size_t>(measure)];
}

/// The opening that the face's closed lips measure.
double closedOpening(const face::FaceAnalysis& original) {
    std::vector<float> openings;
    for (const face::FaceTrack& track : original.tracks) {
        for (const face::FaceObservation& seen : track.observations) {
            if (seen.usability == face::FaceUsability::usable) {
                openings.push_back(seen.shape[static_cast<std::size_t>(MouthMeasure::opening)]);
            }
        }
    }
    std::ranges::sort(openings);
    return openings.empty() ? 0.0 : core::quantileOf(openings, kClosedQuantile);
}

}  // namespace

Measures followingMeasures(const DubbedMouth& mouth, const std::string& stage) {
    std::vector<double> wantedOpening, wantedWidth, opening, width, oldOpening;
    forEachMade(mouth, [&](const MadeFrame& made) {
        wantedOpening.push_back(measureOf(made.plan.wanted, MouthMeasure::opening));
        wantedWidth.push_back(measureOf(made.plan.wanted, MouthMeasure::width));
        opening.push_back(measureOf(made.after.shape, MouthMeasure::opening));
        width.push_back(measureOf(made.after.shape, MouthMeasure::width));
        oldOpening.push_back(measureOf(made.before.shape, MouthMeasure::opening));
    });
    Measures measures{{stage + ".measured_frames", static_cast<double>(opening.size())}};
    if (opening.size() >= kFewestFrames) {
        measures[stage + ".following"] = correlation(opening, wantedOpening);
        measures[stage + ".following_width"] = correlation(width, wantedWidth);
        measures[stage + ".old_opening"] = correlation(opening, oldOpening);
    }
    return measures;
}

Measures closureMeasures(const DubbedMouth& mouth, std::span<const SpokenSound> bilabials) {
    MouthCurve measured{{}, closedOpening(mouth.original)};
    MouthCurve wanted{{}, measured.closedOpening};
    const face::MouthRange range = mouth.original.actors.empty()
                                       ? face::MouthRange{}
                                       : mouth.original.actors.front().mouthRange;
    forEachMade(mouth, [&](const MadeFrame& made) {
        const double seconds = mouth.index.timeOf(made.frame).seconds();
        measured.samples.push_back({seconds, measureOf(made.after.shape, MouthMeasure::opening)});
        wanted.samples.push_back(
            {seconds, measureOf(range.absolute(made.plan.wanted), MouthMeasure::opening)});
    });
    const LipClosure seen = lipClosure(measured, bilabials);
    if (seen.bilabials == 0) {
        return {};
    }
    return {{"closure.closed", seen.closed},
            {"closure.chance", seen.chance},
            {"closure.wanted", lipClosure(wanted, bilabials).closed},
            {"closure.bilabials", seen.bilabials}};
}

}  // namespace lipwright::assessment
