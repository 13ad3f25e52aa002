#include "engine/evaluation/filmscore.h"

#include "engine/evaluation/mouthcrops.h"
#include "engine/evaluation/mouthvalues.h"
#include "engine/media/videoreader.h"

namespace lipwright::evaluation {

namespace {

core::Result<void> pushPicture(MouthCrops& crops, std::int64_t number, double seconds,
                               const face::FaceObservation& seen, SyncScorer& scorer) {
    const auto crop = crops.of(number, seen);
    return crop ? scorer.pushPicture(seconds, bytesOf(*crop)) : core::passOn(crop);
}

core::Result<void> pushValues(double seconds, const face::FaceObservation& seen,
                              SyncScorer& scorer) {
    return seen.usability == face::FaceUsability::usable
               ? scorer.pushValues(seconds, mouthValues(seen))
               : scorer.pushValues(seconds, {});
}

}  // namespace

core::Result<SyncCurve> scoreTrack(media::VideoReader& reader, const face::FaceTrack& track,
                                   const SyncSound& sound, const nets::LipSyncExpert& expert,
                                   const SyncOptions& options, std::stop_token stop,
                                   const core::ProgressCallback& progress) {
    SyncScorer scorer(expert);
    MouthCrops crops(reader, stop);
    const bool pictures = expert.sight() == nets::ExpertSight::pictures;
    const auto total = static_cast<std::int64_t>(track.observations.size());
    for (std::int64_t number = track.firstFrame; number < track.endFrame(); ++number) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const face::FaceObservation& seen = *track.at(number);
        const double seconds = reader.index().timeOf(number).seconds();
        const auto pushed = pictures ? pushPicture(crops, number, seconds, seen, scorer)
                                     : pushValues(seconds, seen, scorer);
        if (!pushed) {
            return core::passOn(pushed);
        }
        core::report(progress, {"score", number - track.firstFrame + 1, total});
    }
    return scorer.finish(sound, options);
}

}  // namespace lipwright::evaluation
