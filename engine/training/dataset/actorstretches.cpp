#include "engine/media/framesduring.h"
#include "engine/speech/voiceactivity.h"
#include "engine/training/dataset/actorstretches_p.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace lipwright::training {

namespace {

using speech::SpeechStretch;

constexpr double kPause = 0.3;           ///< seconds that end a sentence
constexpr double kLead = 0.3;            ///< lips move before the sound, and close after it
constexpr double kShortestSpeech = 0.3;  ///< seconds: "yes"
constexpr double kShortest = 0.8;        ///< seconds of a stretch, with what is before and behind
constexpr double kLongest = 5.0;
constexpr double kLeastUsable = 0.6;    ///< share of a stretch's frames
constexpr double kLeastMovement = 0.3;  ///< of the opening's spread over the whole film
constexpr double kValidationShare = 0.2;

/// Long ones in equal parts, each with its lead and tail, which keep off its neighbours.
std::vector<SpeechStretch> sentences(std::span<const std::uint8_t> activity) {
    const auto spoken = speech::speechStretches(activity, kPause, kShortestSpeech);
    std::vector<SpeechStretch> parts;
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        const double before =
            i == 0 ? 0.0 : 0.5 * (spoken[i - 1].endSeconds + spoken[i].startSeconds);
        const double start = std::max(spoken[i].startSeconds - kLead, before);
        double end = spoken[i].endSeconds + kLead;
        if (i + 1 < spoken.size()) {
            end = std::min(end, 0.5 * (spoken[i].endSeconds + spoken[i + 1].startSeconds));
        }
        const double count = std::ceil((end - start) / kLongest);
        for (double part = 0.0; part < count; part += 1.0) {
            parts.push_back({start + (end - start) * part / count,
                             start + (end - start) * (part + 1.0) / count});
        }
    }
    return parts;
}

bool isUsable(const face::FaceObservation* seen) {
    return seen != nullptr && seen->usability == face::FaceUsability::usable;
}

float openingOf(const face::FaceObservation& seen) {
    return seen.shape[static_cast<std::size_t>(face::MouthMeasure::opening)];
}

/// Somebody else is heard while a mouth is still.
bool moves(const ActorStretch& stretch, const face::MouthRange& range) {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (std::int64_t frame = stretch.frames.first; frame < stretch.frames.end; ++frame) {
        if (const auto* seen = stretch.track->at(frame); isUsable(seen)) {
            const double opening = openingOf(*seen);
            count += 1.0;
            sum += opening;
            squares += opening * opening;
        }
    }
    const double usual = range.range[static_cast<std::size_t>(face::MouthMeasure::opening)];
    return count > 0.0 && squares / count - (sum / count) * (sum / count) >
                              kLeastMovement * kLeastMovement * usual * usual;
}

double usableSeconds(const ActorStretch& stretch, const media::FrameIndex& index) {
    double seconds = 0.0;
    for (std::int64_t frame = stretch.frames.first; frame < stretch.frames.end; ++frame) {
        if (isUsable(stretch.track->at(frame))) {
            seconds += index.endOf(frame).seconds() - index.timeOf(frame).seconds();
        }
    }
    return seconds;
}

double lengthOf(core::FrameRange frames, const media::FrameIndex& index) {
    return index.endOf(frames.end - 1).seconds() - index.timeOf(frames.first).seconds();
}

/// A kind of frame: when in the film, how open and wide the mouth, how far the head is turned.
using Kind = std::array<int, 4>;

/// How much of each kind was chosen already: kinds that are rare so far count most.
class Variety {
public:
    Variety(const face::MouthRange& range, std::int64_t filmFrames)
        : m_range(range), m_filmFrames(std::max<std::int64_t>(1, filmFrames)) {}

    [[nodiscard]] double newsIn(const ActorStretch& stretch) const {
        double news = 0.0;
        forEachKind(stretch, [&](const Kind& kind) {
            const auto found = m_chosen.find(kind);
            news += 1.0 / (1.0 + (found == m_chosen.end() ? 0.0 : found->second));
        });
        return news / static_cast<double>(std::max<std::int64_t>(1, stretch.frames.length()));
    }
    void add(const ActorStretch& stretch) {
        forEachKind(stretch, [&](const Kind& kind) { m_chosen[kind] += 1.0; });
    }

private:
    template <typename Visit>
    void forEachKind(const ActorStretch& stretch, const Visit& visit) const {
        for (std::int64_t frame = stretch.frames.first; frame < stretch.frames.end; ++frame) {
            const auto* seen = stretch.track->at(frame);
            if (!isUsable(seen)) {
                continue;
            }
            const face::MouthShape shape = m_range.relative(seen->shape);
            const auto step = [](float value, float size) {
                return static_cast<int>(std::lround(std::clamp(value / size, -8.0F, 8.0F)));
            };
            visit({static_cast<int>(frame * 20 / m_filmFrames), step(shape[0], 0.7F),
                   step(shape[1], 0.7F), step(seen->pose.yaw, 0.15F)});
        }
    }

