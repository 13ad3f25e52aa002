#include "engine/adaptation/validationcurves.h"

#include "engine/core/correlation.h"
#include "engine/dubbing/speechtrack.h"
#include "engine/dubbing/weightschoice.h"
#include "engine/models/manifest.h"
#include "engine/nets/shapenetwork.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::adaptation {
namespace {

using core::FrameRange;
using core::Result;
using dubbing::SpeechTrack;
using nets::ShapeNetwork;

constexpr double kSoundFrames = 25.0;  ///< per second, of ActorModel::soundLate

/// Relative to the actor, as the trainers judge it.
float openingOf(const face::MouthShape& shape) {
    return shape[static_cast<std::size_t>(face::MouthMeasure::opening)];
}

/// The actor's track that covers the sentence; null: none does.
const face::FaceTrack* trackOf(const face::FaceAnalysis& faces, int actor, FrameRange frames) {
    const auto covers = [&](const face::FaceTrack& track) {
        return track.actor == actor && track.firstFrame <= frames.first &&
               frames.end <= track.endFrame();
    };
    const auto found = std::ranges::find_if(faces.tracks, covers);
    return found == faces.tracks.end() ? nullptr : &*found;
}

std::vector<float> measuredOpening(const face::FaceTrack& track, const face::MouthRange& range,
                                   FrameRange frames) {
    std::vector<float> opening;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        const face::FaceObservation* seen = track.at(frame);
        opening.push_back(seen != nullptr && seen->usability == face::FaceUsability::usable
                              ? openingOf(range.relative(seen->shape))
                              : std::numeric_limits<float>::quiet_NaN());
    }
    return opening;
}

Result<ShapeNetwork> networkOf(const ValidationRequest& request, const std::string& model) {
    const auto weights =
        dubbing::findWeights({request.models, request.actors, model}, models::kShapeNetworkRole);
    return weights ? ShapeNetwork::load(weights->path) : core::passOn(weights);
}

/// When the frames are shown, on the timeline of the film's sound brought to where the mouth is.
std::vector<double> soundTimes(const media::FrameIndex& index, FrameRange frames, int late) {
    std::vector<double> times;
    for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
        times.push_back(index.timeOf(frame).seconds() + late / kSoundFrames);
    }
    return times;
}

int lateIn(const models::ActorModel& model, std::size_t sentence) {
    return sentence < model.validatedLate.size() ? model.validatedLate[sentence]
                                                 : model.soundLate.value_or(0);
}

Result<std::vector<float>> heardOpening(const SpeechTrack& sound, const ShapeNetwork& network,
                                        const std::vector<double>& times,
                                        const std::stop_token& stop) {
    const auto heard = sound.mouthAt(times, {&network}, stop);
    if (!heard) {
        return core::passOn(heard);
    }
    std::vector<float> opening;
    std::ranges::transform(heard->shapes, std::back_inserter(opening), openingOf);
    return opening;
}

/// Both networks on the film's own sound.
class Listener {
public:
    static Result<Listener> open(const ValidationRequest& request) {
        auto acoustics = speech::AcousticModel::load();
        auto universal = networkOf(request, {});
        auto adapted = networkOf(request, request.model.id);
        if (!acoustics || !universal) {
            return acoustics ? core::passOn(universal) : core::passOn(acoustics);
        }
        if (!adapted) {
            return core::passOn(adapted);
        }
        return Listener(request, std::move(*acoustics), std::move(*universal), std::move(*adapted));
    }

    /// Without what was measured.
    Result<ValidationCurve> hear(FrameRange frames, int late, const std::stop_token& stop) const {
        const std::vector<double> times = soundTimes(*m_request->index, frames, late);
        const auto sound = SpeechTrack::openAround(m_request->film, 0, times.front(),
                                                   times.back() + 1.0, m_acoustics, stop);
        if (!sound) {
            return core::passOn(sound);
        }
        auto universal = heardOpening(*sound, m_universal, times, stop);
        auto adapted = universal ? heardOpening(*sound, m_adapted, times, stop) : universal;
        if (!adapted) {
            return core::passOn(adapted);
        }
        return ValidationCurve{frames, {}, std::move(*universal), std::move(*adapted)};
    }

private:
    Listener(const ValidationRequest& request,
             std::shared_ptr<const speech::AcousticModel> acoustics, ShapeNetwork universal,
             ShapeNetwork adapted)
        : m_request(&request),
          m_acoustics(std::move(acoustics)),
          m_universal(std::move(universal)),
          m_adapted(std::move(adapted)) {}

    const ValidationRequest* m_request;
    std::shared_ptr<const speech::AcousticModel> m_acoustics;
    ShapeNetwork m_universal;
    ShapeNetwork m_adapted;
};

}  // namespace

double curveCorrelation(const std::vector<float>& a, const std::vector<float>& b) {
    core::Correlation pairs;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (std::isfinite(a[i]) && std::isfinite(b[i])) {
            pairs.add(a[i], b[i]);
        }
    }
    const double value = pairs.value();
    return std::isnan(value) ? 0.0 : value;
}

Result<std::vector<ValidationCurve>> validationCurves(const ValidationRequest& request,
                                                      std::stop_token stop,
                                                      const core::ProgressCallback& progress) {
    const face::FaceAnalysis& faces = *request.faces;
    const auto actor = std::ranges::find(faces.actors, request.model.actor, &face::Actor::id);
    const auto listener = Listener::open(request);
    if (!listener) {
        return core::passOn(listener);
    }
    const auto& sentences = request.model.validatedOn;
    std::vector<ValidationCurve> curves;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const FrameRange frames = sentences[i];
        core::report(progress, {"listen", static_cast<std::int64_t>(i), std::ssize(sentences)});
        const face::FaceTrack* track = trackOf(faces, request.model.actor, frames);
        if (actor == faces.actors.end() || track == nullptr) {
            continue;
        }
        auto heard = listener->hear(frames, lateIn(request.model, i), stop);
        if (!heard) {
            return core::passOn(heard);
        }
        ValidationCurve& curve = *heard;
        curve.measured = measuredOpening(*track, actor->mouthRange, frames);
        curve.universalCorrelation = curveCorrelation(curve.measured, curve.universal);
        curve.adaptedCorrelation = curveCorrelation(curve.measured, curve.adapted);
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace lipwright::adaptation
