#include "engine/synthesis/framelibrary.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lipwright::synthesis {

namespace {

constexpr int kJawEnd = 17;      // landmarks 0..16
constexpr int kMouthBegin = 48;  // landmarks 48..67
constexpr std::int64_t kSlowReach = 10;
constexpr float kSlowSigma = 5.0F;

bool usable(const face::FaceObservation* observation) {
    return observation != nullptr && observation->usability == face::FaceUsability::usable;
}

// Rigid points from the strongly smoothed landmarks; mouth and jaw, which speech moves fast, as a
// 1-2-1 mean of the raw ones.
Landmarks lightlySmoothed(const face::FaceTrack& track, std::int64_t frame) {
    const face::FaceObservation& here = *track.at(frame);
    Landmarks result = here.stableLandmarks;
    Landmarks sum = here.landmarks * 2.0F;
    float weight = 2.0F;
    for (const std::int64_t other : {frame - 1, frame + 1}) {
        if (const auto* observation = track.at(other); usable(observation)) {
            sum = sum + observation->landmarks;
            weight += 1.0F;
        }
    }
    for (std::size_t k = 0; k < result.size(); ++k) {
        if (k < kJawEnd || k >= kMouthBegin) {
            result[k] = sum[k] / weight;
        }
    }
    return result;
}

void appendTrack(const face::FaceTrack& track, const face::MouthRange& range, core::FrameRange part,
                 std::vector<LibraryFrame>& frames) {
    for (std::int64_t number = part.first; number < part.end; ++number) {
        const auto* observation = track.at(number);
        if (!usable(observation)) {
            continue;
        }
        LibraryFrame frame;
        frame.number = number;
        frame.track = track.id;
        frame.pose = observation->pose;
        frame.shape = range.relative(observation->shape);
        frame.sharpness = observation->sharpness;
        frame.brightness = observation->brightness;
        frame.landmarks = lightlySmoothed(track, number);
        frames.push_back(frame);
    }
}

}  // namespace

FrameLibrary::FrameLibrary(std::vector<LibraryFrame> frames, const face::MouthRange& range,
                           const MouthModel& model)
    : m_frames(std::move(frames)), m_range(range), m_model(model) {}

core::Result<FrameLibrary> FrameLibrary::build(const face::FaceAnalysis& analysis, int actor,
                                               const std::optional<core::FrameRange>& range,
                                               const std::stop_token& stop) {
    const auto found = std::find_if(analysis.actors.begin(), analysis.actors.end(),
                                    [actor](const face::Actor& a) { return a.id == actor; });
    if (found == analysis.actors.end()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "there is no actor number " + std::to_string(actor));
    }
    std::vector<LibraryFrame> frames;
    for (const face::FaceTrack& track : analysis.tracks) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        if (track.actor == actor) {
            const core::FrameRange whole{track.firstFrame, track.endFrame()};
            appendTrack(track, found->mouthRange, range ? intersection(whole, *range) : whole,
                        frames);
        }
    }
    if (frames.empty()) {
        return core::fail(core::ErrorCode::noFace,
                          "actor " + std::to_string(actor) + " has no frame with a usable mouth",
                          {}, "Choose another face or footage that shows the face from the front");
    }
    std::sort(frames.begin(), frames.end(), [](const LibraryFrame& a, const LibraryFrame& b) {
        return std::tie(a.track, a.number) < std::tie(b.track, b.number);
    });
    MouthModel::Fit fit(found->mouthRange);
    for (const LibraryFrame& frame : frames) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        fit.add(face::toHeadCoordinates(frame.landmarks, frame.pose), frame.shape, frame.pose);
    }
    return FrameLibrary(std::move(frames), found->mouthRange, fit.solve());
}

std::optional<std::size_t> FrameLibrary::indexOf(int track, std::int64_t frame) const {
    const auto place = std::lower_bound(
        m_frames.begin(), m_frames.end(), std::tie(track, frame),
        [](const LibraryFrame& a, const auto& key) { return std::tie(a.track, a.number) < key; });
    if (place == m_frames.end() || place->track != track || place->number != frame) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(place - m_frames.begin());
}

bool FrameLibrary::continuesAfter(std::size_t index) const {
    return index + 1 < m_frames.size() && m_frames[index + 1].track == m_frames[index].track &&
           m_frames[index + 1].number == m_frames[index].number + 1;
}

Landmarks FrameLibrary::head(std::size_t index) const {
    return face::toHeadCoordinates(m_frames[index].landmarks, m_frames[index].pose);
}

Landmarks FrameLibrary::slowResidual(std::size_t index) const {
    const LibraryFrame& centre = m_frames[index];
    Landmarks sum{};
    float total = 0.0F;
    const auto add = [&](std::size_t k) {
        const auto distance = static_cast<float>(m_frames[k].number - centre.number) / kSlowSigma;
        const float weight = std::exp(-0.5F * distance * distance);
        sum = sum + (head(k) - m_model.predict(m_frames[k].shape, m_frames[k].pose)) * weight;
        total += weight;
    };
    const auto near = [&](std::size_t k) {
        return m_frames[k].track == centre.track &&
               std::abs(m_frames[k].number - centre.number) <= kSlowReach;
    };
    add(index);
    for (std::size_t k = index; k > 0 && near(k - 1); --k) {
        add(k - 1);
    }
    for (std::size_t k = index + 1; k < m_frames.size() && near(k); ++k) {
        add(k);
    }
    return sum * (1.0F / total);
}

Landmarks FrameLibrary::detail(std::size_t index) const {
    return head(index) - m_model.predict(m_frames[index].shape, m_frames[index].pose) -
           slowResidual(index);
}

}  // namespace lipwright::synthesis