    face::MouthRange m_range;
    std::int64_t m_filmFrames;
    std::map<Kind, double> m_chosen;
};

ActorStretch stretchOf(const face::FaceTrack& track, core::FrameRange frames,
                       const media::FrameIndex& index) {
    ActorStretch stretch{&track, core::intersection(frames, {track.firstFrame, track.endFrame()})};
    stretch.usableSeconds = usableSeconds(stretch, index);
    return stretch;
}

bool isSpeaking(const ActorStretch& stretch, const face::MouthRange& range,
                const media::FrameIndex& index) {
    if (stretch.frames.empty()) {
        return false;
    }
    const double length = lengthOf(stretch.frames, index);
    return length >= kShortest && stretch.usableSeconds >= kLeastUsable * length &&
           moves(stretch, range);
}

void sortByFrame(std::vector<ActorStretch>& stretches) {
    std::ranges::sort(stretches, {},
                      [](const ActorStretch& stretch) { return stretch.frames.first; });
}

}  // namespace

std::vector<ActorStretch> speakingStretches(const face::FaceAnalysis& faces,
                                            const media::FrameIndex& index, int number,
                                            std::span<const std::uint8_t> activity) {
    std::vector<ActorStretch> stretches;
    const auto actor = std::ranges::find(faces.actors, number, &face::Actor::id);
    if (actor == faces.actors.end()) {
        return stretches;
    }
    std::int64_t end = 0;  // of the frames of the sentence before, or of another face just now
    for (const SpeechStretch& sentence : sentences(activity)) {
        core::FrameRange frames =
            media::framesDuring(index, sentence.startSeconds, sentence.endSeconds);
        for (const face::FaceTrack& track : faces.tracks) {
            frames.first = std::max(frames.first, end);
            const ActorStretch stretch = stretchOf(track, frames, index);
            if (track.actor == number && isSpeaking(stretch, actor->mouthRange, index)) {
                stretches.push_back(stretch);
                end = stretch.frames.end;
            }
        }
    }
    sortByFrame(stretches);
    return stretches;
}

std::vector<ActorStretch> mostVaried(std::vector<ActorStretch> stretches,
                                     const face::MouthRange& range, double seconds) {
    double all = 0.0;
    for (const ActorStretch& stretch : stretches) {
        all += stretch.usableSeconds;
    }
    if (all <= seconds) {
        return stretches;
    }
    Variety variety(range, stretches.back().frames.end);
    std::vector<ActorStretch> chosen;
    for (double sum = 0.0; sum < seconds && !stretches.empty();) {
        const auto next = std::ranges::max_element(
            stretches, {}, [&](const ActorStretch& stretch) { return variety.newsIn(stretch); });
        variety.add(*next);
        sum += next->usableSeconds;
        chosen.push_back(*next);
        stretches.erase(next);
    }
    sortByFrame(chosen);
    return chosen;
}

void splitOff(std::vector<ActorStretch>& stretches, double leastSeconds) {
    double all = 0.0;
    for (const ActorStretch& stretch : stretches) {
        all += stretch.usableSeconds;
    }
    const double share = std::max(kValidationShare, leastSeconds / std::max(all, leastSeconds));
    double seen = 0.0;
    double kept = 0.0;
    for (ActorStretch& stretch : stretches) {
        seen += stretch.usableSeconds;
        // In the middle of its turn, so that neither end of the film is always left to training.
        stretch.validation = kept + 0.5 * stretch.usableSeconds <= share * seen;
        kept += stretch.validation ? stretch.usableSeconds : 0.0;
    }
    for (ActorStretch& stretch : stretches) {
        if (kept >= leastSeconds) {
            break;
        }
        kept += stretch.validation ? 0.0 : stretch.usableSeconds;
        stretch.validation = true;
    }
}

double secondsOf(std::span<const ActorStretch> stretches, bool validation) {
    double seconds = 0.0;
    for (const ActorStretch& stretch : stretches) {
        seconds += stretch.validation == validation ? stretch.usableSeconds : 0.0;
    }
    return seconds;
}

}  // namespace lipwright::training
