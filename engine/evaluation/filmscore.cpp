#include "engine/evaluation/filmscore.h"

#include "engine/evaluation/mouthcrop.h"
#include "engine/evaluation/mouthvalues.h"
#include "engine/media/videoreader.h"

namespace lipwright::evaluation {

namespace {

core::Result<void> pushPicture(media::VideoReader& reader, std::int64_t number,
                               const face::FaceObservation& seen, SyncScorer& scorer) {
    cv::Mat crop;
    if (seen.usability == face::FaceUsability::usable) {
        const auto frame = reader.frame(number);
        if (!frame) {
            return core::passOn(frame);
        }
        auto cropped = mouthCrop(*frame, seen.stableLandmarks);
        if (!cropped && cropped.error().code != core::ErrorCode::noFace) {
            return core::passOn(cropped);
        }
        crop = cropped ? *cropped : cv::Mat();
    }
    return scorer.pushPicture(reader.index().timeOf(number).seconds(),
                              {crop.data, crop.total() * crop.elemSize()});
}

core::Result<void> pushValues(const media::VideoReader& reader, std::int64_t number,
                              const face::FaceObservation& seen, SyncScorer& scorer) {
    const double seconds = reader.index().timeOf(number).seconds();
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
    const bool pictures = expert.sight() == nets::ExpertSight::pictures;
    const auto total = static_cast<std::int64_t>(track.observations.size());
    for (std::int64_t number = track.firstFrame; number < track.endFrame(); ++number) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        const face::FaceObservation& seen = *track.at(number);
        const auto pushed = pictures ? pushPicture(reader, number, seen, scorer)
                                     : pushValues(reader, number, seen, scorer);
        if (!pushed) {
            return core::passOn(pushed);
        }
        core::report(progress, {"score", number - track.firstFrame + 1, total});
    }
    return scorer.finish(sound, options);
}

}  // namespace lipwright::evaluation
