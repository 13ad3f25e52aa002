#include "engine/adaptation/validationcurves.h"

#include "engine/dubbing/voicewishes.h"
#include "engine/synthesis/shapecontrol.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lipwright::adaptation {
namespace {

using core::FrameRange;
using core::Result;
using dubbing::VoiceWishes;

constexpr std::int64_t kMicrosecondsPerSoundFrame =
    40'000;  ///< ActorModel::soundLate counts 25 fps

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
                              ? synthesis::controlOf(range.relative(seen->shape)).opening
                              : std::numeric_limits<float>::quiet_NaN());
    }
    return opening;
}

std::vector<float> openingOf(const synthesis::ShapeCurve& curve) {
    std::vector<float> opening;
    for (const face::MouthShape& shape : curve.shapes) {
        opening.push_back(synthesis::controlOf(shape).opening);
    }
    return opening;
}

/// The film's own sound as a voice, brought to where the mouth is.
project::DubTrack ownSound(const ValidationRequest& request) {
    project::DubTrack sound;
    sound.media.path = request.film;
    sound.media.fingerprint = request.model.filmFingerprint;
    sound.offsetMicroseconds =
        -kMicrosecondsPerSoundFrame * std::int64_t{request.model.soundLate.value_or(0)};
    return sound;
}

Result<std::vector<float>> heardOpening(VoiceWishes& wishes, project::Segment sentence,
                                        const project::DubTrack& sound, const std::string& model,
                                        const std::stop_token& stop) {
    sentence.settings.model = model;
    const auto heard = wishes.of(sentence, sound, stop);
    return heard ? Result<std::vector<float>>(openingOf(*heard)) : core::passOn(heard);
}

}  // namespace

double curveCorrelation(const std::vector<float>& a, const std::vector<float>& b) {
    double n = 0.0;
    double sumA = 0.0;
    double sumB = 0.0;
    double squaresA = 0.0;
    double squaresB = 0.0;
    double products = 0.0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const auto x = static_cast<double>(a[i]);
        const auto y = static_cast<double>(b[i]);
        if (std::isfinite(x) && std::isfinite(y)) {
            n += 1.0;
            sumA += x;
            sumB += y;
            squaresA += x * x;
            squaresB += y * y;
            products += x * y;
        }
    }
    const double varianceA = n * squaresA - sumA * sumA;
    const double varianceB = n * squaresB - sumB * sumB;
    const double spread = std::sqrt(std::max(0.0, varianceA) * std::max(0.0, varianceB));
    return spread > 1e-9 ? (n * products - sumA * sumB) / spread : 0.0;
}

Result<std::vector<ValidationCurve>> validationCurves(const ValidationRequest& request,
                                                      std::stop_token stop,
                                                      const core::ProgressCallback& progress) {
    const face::FaceAnalysis& faces = *request.faces;
    const auto actor = std::ranges::find(faces.actors, request.model.actor, &face::Actor::id);
    VoiceWishes wishes(request.index, request.faces, request.models, request.actors);
    const project::DubTrack sound = ownSound(request);
    const auto total = static_cast<std::int64_t>(request.model.validatedOn.size());
    std::vector<ValidationCurve> curves;
    std::int64_t done = 0;
    for (const FrameRange frames : request.model.validatedOn) {
        core::report(progress, {"listen", done++, total});
        const face::FaceTrack* track = trackOf(faces, request.model.actor, frames);
        if (actor == faces.actors.end() || track == nullptr) {
            continue;
        }
        project::Segment sentence;
        sentence.frames = frames;
        sentence.actor = request.model.actor;
        sentence.track = track->id;
        const auto universal = heardOpening(wishes, sentence, sound, {}, stop);
        const auto adapted =
            universal ? heardOpening(wishes, sentence, sound, request.model.id, stop) : universal;
        if (!adapted) {
            return core::passOn(adapted);
        }
        ValidationCurve curve{frames, measuredOpening(*track, actor->mouthRange, frames),
                              *universal, *adapted};
        curve.universalCorrelation = curveCorrelation(curve.measured, curve.universal);
        curve.adaptedCorrelation = curveCorrelation(curve.measured, curve.adapted);
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace lipwright::adaptation
